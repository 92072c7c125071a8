import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import type { PapersRouter } from '../../../cloudfunctions/papers'
import type { WorkRouter } from '../../../cloudfunctions/work'
import { person } from './person'
import { type ClientProblem, deviceProblem, ProblemError } from './problem'
import { transport } from './transport'

// Which of the functions answers is functionOf's affair; a screen names the path.
type Inputs = inferRouterInputs<WorkRouter> & inferRouterInputs<PapersRouter>
type Outputs = inferRouterOutputs<WorkRouter> & inferRouterOutputs<PapersRouter>

/** `context.procedure`, e.g. `office.me`. */
export type Path = { [C in keyof Inputs & string]: `${C}.${keyof Inputs[C] & string}` }[keyof Inputs & string]

type At<R, P extends string> = P extends `${infer C}.${infer N}`
  ? C extends keyof R
    ? N extends keyof R[C]
      ? R[C][N]
      : never
    : never
  : never

export type InputOf<P extends Path> = At<Inputs, P>
export type OutputOf<P extends Path> = At<Outputs, P>

/** A procedure that writes: it takes `{ id, content }`, and goes through the outbox. */
export type WritePath = {
  [P in Path]: InputOf<P> extends { id: string; content: unknown } ? P : never
}[Path]
export type ContentOf<P extends WritePath> = InputOf<P> extends { content: infer C } ? C : never
export type AnswerOf<P extends WritePath> = OutputOf<P> extends { answer: infer A } ? A : never

type Envelope = { ok: true; data: unknown } | { ok: false; problem: ClientProblem }

/**
 * Calls a procedure as the given person and opens the envelope. Rejects with a ProblemError: the server's problem, or
 * `network.offline` / `network.slow` when it was not reached.
 */
export async function callAs(who: string, path: string, input: unknown, timeout = 20_000): Promise<unknown> {
  const envelope = (await transport.call({ path, input }, who, timeout)) as Envelope | undefined
  if (envelope?.ok) return envelope.data
  throw new ProblemError(envelope?.problem ?? { code: 'internal', message: '服务器没有回答，请稍后再试' })
}

/** Calls a procedure as the person of this device; typed by the router, at no cost in bytes. */
export async function call<P extends Path>(path: P, input: InputOf<P>): Promise<OutputOf<P>> {
  const who = person()
  if (!who) throw deviceProblem('person.none')
  return (await callAs(who, path, input)) as OutputOf<P>
}
