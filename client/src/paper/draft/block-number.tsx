import type { Day } from '@domain/calendar'
import { View } from '@tarojs/components'
import { type OutputOf, useOutbox } from '@/cloud'
import { Card, Chips, DateField, Framed } from '@/components'

type Block = OutputOf<'paper.begin'>['blocks'][number]
export type Chosen = { block: string; serial: number; on: Day }

/** The next numbers offered of a block: one writes them in order. */
const SHOWN = 3

/** Numbers that are already on papers this phone has still to send. */
const useWaiting = (): string[] =>
  useOutbox().items.flatMap(({ state, content }) => {
    const number = state === 'done' ? undefined : (content as { number?: Chosen } | undefined)?.number
    return number ? [`${number.block}:${number.serial}`] : []
  })

interface BlockNumberProps {
  blocks: readonly Block[]
  today: Day
  value: Chosen | undefined
  error: string | undefined
  onChange: (chosen: Chosen | undefined) => void
}

/** 文号: normally it comes with the approval; one of one's block where the paper was handed over without a signal. */
export function BlockNumber({ blocks, today, value, error, onChange }: BlockNumberProps) {
  const waiting = useWaiting()
  const numbers = blocks.flatMap(({ id, left }) =>
    left
      .filter(({ serial }) => !waiting.includes(`${id}:${serial}`))
      .slice(0, SHOWN)
      .map(({ serial, number }) => ({ value: `${id}:${serial}`, label: number, block: id, serial })),
  )
  const choose = (key: string | undefined) => {
    const chosen = numbers.find(one => one.value === key)
    onChange(chosen && { block: chosen.block, serial: chosen.serial, on: value?.on ?? today })
  }
  return (
    <Card title="文号">
      <Framed
        label="用预留的号"
        hint="没有信号、已经把号写在纸上的才选；不选的，批准后自动编号。"
        {...(error ? { error } : {})}
      >
        <Chips
          label="预留的号"
          single
          options={numbers}
          value={value ? [`${value.block}:${value.serial}`] : []}
          onChange={([key]) => choose(key)}
        />
      </Framed>
      <View>
        {value ? (
          <DateField
            label="文书日期"
            value={value.on}
            end={today}
            onChange={on => onChange({ ...value, on })}
          />
        ) : null}
      </View>
    </Card>
  )
}
