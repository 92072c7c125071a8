import { isAhead, kindsObjection, mayBeAway, standInObjection } from '../../domain/away'
import { orgQuestion, postQuestion } from '../../domain/bureau-forms'
import { type Day, dayOf } from '../../domain/calendar'
import { type CertificateStanding, certificateStanding, certificateWarning } from '../../domain/certificate'
import { heldSince, isVacant, takerObjection } from '../../domain/holding'
import { nameOf } from '../../domain/organisation'
import type { Away } from '../../domain/people'
import { postFor, type Role, roles } from '../../domain/posts'
import { isOfTeam, teamKinds } from '../../domain/team'
import { _ } from '../kernel/cloud'
import { type Collections, find, list } from '../kernel/collections'
import type { Caller } from '../kernel/identity'
import { refuse } from '../kernel/problem'
import { read } from '../kernel/procedure'
import { teamsOf } from './team'

type Holder = Collections['posts']

// Those who work in an office; an enterprise's people are found with their enterprise.
const OFFICE: Role[] = ['chief', 'head', 'deputy', 'legal', 'leader', 'officer']
const POSTS = 300

const officeOf = (org: string): Promise<Holder[]> =>
  list(
    'posts',
    { org, role: _.in(OFFICE) },
    {
      limit: POSTS,
      order: [
        ['role', 'asc'],
        ['_id', 'asc'],
      ],
    },
  )

/** Everybody of a bureau by team, posts without anybody, certificates that end, who is away (岗位和人员). Three database calls. */
export const people = read('post.read', orgQuestion, async (caller, { unit }) => {
  if (!postFor(caller.posts, 'post.read', { unit })) return refuse('scope.foreign')
  const today = dayOf(Date.now())
  const [posts, teams] = await Promise.all([officeOf(unit), teamsOf(unit)])
  return {
    unit,
    unitName: nameOf(unit),
    may: { manage: postFor(caller.posts, 'post.manage', { unit }) !== undefined },
    teams: teams.map(({ _id, name, kind, towns }) => ({
      id: _id,
      name,
      kind,
      kindName: teamKinds[kind],
      towns,
    })),
    posts: posts.map(post => ({ ...rowOf(post), ...awayOf(post, today), ...certificateOf(post, today) })),
  }
})

/** One post: who holds it and held it, what can be done with it, and whom it could go to. Four database calls. */
export const post = read('post.read', postQuestion, async (caller, input) => {
  const found = await find('posts', input.post)
  if (!found || !postFor(caller.posts, 'post.read', { unit: found.org })) return refuse('record.missing')
  const today = dayOf(Date.now())
  const [posts, teams] = await Promise.all([officeOf(found.org), teamsOf(found.org)])
  const names = new Map(teams.map(({ _id, name }) => [_id, name]))
  const manages = postFor(caller.posts, 'post.manage', { unit: found.org }) !== undefined
  const own = isOwn(caller, found)
  return {
    today,
    ...rowOf(found),
    ...awayOf(found, today),
    ...certificateOf(found, today),
    orgName: nameOf(found.org),
    teamName: names.get(found.team ?? '') ?? '',
    since: heldSince(found),
    holders: (found.holders ?? []).map(({ name, from, to }) => ({ name, from, ...(to ? { to } : {}) })),
    teams: isOfTeam(found.role) ? teams.map(({ _id, name }) => ({ id: _id, name })) : [],
    colleagues: colleaguesOf(found, posts, today, names),
    own,
    may: { manage: manages, away: (own || manages) && mayBeAway(found.role) && !isVacant(found) },
  }
})

const present = ({ away: _away, ...post }: Holder): Holder => post

const isOwn = (caller: Caller, post: Holder): boolean =>
  caller.posts.some(({ id, standIn }) => id === post._id && !standIn)

const rowOf = (post: Holder) => ({
  post: post._id,
  role: post.role,
  roleName: roles[post.role],
  ...(post.team ? { team: post.team } : {}),
  name: post.name,
  vacant: isVacant(post),
  ...(isVacant(post) ? { was: post.holders?.at(-1)?.name ?? '', left: post.holders?.at(-1)?.to } : {}),
})

/** An absence that runs or is to come. */
type AwayShown = Omit<Away, 'post'> & { now: boolean }

/** An officer's certificate and what is said of it. */
type CertificateShown = {
  number: string
  until?: Day
  standing: CertificateStanding
  warning?: string | undefined
}

function awayOf({ away }: Holder, today: Day): { away?: AwayShown } {
  if (!away || !isAhead(away, today)) return {}
  const { post: _post, ...shown } = away
  return { away: { ...shown, now: away.from <= today } }
}

function certificateOf(
  { role, certificate, certificateUntil, person }: Holder,
  today: Day,
): { certificate?: CertificateShown } {
  if (role !== 'officer' || !person) return {}
  return {
    certificate: {
      number: certificate,
      ...(certificateUntil ? { until: certificateUntil } : {}),
      standing: certificateStanding(certificateUntil, today),
      warning: certificateWarning(certificateUntil, today),
    },
  }
}

// One line for each person: by the first of his posts that could take this one over or stand in for it.
function colleaguesOf(post: Holder, posts: Holder[], today: Day, teams: Map<string, string>) {
  const lines = posts
    .filter(one => !isVacant(one) && one.person !== post.person)
    .map(one => ({
      post: one._id,
      person: one.person,
      name: one.name,
      roleName: roles[one.role],
      teamName: teams.get(one.team ?? '') ?? '',
      takes: takerObjection(post, one, today) === undefined,
      /** Papers too, not tasks alone. */
      approves: kindsObjection(['DOC-06'], post, one) === undefined,
      /** On days on which he is not away himself. */
      standsIn: standInObjection({ from: today, to: today }, post, present(one)) === undefined,
      ...(one.away && isAhead(one.away, today) ? { away: { from: one.away.from, to: one.away.to } } : {}),
    }))
  const better = (one: (typeof lines)[number]) => Number(one.takes) + 2 * Number(one.standsIn)
  const best = new Map<string, (typeof lines)[number]>()
  for (const line of lines) {
    const other = best.get(line.person)
    if (!other || better(line) > better(other)) best.set(line.person, line)
  }
  return [...best.values()].map(({ person: _person, ...line }) => line)
}
