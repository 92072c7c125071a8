import type { Day } from '@domain/calendar'
import { spokenDay } from '@domain/calendar'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Card, Row, Tag } from '@/components'
import { dueOf } from '../due'
import type { TodayOf } from './types'

type Tasks = TodayOf<'head'>['tasks']
type Task = Tasks['rows'][number]

const SHOWN = 3

const list = () => Taro.navigateTo({ url: '/task/list/index' })
const countOf = ({ rows, more }: Tasks) => `${rows.length}${more ? '＋' : ''}`

/** What somebody has been given to do, the soonest due first. */
export function TasksCard({ tasks, today }: { tasks: Tasks; today: Day }) {
  const { rows, more } = tasks
  return (
    <View>
      {rows.length ? (
        <Card title={`任务 ${countOf(tasks)} 件`}>
          {rows.slice(0, SHOWN).map(task => (
            <TaskRow key={task.id} task={task} today={today} />
          ))}
          {rows.length > SHOWN || more ? (
            <Row label={`任务 ${countOf(tasks)} 件，看全部`} onPress={list} />
          ) : null}
        </Card>
      ) : null}
    </View>
  )
}

function TaskRow({ task, today }: { task: Task; today: Day }) {
  const { word, tone } = dueOf(task.due, today)
  return (
    <Row
      label={task.title}
      hint={
        <Text className={task.reason ? 'tone-red' : ''}>
          {task.reason ? `退回：${task.reason}` : `${task.issuer}，${spokenDay(task.due)}前`}
        </Text>
      }
      value={<Tag word={word} {...(tone ? { tone } : {})} />}
      spoken={`任务：${task.title}，${word}`}
      onPress={() => Taro.navigateTo({ url: `/task/task/index?task=${task.id}` })}
    />
  )
}

/** What lies on a head's desk, counted by what is to be done with it. */
export function DeskRow({ tasks }: { tasks: Tasks }) {
  const at = (...states: Task['state'][]) => tasks.rows.filter(({ state }) => states.includes(state)).length
  const parts = [
    ['待签收', at('issued')],
    ['待分派', at('signed')],
    ['被退回', at('returned')],
    ['待裁定', at('disputed')],
    ['要您办', at('assigned', 'working')],
  ].filter(([, count]) => count)
  return (
    <Row
      label={`任务 ${countOf(tasks)} 件`}
      hint={parts.map(([word, count]) => `${word} ${count}`).join(' · ')}
      onPress={list}
    />
  )
}
