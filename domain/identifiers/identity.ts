import { isDay } from '../calendar'
import { identityCheckDigit } from './check-digits'
import { isProvince } from './divisions'
import { broken, type CodeReading } from './reading'

/**
 * Whether a text holds what looks like an identity number (GB 11643): a province, a day of birth, and either the right
 * check digit or nothing before or behind it. A mistyped one is personal data too.
 */
export function holdsIdentityNumber(text: string): boolean {
  const found = /(?:^|\D)(\d{17}[\dX])(?!\d)/i.exec(text)
  if (!found) return false
  const number = (found[1] as string).toUpperCase()
  const born = number.slice(6, 14).replace(/(..)(..)$/, '-$1-$2')
  return (
    isProvince(number) &&
    /^(19|20)/.test(born) &&
    isDay(born) &&
    (number.length === text.length || identityCheckDigit(number.slice(0, 17)) === number[17])
  )
}

/** Personal data is neither read nor repeated (个人信息保护法 6: collected as little as the purpose allows). */
export const refuseIdentityNumber = (): CodeReading => ({
  ...broken(
    undefined,
    { text: '*'.repeat(18), swaps: [] },
    'identity',
    '属于个人信息，本工具不读取、不显示，请勿填写。',
  ),
  name: '疑似居民身份证号码',
})
