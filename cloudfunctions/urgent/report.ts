import { dayOf } from '../../domain/calendar'
import { city, nameOf } from '../../domain/organisation'
import { roles } from '../../domain/posts'
import { URGENT_HOURS, type Urgent, urgentAfter, urgentKinds } from '../../domain/urgent'
import { urgentAnswer, urgentForm, urgentReading } from '../../domain/urgent-form'
import { _ } from '../kernel/cloud'
import { list } from '../kernel/collections'
import { requirePlausible } from '../kernel/moment'
import { write } from '../kernel/procedure'
import { rankOf } from '../kernel/rank'
import { tell } from '../message'
import { endTerm, startTerm } from '../term'

const pageOf = (id: string) => `/message/urgent/index?urgent=${id}`
const KEY = 'read'

/**
 * Reports something grave at once (重大情况随时报告, 赣市市监质监字〔2021〕13号 五（四）) to the city's section and the unit's own head. A term
 * of two hours runs until the section has read it; it warns upward in the unit, so that somebody telephones.
 */
export const report = write('urgent.report', urgentForm, async (submission, form) => {
  const { caller, at } = submission
  const [own] = caller.posts.filter(post => post.org !== city.id && isReporter(post.role))
  const enterprise = form.enterprise ? await submission.need('enterprises', form.enterprise) : undefined
  const unit = enterprise?.unit ?? own?.org ?? ''
  const post = submission.within({ unit })
  requirePlausible(form.when, at, 'when')
  const posts = await list(
    'posts',
    { org: _.in([city.id, unit]), role: _.in(['chief', 'head']) },
    { limit: 50, order: [['_id', 'asc']] },
  )
  const to = posts
    .filter(({ _id, person }) => person && _id !== post.id)
    .map(({ _id, name, role }) => ({ post: _id, name, duty: roles[role], city: role === 'chief' }))
  submission.create('urgents', {
    _id: submission.id,
    unit,
    kind: form.kind,
    what: form.what,
    where: form.where,
    when: form.when,
    photos: form.photos ?? [],
    ...(enterprise ? { enterprise: enterprise._id, enterpriseName: enterprise.name } : {}),
    by: { post: post.id, name: caller.name, duty: roles[post.role] },
    at,
    rank: rankOf(at, submission.id),
    to,
    state: 'sent',
    read: [],
    answers: [],
  })
  tell(
    submission,
    to.map(one => one.post),
    {
      title: `重大情况：${urgentKinds[form.kind]}（${nameOf(unit)}）`,
      words: form.what.slice(0, 120),
      unit,
      page: pageOf(submission.id),
      urgent: true,
    },
  )
  const dueAt = at + URGENT_HOURS * 3_600_000
  startTerm(submission, {
    key: KEY,
    unit,
    record: `urgents/${submission.id}`,
    title: `${nameOf(unit)}报告的重大情况待市局阅`,
    page: pageOf(submission.id),
    owner: (to.find(one => one.city) ?? to[0])?.post ?? post.id,
    due: dayOf(dueAt),
    dueAt,
    why: `通知要求随时报告，${URGENT_HOURS}小时内应有人阅看（本系统的约定）`,
    fixed: '重大情况应当立即阅看，不能中止或者延期',
  })
  return { urgent: submission.id, city: to.filter(one => one.city).length, told: to.length }
})

const isReporter = (role: string): boolean => ['head', 'deputy', 'leader', 'officer'].includes(role)

/** Notes that the caller has read it (已阅): when, under which post, the first time. Read by the section, its term ends. */
export const receive = write('urgent.read', urgentReading, async (submission, form) => {
  const { record: urgent, post } = await submission.needHere('urgents', form.urgent)
  const { caller, at } = submission
  const isCity = post.role === 'chief'
  const again = urgent.read.some(({ person }) => person === caller.person)
  const reading = { person: caller.person, post: post.id, name: caller.name, duty: roles[post.role], at }
  submission.replace('urgents', urgent, {
    ...urgent,
    read: again ? urgent.read : [...urgent.read, reading],
    state: isCity ? urgentAfter(urgent.state, 'read') : urgent.state,
  })
  if (isCity && urgent.state === 'sent') {
    await endTerm(submission, `urgents/${urgent._id}`, KEY)
    tellReporter(submission, urgent, '市局已阅您报告的重大情况', `${caller.name}已阅。`)
  }
  return { urgent: urgent._id }
})

/** The section's words on it (批示). */
export const answer = write('urgent.answer', urgentAnswer, async (submission, form) => {
  const { record: urgent, post } = await submission.needHere('urgents', form.urgent)
  const { caller, at } = submission
  const read = urgent.read.some(({ person }) => person === caller.person)
    ? urgent.read
    : [
        ...urgent.read,
        { person: caller.person, post: post.id, name: caller.name, duty: roles[post.role], at },
      ]
  submission.replace('urgents', urgent, {
    ...urgent,
    read,
    state: urgentAfter(urgent.state, 'answer'),
    answers: [...urgent.answers, { post: post.id, name: caller.name, words: form.words, at }],
  })
  await endTerm(submission, `urgents/${urgent._id}`, KEY)
  tellReporter(submission, urgent, `市局批示：${form.words}`.slice(0, 60), form.words)
  return { urgent: urgent._id }
})

function tellReporter(
  submission: Parameters<typeof tell>[0],
  urgent: Urgent,
  title: string,
  words: string,
): void {
  const heads = urgent.to.filter(one => !one.city).map(one => one.post)
  tell(submission, [urgent.by.post, ...heads], {
    title,
    words,
    unit: urgent.unit,
    page: pageOf(urgent._id),
    kind: 'result',
  })
}
