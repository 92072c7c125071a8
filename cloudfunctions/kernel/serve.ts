import { type AnyRouter, TRPCError } from '@trpc/server'
import { type Problem, problems } from '../../domain/problems'
import { Refusal } from './problem'

const EVENT_BYTES = 64 * 1024
const ANSWER_BYTES = 256 * 1024

export type Answer = { ok: true; data: unknown } | { ok: false; problem: Problem }

/**
 * A deployed function over a router. An event is `{ path, input }`; WeChat adds members of its own, which are not
 * read. The answer is data or a problem, never a stack.
 */
export function serve(router: AnyRouter) {
  const procedures = router._def.procedures as Record<string, unknown>
  return async function main(event: unknown): Promise<Answer> {
    try {
      const { path, input } = (event ?? {}) as { path?: unknown; input?: unknown }
      if (typeof path !== 'string' || !Object.hasOwn(procedures, path)) return problem('path.unknown')
      if (bytesOf(input) > EVENT_BYTES) return problem('input.tooLarge')
      const procedure = path
        .split('.')
        .reduce(
          (at: unknown, name) => (at as Record<string, unknown>)[name],
          router.createCaller({ path, raw: input }),
        )
      const data = await (procedure as (input: unknown) => Promise<unknown>)(input)
      if (bytesOf(data) > ANSWER_BYTES) return problem('answer.tooLarge')
      return { ok: true, data }
    } catch (error) {
      return { ok: false, problem: toProblem(error) }
    }
  }
}

function bytesOf(value: unknown): number {
  try {
    return Buffer.byteLength(JSON.stringify(value) ?? '')
  } catch {
    return Number.POSITIVE_INFINITY // nested deeper than JSON can be written
  }
}

const problem = (code: keyof typeof problems): Answer => ({
  ok: false,
  problem: { code, message: problems[code] },
})

function toProblem(error: unknown): Problem {
  const cause = error instanceof TRPCError ? error.cause : error
  if (cause instanceof Refusal) return cause.problem
  const issues = (
    cause as
      | { issues?: { message: string; path: (string | number)[]; code: string; keys?: string[] }[] }
      | undefined
  )?.issues
  if (error instanceof TRPCError && error.code === 'BAD_REQUEST' && issues?.[0]) return invalid(issues[0])
  const trace = Math.random().toString(36).slice(2, 10)
  console.error(trace, cause ?? error)
  return { code: 'internal', message: `${problems.internal}（编号 ${trace}）`, trace }
}

function invalid(issue: {
  message: string
  path: (string | number)[]
  code: string
  keys?: string[]
}): Problem {
  const field = issue.path.filter((part, i) => i > 0 || part !== 'content').join('.')
  const message =
    issue.code === 'unrecognized_keys' ? '内容里有这个版本不认识的项目，请更新小程序后再试' : issue.message
  return { code: 'input.invalid', message, ...(field ? { field } : {}) }
}
