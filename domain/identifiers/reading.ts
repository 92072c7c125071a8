import type { Trouble } from '../trouble'
import { type Plain, readAs } from './look-alikes'

const NAMES = {
  credit: '统一社会信用代码',
  registration: '营业执照注册号（旧）',
  licence: '生产许可证编号',
  ccc: 'CCC证书编号',
  gtin: '商品条码',
  digitalLink: 'GS1数字链接',
  mobile: '手机号码',
  landline: '固定电话号码',
}
export type CodeKind = keyof typeof NAMES

/** A place where something is wrong: `at` counts from 1. `should` only where a check digit lets it be told. */
export type Wrong = { at: number; is: string; should?: string }

export type Part = { label: string; value: string }

/** What a code is and how it stands. */
export type CodeReading = {
  kind?: CodeKind
  /** Chinese name of what it is, or seems to be. */
  name: string
  /**
   * `sound`: form right, and check digit right where there is one. `doubtful`: to be compared with the original, but it
   * may be so: real codes fail their check digit. `broken`: it cannot be such a code.
   */
  state: 'sound' | 'doubtful' | 'broken'
  /** The code as it should be written; as far as it could be read, when broken. */
  code: string
  /** A sentence for whoever holds the licence or the reel in hand; the name stands before it. */
  words: string
  wrong: Wrong[]
  parts: Part[]
  /** Said when look-alike or full-width characters were read as what they were meant for. */
  readAs?: string
  /** Whole codes that would be right and differ by one easy slip. Offered, never applied. */
  suggestions?: string[]
  /** There unless the state is `sound`; its message is `words`. */
  trouble?: Trouble
}

export const part = (label: string, value: string): Part => ({ label, value })

export const sound = (
  kind: CodeKind | undefined,
  plain: Plain,
  words: string,
  parts: Part[] = [],
): CodeReading => ({
  kind,
  name: kind ? NAMES[kind] : '未识别',
  state: 'sound',
  code: plain.text,
  words,
  wrong: [],
  parts,
  readAs: readAs(plain),
})

/** Its trouble has the code `kind.code`. */
export const broken = (
  kind: CodeKind | undefined,
  plain: Plain,
  code: string,
  message: string,
  wrong: Wrong[] = [],
  parts?: Part[],
): CodeReading =>
  Object.assign(sound(kind, plain, message, parts), {
    state: 'broken' as const,
    wrong,
    trouble: { code: `${kind || 'code'}.${code}`, message },
  })

export const doubtful = (
  kind: CodeKind,
  plain: Plain,
  code: string,
  words: string,
  wrong: Wrong[],
  parts: Part[],
): CodeReading =>
  Object.assign(broken(kind, plain, code, `${words}，请与原件核对。`, wrong, parts), {
    state: 'doubtful' as const,
  })
