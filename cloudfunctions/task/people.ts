import { spokenDay } from '../../domain/calendar'
import { roles } from '../../domain/posts'
import * as z from '../../domain/zod'
import { read } from '../kernel/procedure'
import { type Staff, staffOf, teamsOf } from './staff'

/** Whom a task can be given to within a unit: its people who are there, and its teams. */
export type Choices = {
  people: { post: string; unit: string; name: string; role: string; team: string; away?: string }[]
  teams: { team: string; unit: string; name: string }[]
}

/** Whom the people of these units can give a task to. Two database calls, one where their posts are known. */
export async function choicesIn(units: readonly string[], known?: readonly Staff[]): Promise<Choices> {
  const [staff, teams] = await Promise.all([known ?? staffOf(units), teamsOf(units)])
  const nameOfTeam = (id: string | undefined) => teams.find(({ _id }) => _id === id)?.name ?? ''
  return {
    people: staff
      .filter(({ person, role }) => person && role !== 'chief')
      .map(({ _id, org, name, role, team, away }) => ({
        post: _id,
        unit: org,
        name,
        role: roles[role],
        team: nameOfTeam(team),
        ...(away ? { away: `${spokenDay(away.from)}至${spokenDay(away.to)}外出，${away.name}代` } : {}),
      })),
    teams: teams.map(({ _id, unit, name }) => ({ team: _id, unit, name })),
  }
}

/** Whom the caller can give a task to, for the form by which he issues one. Three database calls. */
export const people = read('task.assign', z.strictObject({}), caller =>
  choicesIn(caller.posts.map(post => post.org)),
)
