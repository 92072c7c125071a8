import { writtenDay } from '@domain/calendar'
import { Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { KEPT, useCall, useSend } from '@/cloud'
import { ask, Button, Card, Page, Row, Tag, TextArea, tell, useRefresh } from '@/components'
import { names, say } from '@/components/names'
import { Sure } from '@/components/sure'
import './index.scss'
import { Register } from './register'
import type { Sheet } from './sheet'

/** 登记单: each field of the other system with what belongs into it, to be copied one by one; below it the number it got. */
export default function SheetPage() {
  const { outside = '' } = useRouter().params
  const query = useCall('outside.sheet', { outside }, { keep: true })
  useRefresh(query)
  const read = query.data
  return (
    <Page
      headline={read?.title ?? ''}
      {...(read ? { under: `${read.system.name} · ${read.sheet}` } : {})}
      query={query}
      offline="登记需要联网。"
    >
      {sheet => (
        <>
          {sheet.open ? null : <Entered sheet={sheet} />}
          <Lines sheet={sheet} />
          {sheet.may.register ? <Register sheet={sheet} /> : null}
          {sheet.may.undo ? <Undo sheet={sheet} /> : null}
          <Undone sheet={sheet} />
          <Others sheet={sheet} />
        </>
      )}
    </Page>
  )
}

function Entered({ sheet }: { sheet: Sheet }) {
  return (
    <Card tone="green" title="✓ 已登记">
      <Row label="登记号" value={sheet.number || '该系统没有编号'} />
      <Row label="登记日期" value={sheet.enteredOn ? writtenDay(sheet.enteredOn) : ''} />
      <Row label="登记人" value={sheet.by?.name ?? ''} />
    </Card>
  )
}

const copy = async (data: string, said: string) => {
  await Taro.setClipboardData({ data })
  tell(said)
}

/** The whole line is the target: a tap copies its value. */
function Lines({ sheet }: { sheet: Sheet }) {
  const [copied, setCopied] = useState<readonly string[]>([])
  const filled = sheet.lines.filter(({ value }) => value)
  const all = () => copy(filled.map(({ title, value }) => `${title}：${value}`).join('\n'), '已全部复制')
  return (
    <Card title="逐项复制" more={<Sure level={sheet.confidence} />}>
      <Text className="row-hint">栏目按该系统的顺序，名称没有与该系统核对；点一行复制内容。</Text>
      {sheet.lines.map(({ title, value, hint }) => {
        const done = copied.includes(title)
        return (
          <View
            key={title}
            className={names('copy', value !== '' && 'row-press')}
            onClick={() => {
              if (!value) return
              setCopied(now => [...now, title])
              void copy(value, `已复制：${title}`)
            }}
            {...(value ? say('button', `复制${title}：${value}`) : {})}
          >
            <View className="copy-main">
              <Text className="copy-title">{title}</Text>
              <Text className={value ? 'copy-value' : 'copy-none'}>{value || hint}</Text>
            </View>
            {value ? (
              <Text className={names('copy-do', done && 'tone-green')}>{done ? '✓ 已复制' : '复制'}</Text>
            ) : null}
          </View>
        )
      })}
      <Button kind="second" text="全部复制" onPress={all} />
    </Card>
  )
}

/** 撤销登记: entered by mistake. */
function Undo({ sheet }: { sheet: Sheet }) {
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const { send, busy, problem } = useSend('outside.undo', { title: `撤销登记 · ${sheet.title}` })
  const undo = async () => {
    if (!reason.trim()) return tell('请写明撤销原因')
    if (!(await ask('撤销登记', '撤销后这一条重新待登记，原登记号和原因会留下记录。', '撤销'))) return
    const { state } = await send({ outside: sheet.id, reason })
    if (state === 'done') tell('已撤销')
    if (state === 'kept') tell(KEPT)
  }
  if (!open) return <Button kind="plain" text="登记错了，撤销" onPress={() => setOpen(true)} />
  return (
    <Card title="撤销登记">
      <TextArea label="撤销原因" required maxlength={200} error={problem?.message} onChange={setReason} />
      <Button kind="danger" text="撤销登记" busy={busy} onPress={undo} />
    </Card>
  )
}

function Undone({ sheet }: { sheet: Sheet }) {
  if (sheet.undone.length === 0) return null
  return (
    <Card title="撤销过的登记">
      {sheet.undone.map(({ number, by, at, reason }) => (
        <Row key={at} label={number || '没有编号'} hint={`${by} · ${reason}`} value={<Tag word="已撤销" />} />
      ))}
    </Card>
  )
}

/** The same record in one more system, where it belongs there as well. */
function Others({ sheet }: { sheet: Sheet }) {
  const { send, busy } = useSend('outside.request', { title: `加登 · ${sheet.title}` })
  const request = async (system: string, name: string) => {
    const result = await send({ outside: sheet.id, system })
    if (result.state === 'done') tell(`已放入${name}的待登记`)
    if (result.state === 'kept') tell(KEPT)
    if (result.state === 'refused') tell(result.problem.message)
  }
  if (!sheet.may.request || sheet.others.length === 0) return null
  return (
    <Card title="还要在别的系统登记">
      {sheet.others.map(({ id, name }) => (
        <Row
          key={id}
          label={name}
          value="加入待登记"
          spoken={`加入${name}的待登记`}
          {...(busy ? {} : { onPress: () => void request(id, name) })}
        />
      ))}
    </Card>
  )
}
