import { dayOf } from '@domain/calendar'
import { type Deadline, deadlineOf, deadlines, spokenPeriod } from '@domain/clocks'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card, Page, Row } from '@/components'
import { Tools } from '@/components/tools'
import { Counted, type Known } from './counted'
import '../index.scss'

// What a county bureau counts every week; the rest is found by field.
const usual = ['C-ACCEPT', 'R-VERIFY', 'P-VERIFY', 'P-EVID-7', 'P-SEIZE', 'P-DECIDE', 'SP-OBJ', 'SP-RECT']
const areas = Array.from(new Set(deadlines.map(({ area }) => area)))

/** 速查, 算期限: an event and a day lead to the legal day, with the reason for it. It calls nobody. */
export default function Deadlines() {
  return (
    <Page offline="速查照常可用。">
      <Tools at="deadline" />
      <View className="tool">
        <Chooser />
      </View>
    </Page>
  )
}

function Chooser() {
  const [area, setArea] = useState<string>()
  const [chosen, setChosen] = useState<Deadline>()
  // The days stay when another period is chosen for them.
  const [days, setDays] = useState<Known>({ event: dayOf(Date.now()) })
  if (chosen)
    return (
      <Counted
        key={chosen.id}
        deadline={chosen}
        days={days}
        onChange={setChosen}
        onBack={() => setChosen(undefined)}
        onDays={setDays}
      />
    )
  return (
    <>
      <Card title="从哪件事算起">
        {usual.map(id => {
          const one = deadlineOf(id)
          return one ? <Period key={id} one={one} onPress={() => setChosen(one)} /> : null
        })}
      </Card>
      <Card title="其他期限">
        {areas.map(name => {
          const listed = deadlines.filter(one => one.area === name && one.unit !== 'rule')
          return (
            <View key={name}>
              <Row
                label={name}
                value={`${listed.length} 项`}
                onPress={() => setArea(area === name ? undefined : name)}
              />
              <View className="tool-inner">
                {area === name
                  ? listed.map(one => <Period key={one.id} one={one} onPress={() => setChosen(one)} />)
                  : null}
              </View>
            </View>
          )
        })}
      </Card>
    </>
  )
}

function Period({ one, onPress }: { one: Deadline; onPress: () => void }) {
  return (
    <Row
      label={one.event}
      hint={one.action}
      value={spokenPeriod(one)}
      spoken={`${one.event}，${one.action}，${spokenPeriod(one)}`}
      onPress={onPress}
    />
  )
}
