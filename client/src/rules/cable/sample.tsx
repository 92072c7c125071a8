import type { Cable } from '@domain/cable/cable'
import { sampleLength } from '@domain/cable/sampling'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Chips, Field, Row } from '@/components'
import { Sure } from '@/components/sure'

/** How much to take, by the edition of the rules the plan names. */
export function Sample({ cable }: { cable: Cable }) {
  const [edition, setEdition] = useState<'2023' | '2020'>('2023')
  const [diameter, setDiameter] = useState('')
  const length = sampleLength(cable, edition, diameter.trim() ? { diameter } : {})
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
        {cable.flame?.category ? (
          <Field label="电缆外径" unit="mm" type="digit" maxlength={8} onChange={setDiameter} />
        ) : null}
      </View>
      {length.ok ? (
        <View>
          <Row label="检验样品" value={`${length.test} m`} />
          <Row label="备用样品" value={`${length.reserve} m`} />
          <Row label="合计" hint={length.words} value={`${length.total} m`} />
          <Row label="依据" hint={length.source} value={<Sure level={length.confidence} />} />
        </View>
      ) : (
        <Text className="tone-amber">▲ {length.trouble.message}</Text>
      )}
    </View>
  )
}
