import { CHARSET, creditCheckDigit, organisationCheckDigit } from './credit-code'
import { divisionWithName, isProvince } from './divisions'
import { type Plain, swapped, withText } from './look-alikes'
import { broken, type CodeReading, doubtful, type Part, part, sound, type Wrong } from './reading'

// First and second character, GB 32100-2015 table 1.
const AUTHORITIES: Record<string, string> = { 1: '机构编制', 5: '民政', 9: '市场监管', Y: '其他' }
const KINDS: Record<string, string> = {
  91: '企业',
  92: '个体工商户',
  93: '农民专业合作社',
  11: '机关',
  12: '事业单位',
}

/** Characters taken for one another by the eye, on screens and on creased licences. */
const ALIKE = ['0DQC', '1LT7', '6G8B39', 'EF3', 'UWY', 'KX', 'PR', 'MNH', '4A', '2Q']

/** Reads what has the look of a unified social credit code. `plain` has neither spaces nor dashes. */
export function readCredit(plain: Plain): CodeReading {
  const read = asTyped(plain)
  const code = read.text
  const letters = Array.from(code)
  if (letters.length !== 18)
    return broken('credit', read, 'length', `应为18位，现在是${letters.length}位，请核对。`)

  const wrong = letters
    .map((is, i): Wrong => ({ at: i + 1, is }))
    .filter(one => !fitsPlace(one.is, one.at - 1))
  const first = wrong[0]
  if (first) {
    if (wrong.length === 1) first.should = derived(letters, first.at - 1)
    return broken(
      'credit',
      read,
      'character',
      `${wrong.map(one => `第${one.at}位“${one.is}”`).join('、')}不会出现${first.should ? `，推算应为“${first.should}”` : ''}，请核对。`,
      wrong,
    )
  }

  const parts = partsOf(code)
  const at = (place: number, should: string): Wrong => ({ at: place, is: code[place - 1] as string, should })
  const check = at(18, creditCheckDigit(code))
  const organisation = at(17, organisationCheckDigit(code.slice(8, 16)))
  const checkFits = check.is === check.should
  const organisationFits = organisation.is === organisation.should
  if (checkFits && organisationFits) return sound('credit', read, '两个校验码都正确。', parts)

  // Where both fail, a single error can only lie in what both cover; then no look-alike is needed to find it.
  const slips = slipsOf(code).filter(fits)
  const likely = checkFits || organisationFits || slips.length ? slips : singles(code).filter(fits)
  const only =
    !checkFits && !organisationFits && likely.length === 1
      ? differences(code, likely[0] as string)
      : undefined
  const suggestions = (organisationFits ? [code.slice(0, 17) + check.should] : []).concat(likely).slice(0, 6)
  const found = only || [organisation, check].filter(one => one.is !== one.should)
  const reading = doubtful(
    'credit',
    read,
    checkFits ? 'organisation' : 'check',
    `校验码不符：${found.map(one => `第${one.at}位“${one.is}”应为“${one.should}”`).join('，')}${only || organisationFits ? '' : '，或前面有误'}（原件如此的可以使用）`,
    found,
    parts,
  )
  return suggestions.length ? Object.assign(reading, { suggestions }) : reading
}

/** Whether the code is sound by both its check digits. */
export const isSoundCredit = (plain: Plain): boolean => fits(asTyped(plain).text)

/** Capital letters; I, O, S and Z, which no code has, as digits; in the division code other look-alikes too. */
function asTyped(plain: Plain): Plain {
  const upper = (read: Plain): Plain =>
    swapped(swapped(withText(read, read.text.toUpperCase()), 'IOSZ', '1052'), 'BDLQG', '80106', 2, 8)
  const asLetter = upper(plain)
  if (plain.text.indexOf('l') < 0 || fits(asLetter.text)) return asLetter
  // A small l among capitals is a 1; among small letters it is one where that makes the code sound.
  const asOne = upper(swapped(plain, 'l', '1'))
  return fits(asOne.text) || !/[a-km-z]/.test(plain.text) ? asOne : asLetter
}

const fitsPlace = (character: string, at: number): boolean =>
  (at > 1 && at < 8 ? '0123456789' : CHARSET).indexOf(character) >= 0

/** 100000 is the country: what the national authority registered. */
const fits = (code: string): boolean =>
  code.length === 18 &&
  Array.from(code).every(fitsPlace) &&
  (code.slice(2, 4) === '10' || isProvince(code.slice(2))) &&
  creditCheckDigit(code) === code[17] &&
  organisationCheckDigit(code.slice(8, 16)) === code[16]

/** The character that makes the code right at a place where none can be read. */
const derived = (letters: string[], place: number): string | undefined =>
  Array.from(CHARSET).filter(c => fits(letters.map((was, i) => (i === place ? c : was)).join('')))[0]

/** The codes that differ by one character that `may` stand in the other's place. */
const singles = (code: string, may = (was: string, is: string) => was !== is): string[] =>
  Array.from(CHARSET)
    .map(c => Array.from(code, (was, i) => (may(was, c) ? code.slice(0, i) + c + code.slice(i + 1) : '')))
    .reduce((all, some) => all.concat(some))

/** The codes that differ by one look-alike character or by two neighbours exchanged. */
const slipsOf = (code: string): string[] =>
  Array.from(code.slice(1), (next, i) =>
    next === code[i] ? '' : code.slice(0, i) + next + code[i] + code.slice(i + 2),
  ).concat(
    singles(code, (a, b) => a !== b && ALIKE.some(group => group.indexOf(a) >= 0 && group.indexOf(b) >= 0)),
  )

const differences = (code: string, to: string): Wrong[] =>
  Array.from(to, (should, i): Wrong => ({ at: i + 1, is: code[i] as string, should })).filter(
    one => one.is !== one.should,
  )

function partsOf(code: string): Part[] {
  const named = (character: string, name: string | undefined) => character + (name ? `（${name}）` : '')
  return [
    part('登记管理部门', named(code[0] as string, AUTHORITIES[code[0] as string])),
    part('机构类别', named(code[1] as string, KINDS[code.slice(0, 2)])),
    part('登记机关行政区划码', divisionWithName(code.slice(2, 8))),
    part('主体标识码', code.slice(8, 17)),
    part('校验码', code.slice(17)),
  ]
}
