import type { Role } from '../../../domain/posts'
import { Caller, newId } from '../bureau'
import type { Its, Makers } from './maker'

/** An application of somebody new. */
async function applied({ cloud, bureau }: Its, role: Role & ('officer' | 'head' | 'enterprise')) {
  const { officer, producer, unit } = bureau
  const more = {
    officer: () => ({ certificate: '赣B8', certificateUntil: '2099-12-31' }),
    head: () => ({}),
    enterprise: async () => ({
      code: (await officer.read('inspection.prepare', { enterprise: producer })).enterprise.code,
    }),
  }
  const somebody = new Caller(cloud, `asks-${newId()}`, officer.now)
  const content = { name: '申请人甲', phone: '13900000003', role, org: unit, ...(await more[role]()) }
  return (await somebody.write('office.requestPost', content)).application
}

const joined = async (its: Its) =>
  (await its.bureau.head.write('office.admit', { application: await applied(its, 'officer') })).post

const team = async ({ bureau: { head, unit } }: Its) =>
  (
    await head.write('office.setUpTeam', {
      unit,
      name: `${newId().slice(0, 8)}所`,
      kind: 'brigade',
      towns: [],
    })
  ).team

export const officeMakers = {
  application: {
    officer: its => applied(its, 'enterprise'),
    head: its => applied(its, 'officer'),
    admin: its => applied(its, 'head'),
  },
  asking: async ({ bureau: { officer, unit } }) => {
    const role = 'leader' as const
    await officer.write('office.requestPost', { name: '检查员甲', phone: '13900000000', role, org: unit })
    return role
  },
  posts: ({ bureau }) => ({
    head: bureau.headPost,
    deputy: bureau.deputyPost,
    legal: bureau.legalPost,
    leader: bureau.leaderPost,
    officer: bureau.officerPost,
  }),
  leaver: joined,
  absent: async its => {
    const post = await joined(its)
    await its.bureau.head.write('office.setAway', {
      post,
      standIn: await its.the('leaver'),
      from: its.today,
      to: its.today,
      kinds: [],
      reason: '出差',
    })
    return post
  },
  vacant: async its => {
    const post = await joined(its)
    await its.bureau.head.write('office.release', { post, on: its.today, reason: '调离' })
    return post
  },
  team,
  otherTeam: team,
} satisfies Partial<Makers>
