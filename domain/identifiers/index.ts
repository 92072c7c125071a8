import type { Day } from '../calendar'
import { gs1CheckDigit } from './check-digits'
import { isSoundCredit, readCredit } from './credit-reading'
import { isGtinLength, readGtin } from './gtin'
import { holdsIdentityNumber, refuseIdentityNumber } from './identity'
import { readLicence } from './licence'
import { isLink, readLink } from './link-reading'
import { digits, latin, type Plain, plainly, withText } from './look-alikes'
import { readPhone } from './phone'
import { readCcc, readRegistration } from './plain-numbers'
import { broken, type CodeReading } from './reading'

export { buildDigitalLink, type DigitalLink, parseDigitalLink } from './digital-link'
export type { CodeReading } from './reading'

/**
 * What a typed, pasted or scanned code is, and whether it is sound: unified credit code, 15-digit registration number,
 * production licence, CCC certificate, GTIN, GS1 Digital Link, telephone number. Full-width and look-alike characters are
 * read and said; a label before the code is passed over. Never throws. `today` lets a certificate of a year to come be
 * noticed.
 */
export function readCode(typed: string, today: Day = '2099'): CodeReading {
  // More than any code has: a page pasted by mistake is not searched.
  if (typed.length > 1000) return unknown({ text: '', swaps: [] }, 'length', '太长，请只粘贴一个编号。')
  const half = plainly(typed)
  if (!half.text) return unknown(half, 'empty', '请输入、粘贴或扫描一个编号。')
  const link = withoutLabel(half)
  if (isLink(link.text)) return readLink(link)

  const plain = latin(half)
  const bare = withoutLabel(plain)
  const code = withText(bare, bare.text.replace(/[-()·.]/g, ''))
  const number = digits(code)
  if (isSoundCredit(code)) return readCredit(code)
  if ([code, number, plain].some(one => holdsIdentityNumber(one.text))) return refuseIdentityNumber()
  return readLicence(plain) ?? readNumber(number, bare, today) ?? readLetters(code, number)
}

/** Codes of digits only; letters in them are look-alikes. */
function readNumber(number: Plain, bare: Plain, today: Day): CodeReading | undefined {
  const text = number.text
  if (/^\d{15}$/.test(text)) return readRegistration(number)
  if (/^(19|20)\d{14}$/.test(text)) return readCcc(number, today)
  const gtin = isGtinLength(text)
  const phone =
    !(gtin && gs1CheckDigit(text.slice(0, -1)) === text.slice(-1)) || /^861[3-9]/.test(text)
      ? readPhone(bare)
      : undefined
  return phone ?? (gtin ? readGtin(number) : undefined)
}

/** What is left: a credit code with something wrong in it, or nothing known. */
function readLetters(code: Plain, number: Plain): CodeReading {
  const text = code.text
  const length = Array.from(text).length
  const usual = text.replace(/[^\dA-Za-z]/g, '').length
  return (length === 18 && usual > 11) ||
    (length === usual && length > 14 && length < 22 && /^[159]/.test(text))
    ? readCredit(code)
    : /^\d+$/.test(number.text)
      ? unknown(number, 'length', `${number.text.length}位数字不是已知的编号，请核对位数。`)
      : unknown(
          withText(code, text.slice(0, 40)),
          'unknown',
          '认不出。可以读：统一社会信用代码、注册号、生产许可证、CCC证书、商品条码、GS1数字链接、电话。',
        )
}

const unknown = (plain: Plain, code: string, words: string): CodeReading =>
  broken(undefined, plain, code, words)

/** `统一社会信用代码：9136…`, `CCC编号2021…`, `条码 690…`: what stands before and behind the code. */
const withoutLabel = (plain: Plain): Plain =>
  withText(
    plain,
    plain.text
      .replace(/^[^:]*[\u4e00-\u9fff][^:]*:/, '')
      .replace(/^([\u4e00-\u9fff]|CCC|3C(?=\D|\d{16})|GTIN|EAN|UPC|NO|TEL|[.:,、“”-])+/i, '')
      .replace(/[\u4e00-\u9fff。、,;.“”]+$/, ''),
  )
