import type { Person } from '../../domain/people'
import type { Post } from '../../domain/posts'
import type { Submission } from '../kernel/submission'

/**
 * The person documents one write touches: each is read once and written once at the end, however many of its posts
 * change.
 */
export class Carriers {
  private readonly people = new Map<string, Person>()

  constructor(private readonly submission: Submission) {}

  /** The person with this openid. */
  async of(openid: string): Promise<Person> {
    const known = this.people.get(openid) ?? (await this.submission.need('people', openid))
    this.people.set(openid, known)
    return known
  }

  /** Gives a person other posts. */
  async change(openid: string, posts: (now: Post[]) => Post[]): Promise<void> {
    const known = await this.of(openid)
    this.people.set(openid, { ...known, posts: posts(known.posts) })
  }

  /** Changes what is known of a person, or enters somebody new. */
  put(person: Person): void {
    this.people.set(person._id, person)
  }

  /** Has all of them written with the submission. */
  write(): void {
    for (const person of this.people.values()) this.submission.putBeside('people', person)
  }
}
