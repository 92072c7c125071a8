import type { Cable } from '@domain/cable/cable'
import { assumption, expected, suspect } from '@domain/cable/hints'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Card, Field, names, Row } from '@/components'
import { CoreChips } from '@/components/conductor'
import { Suspected } from '@/components/suspected'
import { Sample } from './sample'

const COIL = '100'

/** At a market stall: a scale and a multimeter raise a suspicion, never a verdict; and how much to take as a sample. */
export function Stall({ cable }: { cable: Cable }) {
  const [open, setOpen] = useState<'scale' | 'sample'>()
  if (!cable.cores.length) return null
  const part = (name: 'scale' | 'sample', label: string, hint: string) => (
    <Row
      label={label}
      hint={hint}
      spoken={`${label}，${open === name ? '收起' : '展开'}`}
      onPress={() => setOpen(open === name ? undefined : name)}
    />
  )
  return (
    <Card>
      {part('scale', '用秤和万用表粗查', '整卷称铜重、量电阻，看是否可疑')}
      <View>{open === 'scale' ? <Scale cable={cable} /> : null}</View>
      {part('sample', '抽样要取多长', '检验样品和备用样品')}
      <View>{open === 'sample' ? <Sample cable={cable} /> : null}</View>
    </Card>
  )
}

interface Weighed {
  length: string
  mass: string
  resistance: string
  temperature: string
  cores: number
}

function Scale({ cable }: { cable: Cable }) {
  const [typed, setTyped] = useState<Weighed>({
    length: COIL,
    mass: '',
    resistance: '',
    temperature: '',
    cores: 0,
  })
  const change = (members: Partial<Weighed>) => setTyped(now => ({ ...now, ...members }))
  const should = expected(cable, typed.length)
  return (
    <View>
      <Field
        label="长度"
        unit="m"
        type="digit"
        maxlength={8}
        defaultValue={COIL}
        onChange={length => change({ length })}
      />
      {should.ok ? (
        <View className="tool-said">
          <Text>
            合标准的{typed.length}米，导体至少重 {should.mass} kg
            {should.resistance.map(({ mm2, ohm }) => `；${mm2} mm² 一根电阻不大于 ${ohm} Ω`).join('')}。
          </Text>
          <Text className="tool-note">{assumption}。</Text>
        </View>
      ) : (
        <Text className="tone-amber">▲ {should.trouble.message}</Text>
      )}
      <Field
        label="导体重（去掉绝缘）"
        unit="kg"
        type="digit"
        maxlength={8}
        onChange={mass => change({ mass })}
      />
      <CoreChips cable={cable} value={typed.cores} onChange={cores => change({ cores })} />
      <View className="tool-two">
        <Field
          label="一根线芯两头的电阻"
          unit="Ω"
          type="digit"
          maxlength={8}
          onChange={resistance => change({ resistance })}
        />
        <Field
          label="温度，不填按20 ℃"
          unit="℃"
          type="digit"
          maxlength={6}
          onChange={temperature => change({ temperature })}
        />
      </View>
      <View>
        {typed.mass.trim() || typed.resistance.trim() ? <Found cable={cable} typed={typed} /> : null}
      </View>
    </View>
  )
}

function Found({ cable, typed }: { cable: Cable; typed: Weighed }) {
  const found = suspect(cable, typed)
  return (
    <View className={names('verdict', found.state === 'suspicious' && 'verdict-fail')}>
      <Suspected state={found.state} />
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
  )
}
