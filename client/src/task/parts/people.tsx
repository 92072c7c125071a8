import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { remember, remembered } from '@/cloud'
import { Chips, say } from '@/components'
import type { Choices } from './words'

/** Whom a task can be given to: `team:…` or `post:…`. */
export type Chosen = string

/** People shown at once; a large bureau unfolds the rest. */
const FIRST = 6

/** As the server takes it. */
export function addressOf(chosen: Chosen, choices: Choices): { unit: string; team?: string; post?: string } {
  const [kind, id] = chosen.split(':') as ['team' | 'post', string]
  const unit =
    kind === 'team'
      ? choices.teams.find(one => one.team === id)?.unit
      : choices.people.find(one => one.post === id)?.unit
  return { unit: unit ?? '', [kind]: id }
}

export const nameIn = (chosen: Chosen, { people, teams }: Choices): string =>
  people.find(one => `post:${one.post}` === chosen)?.name ??
  teams.find(one => `team:${one.team}` === chosen)?.name ??
  ''

/** Keeps who it was: the one of last time comes first. */
export const rememberChosen = (chosen: Chosen): void => remember('task/chosen', chosen)

interface PeopleProps {
  label: string
  choices: Choices
  value: readonly Chosen[]
  onChange: (value: Chosen[]) => void
  /** Several at once, with 全选. */
  many?: boolean
}

/** Teams and people to press, whoever had something last time first. */
export function People({ label, choices, value, onChange, many = false }: PeopleProps) {
  const [all, setAll] = useState(false)
  const last = remembered<string>('task/chosen')
  const options = [
    ...choices.teams.map(({ team, name }) => ({ value: `team:${team}`, label: name })),
    ...choices.people.map(one => ({
      value: `post:${one.post}`,
      label: [one.name, one.team || one.role, one.away && `（${one.away}）`].filter(Boolean).join(' '),
    })),
  ].sort((a, b) => Number(b.value === last) - Number(a.value === last))
  const shown = all ? options : options.filter((option, at) => at < FIRST || value.includes(option.value))
  if (!options.length) return <Text className="row-hint">本局还没有可以分派的人，请先为他们开通岗位。</Text>
  return (
    <View>
      <Chips label={label} options={shown} value={value} onChange={onChange} single={!many} />
      <View>
        {options.length > shown.length ? (
          <View className="task-all" onClick={() => setAll(true)} {...say('button', '显示全部人员')}>
            <Text>显示全部 {options.length} 个</Text>
          </View>
        ) : null}
      </View>
    </View>
  )
}
