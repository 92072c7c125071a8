import type { Path } from '../../client/src/cloud/call'
import { addDays, dayOf } from '../../domain/calendar'
import { creditCheckDigit, organisationCheckDigit } from '../../domain/identifiers/credit-code'
import { filledPaper } from '../../domain/papers/filled.sample'
import type { Cloud } from '../../local/cloud'
import {
  type Bureau,
  Caller,
  draftedNotice,
  draftedPaper,
  sentPaper,
  servedNotice,
  setChain,
  tasksFor,
  waitingNotice,
  wholeCheck,
} from './bureau'
import { campaignSubjects } from './campaigns'
import type { Subject } from './everything'
import { messageFor, put, termFor } from './terms'

let serial = 5000

/** A credit code no enterprise of the tests has yet. */
export function freshCode(unit: string): string {
  const organisation = `9999${++serial}`
  const first17 = `92${unit}${organisation}${organisationCheckDigit(organisation)}`
  return `${first17}${creditCheckDigit(first17)}`
}

/**
 * One of everything in a bureau, each in a state in which the next step can be taken. For one procedure alone, papers of
 * the file are made only where it asks for them.
 */
export async function subjectOf(cloud: Cloud, bureau: Bureau, path?: Path): Promise<Subject> {
  const { officer, maker } = bureau
  const now = officer.now ?? Date.now()
  const { check: found } = await officer.write(
    'inspection.submit',
    await wholeCheck(bureau, { 'P-13': { result: '不符合', note: '检定证书已过有效期' } }),
  )
  const drafted = await draftedNotice(bureau)
  const sealed = await draftedNotice(bureau)
  await officer.write('enforcement.seal', { notice: sealed.notice })
  const served = await servedNotice(bureau)
  const answered = await servedNotice(bureau)
  await maker.write('enforcement.answer', { notice: answered.notice, words: '已整改', photos: [] })
  const waiting = await waitingNotice(bureau)
  const { digest } = await bureau.head.read('approval.read', { paper: waiting.notice })
  const returned = await waitingNotice(bureau)
  await bureau.head.write('approval.sendBack', { paper: returned.notice, reason: '期限太短' })
  const filed =
    !path || path.startsWith('paper.') || ['print.paper', 'enforcement.completeService'].includes(path)
  const papers = filed ? await papersOf(cloud, bureau) : noPapers
  await setChain(bureau, [bureau.headPost], 'DOC-20')
  const light = await sentPaper(bureau, 'DOC-20')
  const { digest: lightDigest } = await bureau.head.read('approval.read', { paper: light })
  const asks = async (role: 'officer' | 'head' | 'enterprise') => {
    const someone = new Caller(cloud, `asks-${role}-${bureau.unit}-${++serial}`, officer.now)
    const code = (
      (await officer.read('inspection.prepare', { enterprise: bureau.producer })) as {
        enterprise: { code: string }
      }
    ).enterprise.code
    const content = {
      name: '申请人甲',
      phone: '13900000003',
      role,
      org: bureau.unit,
      ...(role === 'officer' ? { certificate: '赣B8', certificateUntil: '2099-12-31' } : {}),
      ...(role === 'enterprise' ? { code } : {}),
    }
    return (await someone.write('office.requestPost', content)).application
  }
  const { head } = bureau
  const joins = async () => (await head.write('office.admit', { application: await asks('officer') })).post
  const [leaver, absent, vacant] = [await joins(), await joins(), await joins()]
  const today = dayOf(now)
  await head.write('office.release', { post: vacant, on: today, reason: '调离' })
  const away = { from: today, to: today, kinds: [], reason: '出差' }
  await head.write('office.setAway', { post: absent, standIn: leaver, ...away })
  const setUp = async () =>
    (
      await head.write('office.setUpTeam', {
        unit: bureau.unit,
        name: `${++serial}所`,
        kind: 'brigade',
        towns: [],
      })
    ).team
  await officer.write('office.requestPost', {
    name: '检查员甲',
    phone: '13900000000',
    role: 'leader',
    org: bureau.unit,
  })
  const { check: unconfirmed } = await bureau.second.write('inspection.submit', {
    ...(await wholeCheck(bureau)),
    colleague: bureau.officerPost,
  })
  const posts = {
    leaver,
    absent,
    vacant,
    team: await setUp(),
    otherTeam: await setUp(),
    unconfirmed,
    posts: {
      head: bureau.headPost,
      deputy: bureau.deputyPost,
      legal: bureau.legalPost,
      leader: bureau.leaderPost,
      officer: bureau.officerPost,
    },
  }
  const granted = { at: now, post: bureau.headPost, name: '局长甲' }
  const term = (more: Parameters<typeof termFor>[3] = {}) =>
    put(cloud, 'terms', termFor(bureau.officerPost, bureau.unit, now - 86_400_000, more))
  const message = (to: string) => put(cloud, 'messages', messageFor(to, bureau.unit, now))
  const { urgent } = await officer.write('urgent.report', {
    kind: 'case',
    what: '窝点生产假冒电缆',
    where: '大塘埠镇',
    when: now,
    enterprise: bureau.producer,
  })
  return {
    ...posts,
    term: await term(),
    asked: await term({
      ask: {
        kind: 'extend',
        at: now,
        post: bureau.officerPost,
        person: 'o'.repeat(32),
        name: '检查员甲',
        reason: '等检验结果',
        basis: '本局自定的期限',
        until: addDays(today, 20),
      },
    }),
    paused: await term({
      state: 'paused',
      pauses: [
        { from: today, to: addDays(today, 3), reason: '等检验结果', basis: '本局自定的期限', granted },
      ],
    }),
    message: {
      officer: await message(bureau.officerPost),
      leader: await message(bureau.leaderPost),
      legal: await message(bureau.legalPost),
      deputy: await message(bureau.deputyPost),
      head: await message(bureau.headPost),
    },
    urgent,
    later: addDays(today, 15),
    ...(await campaignSubjects(cloud, bureau, { entered: drafted.check, waiting: found })),
    unit: bureau.unit,
    enterprise: bureau.producer,
    check: drafted.check,
    found,
    colleague: bureau.colleague,
    drafted: drafted.notice,
    sealed: sealed.notice,
    served: served.notice,
    answered: answered.notice,
    waiting: waiting.notice,
    digest,
    light,
    lightDigest,
    returned: returned.notice,
    head: bureau.headPost,
    legal: bureau.legalPost,
    ...papers,
    scan: await officer.picture(),
    application: {
      officer: await asks('enterprise'),
      head: await asks('officer'),
      admin: await asks('head'),
    },
    form: await wholeCheck(bureau),
    tasks: await tasksFor(cloud, bureau),
    code: freshCode(bureau.unit),
    now,
    deadline: addDays(dayOf(now), 10),
  }
}

const noPapers = {
  papers: { draft: '', numbered: '', sealed: '', announced: '', fields: {} },
  announced: '',
  block: '',
}

const LONG_AGO = 60 * 86_400_000

/** Papers of the file, one for each step that can be taken, a block of numbers and a confirmed address. */
async function papersOf(cloud: Cloud, bureau: Bureau) {
  const { officer } = bureau
  const fields = filledPaper('DOC-18')
  const written = (by = officer, submit = true) => draftedPaper(bureau, 'DOC-18', { by, submit })
  const stamped = async (by = officer) => {
    const { paper } = await written(by)
    await by.write('paper.seal', { paper, scan: [await by.picture()] })
    return paper
  }
  const past = new Caller(cloud, officer.openid, (officer.now ?? Date.now()) - LONG_AGO)
  const published = {
    way: 'public' as const,
    colleague: bureau.colleague,
    at: past.now as number,
    reason: '下落不明，电话停机',
    posted: 'press' as const,
    published: '赣南日报第4版',
  }
  const announced = await stamped(past)
  await past.write('paper.serve', { ...published, paper: announced })
  const { notice: publishedNotice } = await draftedNotice({ ...bureau, officer: past }, 80)
  await past.write('enforcement.seal', { notice: publishedNotice })
  await past.write('enforcement.serve', { ...published, notice: publishedNotice })
  await officer.write('paper.confirmAddress', {
    enterprise: bureau.producer,
    signed: [await officer.picture()],
    ways: ['post'],
    address: '工业园1号',
    since: dayOf(officer.now ?? Date.now()),
  })
  const { block } = await officer.write('paper.reserveBlock', { unit: bureau.unit, kind: 'DOC-18', count: 3 })
  return {
    papers: {
      draft: (await written(officer, false)).paper,
      numbered: (await written()).paper,
      sealed: await stamped(),
      announced,
      fields,
    },
    announced: publishedNotice,
    block,
  }
}
