import { initTRPC } from '@trpc/server'
import { digestOf } from '../../domain/digest'
import { photosIn } from '../../domain/evidence'
import { id } from '../../domain/fields'
import type { Verb } from '../../domain/posts'
import * as z from '../../domain/zod'
import { type Entry, find } from './collections'
import { keepPictures, withKept } from './files'
import { type Caller, identify, requireVerb } from './identity'
import { refuse } from './problem'
import { Submission } from './submission'
import { inTransaction } from './transaction'

/** What a procedure is called with: the event's path and its input as it came. */
export type Context = { path: string; raw: unknown }

/** What a procedure says of itself; tests walk all procedures by it. */
export type Meta = { verb: Verb | 'anyone'; kind: 'read' | 'write' }

const trpc = initTRPC.context<Context>().meta<Meta>().create({
  isServer: true,
})

export const router = trpc.router

// The verb is asked before the input is read: who may not call it learns nothing of what it takes.
const open = (meta: Meta) =>
  trpc.procedure.meta(meta).use(async ({ next }) => {
    const caller = await identify()
    if (meta.verb !== 'anyone') requireVerb(caller, meta.verb)
    return next({ ctx: { caller } })
  })

/** A procedure that reads. `verb` is what the caller's posts must have; `anyone` asks only who is calling. */
export const read = <S extends z.ZodMiniType, Answer>(
  verb: Verb | 'anyone',
  schema: S,
  run: (caller: Caller, input: z.output<S>) => Promise<Answer>,
) =>
  open({ verb, kind: 'read' })
    .input(schema)
    .query(({ ctx, input }) => run(ctx.caller, input as z.output<S>))

/** What a write answers: the earlier answer where the same submission had come before. */
export type Written<Answer> = { id: string; digest: string; answer: Answer; replayed: boolean }

/**
 * A procedure that writes: `{ id, content }`, `id` made on the device. Record, journal and figures in one transaction.
 * The same id with the same content gives the earlier answer; with other content, `replay.conflict`.
 */
export const write = <S extends z.ZodMiniType, Answer>(
  verb: Verb | 'anyone',
  schema: S,
  run: (submission: Submission, content: z.output<S>) => Promise<Answer>,
) =>
  open({ verb, kind: 'write' })
    .input(z.strictObject({ id: id(), content: schema }))
    .mutation(async ({ ctx, input }): Promise<Written<Answer>> => {
      const { caller, path } = ctx
      const submission = input as { id: string; content: z.output<S> }
      const digest = digestOf(path, (ctx.raw as { content: unknown }).content)
      const pictures = photosIn(submission.content)
      let { content } = submission
      if (pictures.length) {
        const earlier = await find('journal', submission.id)
        if (earlier) return replay<Answer>(earlier, caller, digest)
        content = withKept(content, await keepPictures(caller, pictures))
      }
      return inTransaction(async transaction => {
        const earlier = await transaction.find('journal', submission.id)
        if (earlier) return replay<Answer>(earlier, caller, digest)
        const current = new Submission(transaction, caller, verb, submission.id, path, digest)
        const answer = await run(current, content)
        await current.commit(answer)
        return { id: submission.id, digest, answer, replayed: false }
      })
    })

function replay<Answer>(earlier: Entry, caller: Caller, digest: string): Written<Answer> {
  if (earlier.who !== caller.person)
    refuse('input.invalid', { message: '编号已被使用，请重新提交', field: 'id' })
  if (earlier.digest !== digest) {
    refuse('replay.conflict', { theirs: { at: earlier.at, record: earlier.record, digest: earlier.digest } })
  }
  return { id: earlier._id, digest, answer: earlier.answer as Answer, replayed: true }
}
