import type { Confidence } from '../../confidence'
import type { Trouble } from '../../trouble'
import type { Bound } from './rounding'

/** A limit that a measured value is held against. */
export type Limit = {
  bound: Bound
  /** With its year: GB/T 3956-2008. */
  standard: string
  clause: string
  confidence: Confidence
  notes: string[]
  /**
   * The limit is not the whole truth: the real one, which the tables do not have, is at least as strict. Failing is
   * sure, passing is not. `limit.informative` decides nothing at all.
   */
  doubt?: Trouble
  /** What another conductor class that the product standard allows would ask: passing is sure only when it is kept too. */
  stricter?: Limit
  /** What tinned wires would be asked, where nobody said whether they are: failing is sure only when it is broken too. */
  tinned?: Limit
}

export const isTrouble = (answer: Limit | Trouble): answer is Trouble => 'code' in answer

export const refuse = (code: string, message: string): Trouble => ({ code: `limit.${code}`, message })

/** 'GB/T 5023.3-2008 表1' is the standard and the place in it. */
export function limitOf(bound: Bound, cited: string, confidence: string, note?: string): Limit {
  const year = cited.search(/-\d{4}/)
  return {
    bound,
    standard: cited.slice(0, year + 5),
    clause: cited.slice(year + 6),
    confidence: confidence as Confidence,
    notes: note ? [note] : [],
  }
}
