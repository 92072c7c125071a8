import { quickTest } from '@domain/cable/quick-test'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button, Field, say, Tag } from '@/components'

/** Items that ask for a quick test on site (domain/data/checklists.json). */
export const testedHere: readonly string[] = ['P-18', 'S-06']

interface QuickTestProps {
  name: string
  tested: readonly string[]
  onTested: (tested: string[]) => void
}

/** 快检: type and reading in, a sentence for the record out. */
export function QuickTest({ name, tested, onTested }: QuickTestProps) {
  const [open, setOpen] = useState(false)
  return (
    <View className="quick">
      {tested.map(words => (
        <View key={words} className="quick-done">
          <Text className="quick-words">{words}</Text>
          <View
            className="quick-act"
            onClick={() => onTested(tested.filter(one => one !== words))}
            {...say('button', `删去快检：${words}`)}
          >
            <Text>删去</Text>
          </View>
        </View>
      ))}
      <View>
        {open ? (
          <Reading
            onKeep={words => {
              onTested([...tested.filter(one => one !== words), words])
              setOpen(false)
            }}
          />
        ) : (
          <View className="quick-act" onClick={() => setOpen(true)} {...say('button', `${name}，快检电阻`)}>
            <Text>{tested.length ? '再快检一种' : '快检：量电阻，比限值'}</Text>
          </View>
        )}
      </View>
    </View>
  )
}

function Reading({ onKeep }: { onKeep: (words: string) => void }) {
  const [typed, setTyped] = useState({ designation: '', value: '', temperature: '' })
  const change = (members: Partial<typeof typed>) => setTyped(now => ({ ...now, ...members }))
  const { designation, value, temperature } = typed
  const found = designation.trim() && value.trim() ? quickTest(designation, value, temperature) : undefined
  return (
    <View>
      <Field
        label="电缆上印的型号规格"
        placeholder="如 BV 2.5"
        maxlength={120}
        onChange={words => change({ designation: words })}
      />
      <Field label="实测导体电阻" unit="Ω/km" maxlength={20} onChange={words => change({ value: words })} />
      <Field
        label="温度，不填按20 ℃"
        unit="℃"
        type="digit"
        maxlength={6}
        onChange={words => change({ temperature: words })}
      />
      <View>
        {found ? (
          <View className="quick-found">
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
            <Text className="quick-words">{found.words}</Text>
            {found.state === 'unknown' ? null : (
              <Button kind="second" text="记入检查记录" onPress={() => onKeep(found.words)} />
            )}
          </View>
        ) : null}
      </View>
    </View>
  )
}
