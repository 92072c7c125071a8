import { tidyCode } from '../text'

// Unified social credit code (统一社会信用代码), GB 32100-2015.
export const CHARSET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

export type CreditCode =
  | { form: 'sound'; code: string }
  /** Eighteen characters, but the check digit says otherwise: real published codes are like that, so only a warning. */
  | { form: 'doubtful'; code: string; expected: string }
  | { form: 'broken'; reason: string }

/** Reads a unified social credit code as typed, full-width and spaced forms too. */
export function readCreditCode(typed: string): CreditCode {
  const code = tidyCode(typed)
  if (code.length !== 18)
    return { form: 'broken', reason: `统一社会信用代码应为18位，现在是${code.length}位` }
  const wrong = [...code].findIndex(character => !CHARSET.includes(character))
  if (wrong >= 0)
    return { form: 'broken', reason: `统一社会信用代码第${wrong + 1}位“${code[wrong]}”不会出现，请核对` }
  if (!/^\d{6}$/.test(code.slice(2, 8))) return { form: 'broken', reason: '统一社会信用代码第3至8位应为数字' }
  const expected = creditCheckDigit(code)
  return code[17] === expected ? { form: 'sound', code } : { form: 'doubtful', code, expected }
}

/** The 18th character that belongs to the first seventeen. */
export function creditCheckDigit(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * CHARSET.indexOf(first17[i] as string), 0)
  return CHARSET[(31 - (sum % 31)) % 31] as string
}

/** The ninth character of an organisation code (GB 11714) that belongs to its first eight. */
export function organisationCheckDigit(first8: string): string {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2]
  const values = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
  const sum = weights.reduce((total, weight, i) => total + weight * values.indexOf(first8[i] as string), 0)
  const check = 11 - (sum % 11)
  return check === 10 ? 'X' : check === 11 ? '0' : String(check)
}
