import { mergeForm, moveForm, orgQuestion, teamChangeForm, teamForm } from '../../domain/bureau-forms'
import { isVacant } from '../../domain/holding'
import { postFor, type Verb } from '../../domain/posts'
import { isOfTeam, merged, mergeObjection, teamId, teamKinds, teamObjection } from '../../domain/team'
import { _ } from '../kernel/cloud'
import { type Collections, list } from '../kernel/collections'
import { refuse } from '../kernel/problem'
import { read, write } from '../kernel/procedure'
import type { Submission } from '../kernel/submission'
import { Carriers } from './carriers'
import { openidOf, postHere, unlessObjected } from './hold'

const TEAMS = 60

type Team = Collections['teams']

const kinds = Object.keys(teamKinds)

/** A unit's open teams, stations first, each kind by name. One database call. */
export async function teamsOf(unit: string): Promise<Team[]> {
  const found = await list('teams', { unit, open: true }, { limit: TEAMS, order: [['_id', 'asc']] })
  return found.sort(
    (a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || a.name.localeCompare(b.name, 'zh-CN'),
  )
}

/** Names of teams by id, merged ones too. One database call, none where there are no teams. */
export async function teamNames(ids: readonly (string | undefined)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter(id => id !== undefined))]
  if (!wanted.length) return new Map()
  const found = await list('teams', { _id: _.in(wanted) }, { limit: TEAMS, fields: ['_id', 'name'] })
  return new Map(found.map(({ _id, name }) => [_id, name]))
}

/** The teams of a unit, for whoever asks for a post there. Two database calls. */
export const teams = read('anyone', orgQuestion, async (_caller, { unit }) =>
  (await teamsOf(unit)).map(({ _id, name, kind, towns }) => ({
    id: _id,
    name,
    kind,
    kindName: teamKinds[kind],
    towns,
  })),
)

/** Sets up a team (设立所队). */
export const setUpTeam = write('post.manage', teamForm, async (submission, form) => {
  submission.within({ unit: form.unit })
  unlessObjected(teamObjection(form, await teamsOf(form.unit)))
  const _id = teamId(form.unit, submission.id)
  submission.create('teams', { _id, ...form, posts: [], open: true })
  return { team: _id }
})

/** Changes a team's name, kind or area. */
export const changeTeam = write('post.manage', teamChangeForm, async (submission, { team: id, ...form }) => {
  const team = await teamHere(submission, 'post.manage', id)
  const others = (await teamsOf(team.unit)).filter(({ _id }) => _id !== id)
  unlessObjected(teamObjection({ ...form, unit: team.unit }, others))
  submission.replace('teams', team, { ...team, ...form })
  return { team: id }
})

/** Merges a team into another (撤并): its posts move with all their work, its towns too. */
export const mergeTeam = write('post.manage', mergeForm, async (submission, form) => {
  const team = await teamHere(submission, 'post.manage', form.team)
  const into = await submission.need('teams', form.into)
  unlessObjected(mergeObjection(team, into))
  const carriers = new Carriers(submission)
  for (const id of team.posts) {
    const post = await submission.find('posts', id)
    if (post?.team === team._id) await place(submission, carriers, post, into._id)
  }
  carriers.write()
  const [before, after] = merged(team, into, submission.today)
  submission.replace('teams', team, before)
  submission.replace('teams', into, after)
  return { team: into._id, moved: team.posts.length }
})

/** Moves a post to another team of its unit, or to none (调整所队). */
export const movePost = write('post.manage', moveForm, async (submission, form) => {
  const post = await postHere(submission, 'post.manage', form.post)
  if (!isOfTeam(post.role))
    refuse('input.invalid', { message: '只有检查员和所长、股长属于所队', field: 'post' })
  if (form.team && form.team.split('.')[0] !== post.org)
    refuse('input.invalid', { message: '只能调到本局的所队', field: 'team' })
  if (form.team === post.team) refuse('state.wrong', { message: '他已经在这个所队了' })
  const carriers = new Carriers(submission)
  if (post.team) await outOfTeam(submission, post.team, post._id)
  const team = form.team ? await intoTeam(submission, form.team, post._id) : undefined
  await place(submission, carriers, post, team)
  carriers.write()
  return { post: post._id }
})

/** Puts a post into an open team, and answers the team. */
export async function intoTeam(submission: Submission, id: string, post: string): Promise<string> {
  const team = await submission.find('teams', id)
  if (!team?.open)
    return refuse('input.invalid', {
      message: team ? `${team.name}已经撤并，请重新选择所队` : '没有这个所队，请重新选择',
      field: 'team',
    })
  submission.replace('teams', team, { ...team, posts: [...team.posts, post] })
  return team._id
}

async function outOfTeam(submission: Submission, id: string, post: string): Promise<void> {
  const team = await submission.need('teams', id)
  submission.replace('teams', team, { ...team, posts: team.posts.filter(one => one !== post) })
}

// The post itself, and as its holder and who stands in for him carry it.
async function place(
  submission: Submission,
  carriers: Carriers,
  post: Collections['posts'],
  team: string | undefined,
): Promise<void> {
  const { team: _team, ...rest } = post
  submission.replace('posts', post, { ...rest, ...(team ? { team } : {}) })
  const standIn = post.away && (await submission.find('posts', post.away.post))
  const carrying = [isVacant(post) ? undefined : openidOf(post), standIn?.openid]
  for (const openid of carrying)
    if (openid)
      await carriers.change(openid, posts =>
        posts.map(one => {
          if (one.id !== post._id) return one
          const { team: _before, ...carried } = one
          return { ...carried, ...(team ? { team } : {}) }
        }),
      )
}

async function teamHere(submission: Submission, verb: Verb, id: string): Promise<Team> {
  const team = await submission.find('teams', id)
  if (!team || !postFor(submission.caller.posts, verb, { unit: team.unit })) return refuse('record.missing')
  submission.within({ unit: team.unit })
  if (!team.open) refuse('state.wrong', { message: `${team.name}已经撤并，请刷新后再看` })
  return team
}
