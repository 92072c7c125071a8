import { addDays } from '../../../domain/calendar'
import { chiefOf } from '../bureau'
import type { Its, Makers } from './maker'

const errand = ({ today }: Its) => ({
  title: '排查建材市场',
  ask: '',
  kind: 'survey' as const,
  due: addDays(today, 10),
  secret: false,
})

/** Issued by the city's chief to the unit. */
async function issued(its: Its): Promise<string> {
  const { officer, unit } = its.bureau
  const chief = await chiefOf(its.cloud, officer.now)
  return (await chief.write('task.issue', { ...errand(its), to: [{ unit }] })).tasks[0] as string
}

/** A visit, issued by the head to the first officer: he is told, and his time runs. */
async function ordered(its: Its): Promise<string> {
  const { head, officerPost, producer: enterprise, unit } = its.bureau
  const to = [{ unit, post: officerPost }]
  return (await head.write('task.issue', { ...errand(its), to, enterprise })).tasks[0] as string
}

const term = async (its: Its) => `${await ordered(its)}.due`

export const taskMakers = {
  tasks: {
    issued,
    signed: async its => {
      const task = await issued(its)
      await its.bureau.head.write('task.sign', { task })
      return task
    },
    held: ordered,
    disputed: async its => {
      const task = await issued(its)
      const thinks = its.bureau.unit === '360724' ? '360725' : '360724'
      await its.bureau.head.write('task.dispute', { task, thinks, reason: '不在本县' })
      return task
    },
    returned: async its => {
      const task = await issued(its)
      await its.bureau.head.write('task.return', { task, reason: '已经办过' })
      return task
    },
  },
  term,
  asked: async its => {
    const asked = await term(its)
    await its.bureau.officer.write('term.ask', {
      term: asked,
      kind: 'extend',
      reason: '等检验结果',
      until: await its.the('later'),
    })
    return asked
  },
  paused: async its => {
    const { head, officer } = its.bureau
    const paused = await term(its)
    const until = addDays(its.today, 3)
    await officer.write('term.ask', { term: paused, kind: 'pause', reason: '等检验结果', until })
    await head.write('term.grant', { term: paused, agreed: true })
    return paused
  },
  message: async its => {
    await ordered(its)
    const [message] = (await its.bureau.officer.read('message.inbox', {})).rows
    return (message as { id: string }).id
  },
  urgent: async ({ bureau: { officer, producer }, now }) => {
    const { urgent } = await officer.write('urgent.report', {
      kind: 'case',
      what: '窝点生产假冒电缆',
      where: '大塘埠镇',
      when: now,
      enterprise: producer,
    })
    return urgent
  },
} satisfies Partial<Makers>
