import type { Cable, ConductorClass } from '@domain/cable/cable'
import { type IndicatorId, indicators, indicatorsFor, judge, type Measurement } from '@domain/cable/verdict'
import { Text, View } from '@tarojs/components'
import { useEffect, useMemo, useState } from 'react'
import { Card, Chips, Field, say as pressable } from '@/components'
import { Verdict } from './verdict'

/** Shown before somebody asks for the rest: what is measured in the field. */
const FIRST = 3

/** What was measured, against the limit: the verdict comes while it is typed. */
export function Judge({ cable, onJudged }: { cable: Cable; onJudged: () => void }) {
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
      <Measured key={chosen} cable={cable} indicator={chosen} onJudged={onJudged} />
    </Card>
  )
}

/** What an officer sees when he bends the wire and looks at its end. */
const classes: Record<ConductorClass, string> = {
  1: '第1种 实心',
  2: '第2种 绞合',
  5: '第5种 软',
  6: '第6种 特软',
}

interface MeasuredProps {
  cable: Cable
  indicator: IndicatorId
  onJudged: () => void
}

function Measured({ cable, indicator, onJudged }: MeasuredProps) {
  const [typed, setTyped] = useState<Omit<Measurement, 'indicator'>>({ value: '' })
  const say = (members: Partial<Measurement>) => setTyped(now => ({ ...now, ...members }))
  const verdict = useMemo(
    () => (typed.value.trim() ? judge(cable, [{ indicator, ...typed }]) : undefined),
    [cable, indicator, typed],
  )
  const settled = verdict !== undefined && verdict.state !== 'unjudged'
  useEffect(() => {
    if (settled) onJudged()
  }, [settled, onJudged])
  const { name, unit } = indicators[indicator]
  const resistance = indicator === 'resistance'
  const aged = /Aged$/.test(indicator)
  return (
    <View>
      <View>
        {cable.cores.length > 1 && !/^(sheath|flame|massLossSheath)/.test(indicator) ? (
          <Chips
            label="哪种线芯"
            single
            options={cable.cores.map(({ count, mm2 }, i) => ({
              value: String(i),
              label: `${count}×${mm2}`,
            }))}
            value={[String(typed.cores ?? 0)]}
            onChange={([i]) => i !== undefined && say({ cores: Number(i) })}
          />
        ) : null}
      </View>
      <Field
        label={`实测${name}`}
        unit={unit}
        type="text"
        maxlength={20}
        onChange={value => say({ value })}
      />
      <View>
        {verdict?.findings[0]?.trouble?.code === 'verdict.class' || typed.class ? (
          <Chips
            label="导体种类"
            single
            options={cable.classes.map(kind => ({ value: String(kind), label: classes[kind] }))}
            value={typed.class ? [String(typed.class)] : []}
            onChange={([kind]) => kind && say({ class: Number(kind) as ConductorClass })}
          />
        ) : null}
        {resistance ? <Otherwise onChange={say} /> : null}
        {aged ? (
          <Field
            label="老化前的数值（算变化率）"
            unit={unit}
            type="digit"
            maxlength={10}
            onChange={before => say({ before })}
          />
        ) : null}
        {indicator === 'flameSingle' ? (
          <Field
            label="向下烧到的位置，距上支架"
            unit="mm"
            type="digit"
            maxlength={10}
            onChange={second => say({ second })}
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
      <View
        className="tool-more"
        onClick={() => setOpen(true)}
        {...pressable('button', '不是20 ℃，或量的是一段')}
      >
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
