import { quickTest, type Tested } from '@domain/cable/quick-test'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button, Field, say } from '@/components'
import { asksClass, asksCoated, ClassChips, CoatedChips, CoreChips } from '@/components/conductor'
import { Sure } from '@/components/sure'
import { Suspected } from '@/components/suspected'
import type { QuickRecord } from './sheet'

interface QuickTestProps {
  name: string
  tested: readonly QuickRecord[]
  onTested: (tested: QuickRecord[]) => void
}

/** 快检: type and reading in, a sentence for the record out. */
export function QuickTest({ name, tested, onTested }: QuickTestProps) {
  const [open, setOpen] = useState(false)
  const without = (words: string) => tested.filter(one => one.words !== words)
  const keep = (one: QuickRecord) => {
    onTested([...without(one.words), one])
    setOpen(false)
  }
  const asks = tested.length ? '再快检一种' : '快检：量电阻，比限值'
  return (
    <View className="quick">
      {tested.map(({ words }) => (
        <View key={words} className="quick-done">
          <Text className="quick-words">{words}</Text>
          <View
            className="quick-act"
            onClick={() => onTested(without(words))}
            {...say('button', `删去快检：${words}`)}
          >
            <Text>删去</Text>
          </View>
        </View>
      ))}
      <View
        className="quick-act"
        onClick={() => setOpen(!open)}
        {...say('button', `${name}，${open ? '收起快检' : asks}`)}
      >
        <Text>{open ? '收起快检' : asks}</Text>
      </View>
      <View>{open ? <Reading onKeep={keep} /> : null}</View>
    </View>
  )
}

function Reading({ onKeep }: { onKeep: (one: QuickRecord) => void }) {
  const [typed, setTyped] = useState<Tested>({ designation: '', perKm: '' })
  const change = (members: Partial<Tested>) => setTyped(now => ({ ...now, ...members }))
  const found = typed.designation.trim() && typed.perKm.trim() ? quickTest(typed) : undefined
  const { state, words } = found ?? {}
  return (
    <View>
      <Field
        label="电缆上印的型号规格"
        placeholder="如 BV 2.5"
        maxlength={120}
        onChange={designation => change({ designation })}
      />
      <Field label="实测导体电阻" unit="Ω/km" maxlength={20} onChange={perKm => change({ perKm })} />
      <Field
        label="温度，不填按20 ℃"
        unit="℃"
        type="digit"
        maxlength={6}
        onChange={temperature => change({ temperature })}
      />
      <View>
        {found?.cable ? (
          <View>
            <CoreChips cable={found.cable} value={typed.cores ?? 0} onChange={cores => change({ cores })} />
            {typed.class || asksClass(found.trouble) ? (
              <ClassChips
                cable={found.cable}
                value={typed.class}
                onChange={kind => change({ class: kind })}
              />
            ) : null}
            {typed.coated !== undefined || asksCoated(found.trouble) ? (
              <CoatedChips value={typed.coated} onChange={coated => change({ coated })} />
            ) : null}
          </View>
        ) : null}
        {found && state && words ? (
          <View className="quick-found">
            <View className="quick-said">
              <Suspected state={state} />
              {state === 'unknown' ? null : <Sure level={found.confidence} />}
            </View>
            <Text className="quick-words">{words}</Text>
            {state === 'unknown' ? null : (
              <Button
                kind="second"
                text="记入检查记录"
                onPress={() => onKeep({ words, suspicious: state === 'suspicious' })}
              />
            )}
          </View>
        ) : null}
      </View>
    </View>
  )
}
