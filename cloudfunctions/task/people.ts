import { roles } from '../../domain/posts'
import * as z from '../../domain/zod'
import { read } from '../kernel/procedure'
import { type Staff, staffOf, teamsIn } from './staff'

/** Whom a task can be given to within a unit: its people who are there, and its teams. */
export type Choices = {
  people: { post: string; unit: string; name: string; role: string; team: string; away?: string }[]
  teams: { team: string; unit: string; name: string }[]
}

export function choicesAmong(staff: readonly Staff[]): Choices {
  const teams = teamsIn(staff)
  const nameOfTeam = (team: string | undefined) => teams.find(one => one.team === team)?.name ?? ''
  return {
    people: staff
      .filter(({ person }) => person)
      .map(({ _id, org, name, role, team, away }) => ({
        post: _id,
        unit: org,
        name,
        role: roles[role],
        team: nameOfTeam(team),
        ...(away ? { away: `${away.from.slice(5)}至${away.to.slice(5)}外出，${away.name}代` } : {}),
      })),
    teams,
  }
}

/** Whom the caller can give a task to, for the form by which he issues one. Two database calls. */
export const people = read(
  'task.assign',
  z.strictObject({}),
  async (caller): Promise<Choices> => choicesAmong(await staffOf(caller.posts.map(post => post.org))),
)
