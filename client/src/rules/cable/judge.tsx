import type { Cable } from '@domain/cable/cable'
import { type IndicatorId, indicators, indicatorsFor, judge, type Measurement } from '@domain/cable/verdict'
import { Text, View } from '@tarojs/components'
import { useEffect, useMemo, useState } from 'react'
import { Card, Chips, Field, say } from '@/components'
import { asksClass, asksCoated, ClassChips, CoatedChips, CoreChips } from '@/components/conductor'
import { keepRecent } from './recent'
import { Verdict } from './verdict'

/** Shown before somebody asks for the rest: what is measured in the field. */
const FIRST = 3

/** What was measured, against the limit: the verdict comes while it is typed. */
export function Judge({ cable }: { cable: Cable }) {
  const offered = useMemo(() => indicatorsFor(cable), [cable])
  const [chosen, setChosen] = useState<IndicatorId | undefined>(offered[0])
  const [all, setAll] = useState(false)
  if (!chosen)
    return (
      <Card title="实测值">
        <Text className="row-hint">没有这种电缆经过核对的限值，不能判定。请抽样送检。</Text>
      </Card>
    )
  const shown = all ? offered : offered.slice(0, FIRST)
  return (
    <Card title="实测值" more={`${offered.length} 项有限值`}>
      <Chips<IndicatorId | 'all'>
        label="量了哪一项"
        single
        options={[
          ...shown.map(value => ({ value, label: indicators[value].name })),
          ...(shown.length < offered.length ? [{ value: 'all' as const, label: '其他项目' }] : []),
        ]}
        value={[chosen]}
        onChange={([next]) => (next === 'all' ? setAll(true) : next && setChosen(next))}
      />
      <Measured key={chosen} cable={cable} indicator={chosen} />
    </Card>
  )
}

interface MeasuredProps {
  cable: Cable
  indicator: IndicatorId
}

function Measured({ cable, indicator }: MeasuredProps) {
  const [typed, setTyped] = useState<Omit<Measurement, 'indicator'>>({ value: '' })
  const change = (members: Partial<Measurement>) => setTyped(now => ({ ...now, ...members }))
  const verdict = useMemo(
    () => (typed.value.trim() ? judge(cable, [{ indicator, ...typed }]) : undefined),
    [cable, indicator, typed],
  )
  const settled = verdict !== undefined && verdict.state !== 'unjudged'
  useEffect(() => {
    if (settled) keepRecent(cable)
  }, [settled, cable])
  const { name, unit } = indicators[indicator]
  const resistance = indicator === 'resistance'
  const aged = /Aged$/.test(indicator)
  return (
    <View>
      <View>
        {/^(sheath|flame)|Sheath$/.test(indicator) ? null : (
          <CoreChips cable={cable} value={typed.cores ?? 0} onChange={cores => change({ cores })} />
        )}
      </View>
      <Field
        label={`实测${name}`}
        unit={unit}
        type="text"
        maxlength={20}
        onChange={value => change({ value })}
      />
      <View>
        {typed.class || asksClass(verdict?.findings[0]?.trouble?.code) ? (
          <ClassChips cable={cable} value={typed.class} onChange={kind => change({ class: kind })} />
        ) : null}
        {typed.coated !== undefined || asksCoated(verdict?.findings[0]?.trouble?.code) ? (
          <CoatedChips value={typed.coated} onChange={coated => change({ coated })} />
        ) : null}
        {resistance ? <Otherwise onChange={change} /> : null}
        {aged ? (
          <Field
            label="老化前的数值（算变化率）"
            unit={unit}
            type="digit"
            maxlength={10}
            onChange={before => change({ before })}
          />
        ) : null}
        {indicator === 'flameSingle' ? (
          <Field
            label="向下烧到的位置，距上支架"
            unit="mm"
            type="digit"
            maxlength={10}
            onChange={second => change({ second })}
          />
        ) : null}
      </View>
      <View>{verdict ? <Verdict verdict={verdict} /> : null}</View>
    </View>
  )
}

/** Most readings are taken per kilometre near 20 °C; the rest of the world is one tap away. */
function Otherwise({ onChange }: { onChange: (members: Partial<Measurement>) => void }) {
  const [open, setOpen] = useState(false)
  if (!open)
    return (
      <View className="tool-more" onClick={() => setOpen(true)} {...say('button', '不是20 ℃，或量的是一段')}>
        <Text>不是20 ℃，或量的是一段</Text>
      </View>
    )
  return (
    <View className="tool-two">
      <Field
        label="导体温度"
        unit="℃"
        hint="不填按20 ℃"
        type="digit"
        maxlength={6}
        onChange={temperature => onChange({ temperature })}
      />
      <Field
        label="量的长度"
        unit="m"
        hint="填了，上面就填Ω"
        type="digit"
        maxlength={8}
        onChange={length => onChange({ length })}
      />
    </View>
  )
}
