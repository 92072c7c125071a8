import { gs1CheckDigit } from './check-digits'
import type { Plain } from './look-alikes'
import { type CodeReading, doubtful, part, sound } from './reading'

/** Whether a number has the length of a GTIN. */
export const isGtinLength = (number: string): boolean => /^(\d{8}|\d{12,14})$/.test(number)

/** Fourteen digits, as GS1 Digital Link and data bases keep it. */
export const gtin14 = (number: string): string => `000000${number}`.slice(-14)

/** Who gave out the company prefix: the first three digits of a GTIN-13 or a GTIN-8 (GS1 General Specifications 1.4). */
export function gtinPrefix(number: string): string {
  const prefix = gtin14(number)
    .replace(/^(000000|.)/, '')
    .slice(0, 3)
  return /^69/.test(prefix)
    ? `${prefix}（中国注册，不表示产地）`
    : /^(2|02|04)/.test(prefix)
      ? `${prefix}（商店自编）`
      : `${prefix}（不在中国注册）`
}

/** Reads a trade item number (商品条码, GB 12904) of 8, 12, 13 or 14 digits. */
export function readGtin(plain: Plain): CodeReading {
  const code = plain.text
  const last = code.length - 1
  const is = code[last] as string
  const should = gs1CheckDigit(code.slice(0, -1))
  const parts = [part('种类', `GTIN-${code.length}`), part('前缀', gtinPrefix(code)), part('校验码', is)]
  if (should !== is)
    return doubtful(
      'gtin',
      plain,
      'check',
      `末位应为“${should}”，或前面有误`,
      [{ at: last + 1, is, should }],
      parts,
    )
  return /[1-9]/.test(code)
    ? sound('gtin', plain, '校验码正确。', parts)
    : doubtful('gtin', plain, 'empty', '不会全为0', [{ at: 1, is: code }], parts)
}
