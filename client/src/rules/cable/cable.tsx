import { type Designation, readDesignation } from '@domain/cable/designation'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useMemo, useState } from 'react'
import { Button, Card, Chips, Field } from '@/components'
import { canScan, scan } from '@/components/scan'
import { Judge } from './judge'
import { Reading } from './reading'
import { recentCables } from './recent'
import { Stall } from './stall'

// What an officer in a county meets on most shelves; his own last ones come before them.
const USUAL = ['BV 2.5', 'BV 4', 'BVR 6', 'RVV 3×1.5', 'YJV22-0.6/1kV 3×95+1×50']
const SHOWN = 5

/** Reads a designation as typed, scanned, or chosen again. */
export function CableTool() {
  const [typed, setTyped] = useState('')
  // A field keeps what is typed in it; a chip puts a new one in its place.
  const [filled, setFilled] = useState({ words: '', turn: 0 })
  const [recent] = useState(recentCables)
  const offered = Array.from(new Set([...recent, ...USUAL])).slice(0, SHOWN)
  const read = useMemo(() => (typed.trim() ? readDesignation(typed) : undefined), [typed])

  const fill = (words: string) => {
    setFilled(({ turn }) => ({ words, turn: turn + 1 }))
    setTyped(words)
  }
  const snap = async () => {
    const text = await scan()
    if (!text) return
    if (readDesignation(text).ok) fill(text)
    else await Taro.redirectTo({ url: `/rules/code/index?text=${encodeURIComponent(text)}` })
  }

  return (
    <>
      <Card>
        <Field
          key={filled.turn}
          label="电缆上印的型号规格"
          placeholder="如 BV 2.5"
          defaultValue={filled.words}
          focus={filled.turn === 0}
          maxlength={120}
          onChange={setTyped}
        />
        <View>
          {typed.trim() ? null : (
            <Chips
              label="常用型号"
              single
              options={offered.map(value => ({ value, label: value }))}
              value={[]}
              onChange={([chosen]) => chosen && fill(chosen)}
            />
          )}
        </View>
        <View>{canScan ? <Button kind="second" text="扫一扫" onPress={snap} /> : null}</View>
      </Card>
      <View>{read ? <Answer read={read} /> : <Purpose />}</View>
    </>
  )
}

function Purpose() {
  return (
    <Text className="tool-quiet">
      读出型号里每个字母的意思，填实测值就知道合不合标准。没有信号也能用，不上传任何内容。
    </Text>
  )
}

function Answer({ read }: { read: Designation }) {
  if (!read.ok)
    return (
      <Card tone="amber" title="没有读懂">
        <Text>{read.trouble.message}</Text>
      </Card>
    )
  // Another cable begins with empty measurements.
  const key = JSON.stringify(read.cable)
  return (
    <>
      <Reading read={read} />
      <Judge key={`judge ${key}`} cable={read.cable} />
      <Stall key={`stall ${key}`} cable={read.cable} />
    </>
  )
}
