import type { Path } from '../../../client/src/cloud/call'
import type { Day } from '../../../domain/calendar'
import type { Role } from '../../../domain/posts'
import type { Cloud } from '../../../local/cloud'
import type { Bureau } from '../bureau'
import type { Subject } from '../everything'

/** Members of which each part is made on its own. */
type Group = 'application' | 'papers' | 'tasks'
export type Single = Exclude<keyof Subject, Group>

/** What a maker may ask for: the bureau it works in, and other members. */
export interface Its {
  readonly cloud: Cloud
  readonly bureau: Bureau
  readonly now: number
  readonly today: Day
  with(given: Partial<Subject>): Its
  for(path: Path, role: Role): Promise<Subject>
  the<Name extends Single>(name: Name): Promise<Subject[Name]>
}

/** Makes one member, in the state in which the step that asks for it can be taken. */
export type Maker<Value> = (its: Its) => Value | Promise<Value>
export type Makers = { [Name in Single]: Maker<Subject[Name]> } & {
  [Name in Group]: { [Part in keyof Subject[Name]]: Maker<NonNullable<Subject[Name][Part]>> }
}
