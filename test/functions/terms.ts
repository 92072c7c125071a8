import { database } from '../../cloudfunctions/kernel/cloud'
import type { Collections, Name } from '../../cloudfunctions/kernel/collections'
import { addDays, dayOf } from '../../domain/calendar'
import type { Message } from '../../domain/message'
import { calendarKnown, planned, type Term } from '../../domain/term'
import type { Cloud } from '../../local/cloud'
import { newId } from './bureau'

/** Points the real SDK of this process at a laptop cloud, to put what no procedure of this issue makes. */
export function speakTo(cloud: Cloud): void {
  Object.assign(process.env, {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${cloud.url}/admin` }),
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'laptop',
    SCF_NAMESPACE: 'laptop',
    TENCENTCLOUD_SECRETID: 'laptop',
    TENCENTCLOUD_SECRETKEY: 'laptop',
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SEQID,TCB_SOURCE',
    TCB_ENV: 'laptop',
    TCB_SEQID: 'test',
    TCB_SOURCE: 'wx_client',
  })
}

/** Puts a document past the procedures. */
export async function put<N extends Name>(
  cloud: Cloud,
  name: N,
  { _id, ...data }: Collections[N],
): Promise<string> {
  speakTo(cloud)
  await database.collection(name).doc(_id).set({ data })
  return _id
}

/** A term somebody set, ten days from `from` unless said otherwise. */
export function termFor(
  owner: string,
  unit: string,
  from: number,
  more: Partial<Term> & { days?: number } = {},
): Term {
  const { days = 10, ...rest } = more
  const due = rest.due ?? addDays(dayOf(from), days)
  const _id = rest._id ?? `${newId()}.due`
  return planned({
    _id,
    unit,
    record: `tasks/${_id.split('.')[0]}`,
    title: '报送整治台账',
    page: '/message/terms/index',
    owner,
    state: 'running',
    open: true,
    from,
    due,
    first: due,
    why: '局里定的日期',
    provisional: false,
    calendar: calendarKnown,
    rank: `${due}#${_id}`,
    pauses: [],
    extensions: [],
    told: [],
    turn: 0,
    ...rest,
  })
}

/** A message nobody has read. */
export const messageFor = (to: string, unit: string, at: number, more: Partial<Message> = {}): Message => {
  const _id = more._id ?? `${newId()}.${to}`
  return {
    _id,
    to,
    unit,
    at,
    rank: `${new Date(at).toISOString()}#${_id}`,
    title: '新任务：排查建材市场',
    words: '请于7月28日前完成。',
    fresh: true,
    read: [],
    ...more,
  }
}
