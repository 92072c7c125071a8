import { dayOf } from '@domain/calendar'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { KEPT, useSend } from '@/cloud'
import { BarButton, Card, Chips, DateField, Field, tell } from '@/components'
import type { Sheet } from './sheet'

/** 填写登记号: the number there, and on which day; who and when are noted by themselves. */
export function Register({ sheet }: { sheet: Sheet }) {
  const today = dayOf(Date.now())
  const [number, setNumber] = useState('')
  const [none, setNone] = useState(false)
  const [enteredOn, setEnteredOn] = useState(today)
  const { send, busy, problem } = useSend('outside.register', { title: `登记 · ${sheet.title}` })
  const submit = async () => {
    if (!none && !number.trim()) return tell('请填写登记号；该系统不给编号的，请选“没有编号”')
    const { state } = await send({ outside: sheet.id, number: none ? '' : number, none, enteredOn })
    if (state === 'done') tell('已登记')
    if (state === 'kept') tell(KEPT)
  }
  const errorOf = (field: string) => (problem?.field === field ? problem.message : undefined)
  return (
    <>
      <Card title="填写登记号" more={sheet.system.short}>
        <View>
          {none ? null : (
            <Field
              label="登记号"
              required
              maxlength={60}
              placeholder="该系统给的编号"
              error={errorOf('number')}
              onChange={setNumber}
            />
          )}
        </View>
        <Chips
          label="没有编号"
          options={[{ value: 'none', label: '该系统没有给编号' }]}
          value={none ? ['none'] : []}
          onChange={chosen => setNone(chosen.length > 0)}
        />
        <DateField
          label="登记日期"
          required
          value={enteredOn}
          start={sheet.on}
          end={today}
          error={errorOf('enteredOn')}
          onChange={setEnteredOn}
        />
        <Text className="field-hint">登记人和登记时间自动记下。</Text>
      </Card>
      <BarButton
        text="已在该系统登记"
        busy={busy}
        busyText="正在保存"
        error={problem && !problem.field ? problem.message : undefined}
        onPress={submit}
      />
    </>
  )
}
