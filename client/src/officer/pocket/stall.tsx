import type { Cable } from '@domain/cable/cable'
import { expected, suspect } from '@domain/cable/hints'
import { sampleLength } from '@domain/cable/sampling'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Card, Chips, Field, Row, Tag } from '@/components'
import { names } from '@/components/names'

const COIL = '100'

/** At a market stall: a scale and a multimeter raise a suspicion, never a verdict; and how much to take as a sample. */
export function Stall({ cable }: { cable: Cable }) {
  const [open, setOpen] = useState<'scale' | 'sample'>()
  if (!cable.cores.length) return null
  return (
    <Card>
      <Row
        label="用秤和万用表粗查"
        hint="整卷称铜重、量电阻，看是否可疑"
        onPress={() => setOpen(open === 'scale' ? undefined : 'scale')}
      />
      <View>{open === 'scale' ? <Scale cable={cable} /> : null}</View>
      <Row
        label="抽样要取多长"
        hint="检验样品和备用样品"
        onPress={() => setOpen(open === 'sample' ? undefined : 'sample')}
      />
      <View>{open === 'sample' ? <Sample cable={cable} /> : null}</View>
    </Card>
  )
}

function Scale({ cable }: { cable: Cable }) {
  const [typed, setTyped] = useState({ length: COIL, mass: '', resistance: '', temperature: '' })
  const say = (members: Partial<typeof typed>) => setTyped(now => ({ ...now, ...members }))
  const should = expected(cable, typed.length)
  const seen = {
    length: typed.length,
    ...(typed.mass.trim() ? { mass: typed.mass } : {}),
    ...(typed.resistance.trim() ? { resistance: typed.resistance } : {}),
    ...(typed.temperature.trim() ? { temperature: typed.temperature } : {}),
  }
  const found = seen.mass || seen.resistance ? suspect(cable, seen) : undefined
  return (
    <View>
      <Field
        label="长度"
        unit="m"
        type="digit"
        maxlength={8}
        defaultValue={COIL}
        onChange={length => say({ length })}
      />
      {should.ok ? (
        <View className="tool-said">
          <Text>
            合标准的{typed.length}米，导体约重 {should.mass} kg
            {should.resistance.map(({ mm2, ohm }) => `；${mm2} mm² 一根电阻不大于 ${ohm} Ω`).join('')}。
          </Text>
        </View>
      ) : (
        <Text className="tone-amber">▲ {should.trouble.message}</Text>
      )}
      <View className="tool-two">
        <Field
          label="导体重（去掉绝缘）"
          unit="kg"
          type="digit"
          maxlength={8}
          onChange={mass => say({ mass })}
        />
        <Field
          label="一根线芯两头的电阻"
          unit="Ω"
          type="digit"
          maxlength={8}
          onChange={resistance => say({ resistance })}
        />
      </View>
      <View>
        {found ? (
          <View className={names('verdict', found.state === 'suspicious' && 'verdict-fail')}>
            <Tag
              word={
                found.state === 'suspicious'
                  ? '疑似，需抽样'
                  : found.state === 'usual'
                    ? '未见异常'
                    : '看不出来'
              }
              {...(found.state === 'suspicious' ? { tone: 'red' as const } : {})}
            />
            <Text className="tool-words">{found.trouble?.message ?? found.words}</Text>
            {found.lines.map(line => (
              <Row
                key={line.name}
                label={line.name}
                hint={`应为 ${line.expected}`}
                value={`${line.measured}（${line.difference}）`}
              />
            ))}
            <Text className="row-hint">粗查只是线索，不能作为判定不合格的依据。</Text>
          </View>
        ) : null}
      </View>
    </View>
  )
}

function Sample({ cable }: { cable: Cable }) {
  const [edition, setEdition] = useState<'2023' | '2020'>('2023')
  const [typed, setTyped] = useState({ diameter: '', metal: '' })
  const bunched = cable.flame?.category !== undefined
  const length = sampleLength(cable, edition, {
    ...(typed.diameter.trim() ? { diameter: typed.diameter } : {}),
    ...(typed.metal.trim() ? { metal: typed.metal } : {}),
  })
  return (
    <View>
      <Chips
        label="按哪一版细则"
        single
        options={[
          { value: '2023', label: '2023/2024版' },
          { value: '2020', label: '2020版' },
        ]}
        value={[edition]}
        onChange={([next]) => next && setEdition(next)}
      />
      <View>
        {bunched ? (
          <Field
            label="电缆外径"
            unit="mm"
            type="digit"
            maxlength={8}
            onChange={diameter => setTyped(now => ({ ...now, diameter }))}
          />
        ) : null}
      </View>
      {length.ok ? (
        <View>
          <Row label="检验样品" value={`${length.test} m`} />
          <Row label="备用样品" value={`${length.reserve} m`} />
          <Row label="合计" hint={length.words} value={`${length.total} m`} />
          <Text className="row-hint">依据：{length.source}</Text>
        </View>
      ) : (
        <Text className="tone-amber">▲ {length.trouble.message}</Text>
      )}
    </View>
  )
}
