import type { Path } from '../../client/src/cloud/call'
import { addDays, type Day, dayOf } from '../../domain/calendar'
import { creditCheckDigit, organisationCheckDigit } from '../../domain/identifiers/credit-code'
import type { Role } from '../../domain/posts'
import type { Cloud } from '../../local/cloud'
import { type Bureau, wholeCheck } from './bureau'
import { everything, type Subject } from './everything'
import { campaignMakers } from './makers/campaign'
import { enforcementMakers } from './makers/enforcement'
import type { Its, Maker, Makers, Single } from './makers/maker'
import { officeMakers } from './makers/office'
import { outsideMakers } from './makers/outside'
import { paperMakers } from './makers/paper'
import { taskMakers } from './makers/task'

const makers: Makers = {
  unit: ({ bureau }) => bureau.unit,
  enterprise: ({ bureau }) => bureau.producer,
  colleague: ({ bureau }) => bureau.colleague,
  head: ({ bureau }) => bureau.headPost,
  legal: ({ bureau }) => bureau.legalPost,
  scan: ({ bureau }) => bureau.officer.picture(),
  form: ({ bureau }) => wholeCheck(bureau),
  code: ({ bureau }) => freshCode(bureau.unit),
  now: ({ now }) => now,
  deadline: ({ today }) => addDays(today, 10),
  later: ({ today }) => addDays(today, 15),
  ...officeMakers,
  ...enforcementMakers,
  ...paperMakers,
  ...taskMakers,
  ...campaignMakers,
  ...outsideMakers,
}

/**
 * What calls in a bureau are about. A member is made, through the procedures, when a call first asks for it, and kept;
 * `given` stands in place of what would be made.
 */
export class Subjects implements Its {
  private readonly subject: Subject

  constructor(
    readonly cloud: Cloud,
    readonly bureau: Bureau,
    private readonly given: Partial<Subject> = {},
    private readonly kept = new Map<string, unknown>(),
  ) {
    this.subject = lazy(makers, (name, maker) => this.member(name, maker)) as Subject
  }

  get now(): number {
    return this.bureau.officer.now ?? Date.now()
  }

  get today(): Day {
    return dayOf(this.now)
  }

  /** The same things except what is given. */
  with(given: Partial<Subject>): Subjects {
    return new Subjects(this.cloud, this.bureau, { ...this.given, ...given }, this.kept)
  }

  /** With everything made that a procedure's line in everything.ts asks for, and nothing else. */
  async for(path: Path, role: Role): Promise<Subject> {
    for (;;) {
      const missing = this.missingFor(path, role)
      if (!missing) return this.subject
      this.kept.set(missing.name, await missing.make(this))
    }
  }

  /** One member. */
  async the<Name extends Single>(name: Name): Promise<Subject[Name]> {
    if (!(name in this.given || this.kept.has(name))) this.kept.set(name, await makers[name](this))
    return (name in this.given ? this.given[name] : this.kept.get(name)) as Subject[Name]
  }

  private missingFor(path: Path, role: Role): Missing | undefined {
    try {
      everything[path](this.subject, role)
      return undefined
    } catch (error) {
      if (error instanceof Missing) return error
      throw error
    }
  }

  private member(name: string, maker: Maker<unknown> | Record<string, Maker<unknown>>): () => unknown {
    if (name in this.given) return () => this.given[name as keyof Subject]
    if (typeof maker === 'function') return () => this.need(name, maker)
    const parts = lazy(maker, (part, make) => () => this.need(`${name}.${part}`, make))
    return () => parts
  }

  private need(name: string, make: Maker<unknown>): unknown {
    if (!this.kept.has(name)) throw new Missing(name, make)
    return this.kept.get(name)
  }
}

/** An object whose members are looked up when they are asked for. */
function lazy<Value>(named: Record<string, Value>, lookUp: (name: string, value: Value) => () => unknown) {
  const members = {}
  for (const [name, value] of Object.entries(named))
    Object.defineProperty(members, name, { get: lookUp(name, value), enumerable: true })
  return members
}

/** Asked for before it was made. */
class Missing extends Error {
  constructor(
    readonly name: string,
    readonly make: Maker<unknown>,
  ) {
    super(`${name} has not been made`)
  }
}

/** What one procedure asks for, made for it alone. */
export const subjectFor = (cloud: Cloud, bureau: Bureau, path: Path, role: Role): Promise<Subject> =>
  new Subjects(cloud, bureau).for(path, role)

let serial = 5000

/** A credit code no enterprise of the tests has yet. */
export function freshCode(unit: string): string {
  const organisation = `9999${++serial}`
  const first17 = `92${unit}${organisation}${organisationCheckDigit(organisation)}`
  return `${first17}${creditCheckDigit(first17)}`
}
