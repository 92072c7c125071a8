import type { Finding, Verdict as Judged } from '@domain/cable/verdict'
import { Image, Text, View } from '@tarojs/components'
import { names, picture, Row, Tag, type Tone } from '@/components'
import { Sure } from '@/components/sure'
import { useDark } from '@/components/use-dark'
import { gauge } from './gauge'

const heads: Record<Judged['state'], { word: string; tone?: Tone }> = {
  pass: { word: '符合标准', tone: 'green' },
  fail: { word: '不符合标准', tone: 'red' },
  unjudged: { word: '不能判定', tone: 'amber' },
}

/** The verdict in words and in a picture, with what it rests on. */
export function Verdict({ verdict }: { verdict: Judged }) {
  const { word, tone } = heads[verdict.state]
  const [finding] = verdict.findings
  return (
    <View className={names('verdict', `verdict-${verdict.state}`)}>
      <View className="verdict-head">
        <Text className={names('verdict-word', tone && `tone-${tone}`)}>{word}</Text>
        <View>{finding ? <Sure level={finding.confidence} /> : null}</View>
      </View>
      <Text className="tool-words">{finding?.trouble?.message ?? verdict.words}</Text>
      <View>{finding && verdict.state !== 'unjudged' ? <Evidence finding={finding} /> : null}</View>
      <Text className="row-hint">这是按填写的数值作的提示。产品是否合格，以检验机构的报告为准。</Text>
    </View>
  )
}

function Evidence({ finding }: { finding: Finding }) {
  const dark = useDark()
  const { limit, compared, corrected, factor, unit, state, margin } = finding
  return (
    <View>
      {limit && compared ? (
        <Image
          className="verdict-gauge"
          mode="aspectFit"
          src={gauge(
            { value: compared, limit: limit.value, side: limit.side, unit, passed: state === 'pass' },
            dark,
          )}
          {...picture(`实测${compared}，限值${limit.value}`)}
        />
      ) : null}
      {limit ? (
        <Row
          label={limit.declared ? '明示值' : '限值'}
          value={`${limit.side === 'max' ? '≤' : limit.beyond ? '>' : '≥'} ${limit.value} ${unit}`}
        />
      ) : null}
      {factor && corrected ? (
        <Row
          label="换算到 20 ℃"
          hint={`温度系数 ${factor.value}（按${factor.from === 'formula' ? '公式' : '表'}）`}
          value={`${corrected} ${unit}`}
        />
      ) : null}
      {margin ? (
        <Row label={margin.startsWith('-') ? '超出' : '余量'} value={`${margin.replace('-', '')}%`} />
      ) : null}
      <Row label="依据" hint={finding.clause} value={finding.standard} />
      {factor?.flips ? <Tag tone="amber" word="换一种系数，结论会变" /> : null}
      {finding.notes.map(words => (
        <Text key={words} className="tool-note">
          {words}
        </Text>
      ))}
    </View>
  )
}
