import { addDays, dayOf } from '../../domain/calendar'
import type { Cloud } from '../../local/cloud'
import { type Bureau, chiefOf } from '../functions/bureau'
import { type Effort, Hand } from './hand'

// Steps with tasks that the journey and the bench take: no expectations here.

/** So many tasks on the head's desk, issued by the city. */
export async function tasksAtDesk(cloud: Cloud, bureau: Bureau, count: number): Promise<string[]> {
  const chief = await chiefOf(cloud)
  const due = addDays(dayOf(Date.now()), 15)
  const ids: string[] = []
  for (let i = 1; i <= count; i++) {
    const content = {
      title: `排查第${i}片建材市场`,
      ask: '逐家核对进货查验记录',
      kind: 'survey' as const,
      due,
      to: [{ unit: bureau.unit }],
      secret: false,
    }
    ids.push(...(await chief.write('task.issue', content)).tasks)
  }
  return ids
}

/** From 今天 to everything on the desk given to one person, in one write. */
export async function assignAll(head: Hand, count: number, person: string): Promise<void> {
  await head.go(/^任务/, '/task/list/index')
  await head.tap('全选')
  await head.tap({ text: new RegExp(`^${person}`), cls: 'chip' })
  await head.tap(`分派 ${count} 件给${person}`)
}

/** What assigning ten tasks takes of the head's hand. */
export async function effortOfTen(cloud: Cloud, bureau: Bureau): Promise<Effort> {
  await tasksAtDesk(cloud, bureau, 10)
  const head = await new Hand(cloud, bureau.head.openid).start()
  try {
    return await head.spent(() => assignAll(head, 10, '检查员乙'))
  } finally {
    head.kill()
  }
}
