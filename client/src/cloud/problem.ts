import type { Problem } from '@domain/problems'

/** A problem as a screen meets it: one of the server's catalogue, or one that arises on the device. */
export type ClientProblem = Omit<Problem, 'code'> & { code: string }

/** Thrown by `call` and by everything that stands on it; `problem.message` is a sentence for the person. */
export class ProblemError extends Error {
  readonly problem: ClientProblem

  constructor(problem: ClientProblem) {
    super(problem.message)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

// Problems that arise before the server is reached. Same form as the server's catalogue in domain/problems.ts.
const onDevice = {
  'network.offline': '现在没有网络',
  'network.slow': '网络太慢，服务器没有及时回答',
  'person.none': '请先登录',
  'storage.full': '手机存储空间不足，没有存下来。请清理空间后再按一次',
  'file.lost': '手机上的照片找不到了，请重新拍摄',
  'post.gone': '岗位已收回，这份内容没有发送。仍由您办理的，请打开后重新提交；不再办理的，可以删除',
  'digest.differs': '服务器收到的内容与手机上的不一致，两份都已保留，请核对',
} as const

export const deviceProblem = (code: keyof typeof onDevice, message: string = onDevice[code]) =>
  new ProblemError({ code, message })

// Not imported from domain/problems.ts as a value: `rate.limited` is the citizen function's, and a new code must not
// stop an old client's queue.
const passing = [
  'network.offline',
  'network.slow',
  'storage.full',
  'transaction.busy',
  'internal',
  'rate.limited',
]

/** Whether the problem passes by itself, so that trying again later is right. */
export const isTransient = (problem: ClientProblem): boolean => passing.includes(problem.code)

/** Whether the device, not the server, stands in the way. */
export const isOffline = (problem: ClientProblem): boolean => problem.code.startsWith('network.')

/** What went wrong, as a problem with a sentence, whatever was thrown. */
export function problemOf(error: unknown): ClientProblem {
  if (error instanceof ProblemError) return error.problem
  const detail = error instanceof Error ? error.message : String(error)
  return { code: 'internal', message: '出了点问题，您的内容没有丢，请稍后再试', trace: detail.slice(0, 200) }
}
