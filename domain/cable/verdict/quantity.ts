import Big from 'big.js'
import { halfWidth, tidy } from '../../text'
import type { Trouble } from '../../trouble'

export type Quantity = { ok: true; value: string; asTyped: string } | { ok: false; trouble: Trouble }

// Units that measure the same, each with what one of it is in the first. Powers of ten: the conversion is exact.
const UNITS = [
  'Ω/km 1 mΩ/m 1 Ω/m 1e3 mΩ/km 1e-3 μΩ/m 1e-3',
  'mm 1 μm 1e-3 丝 1e-2 cm 10 m 1e3 km 1e6 ',
  'N/mm² 1 MPa 1 kPa 1e-3 Pa 1e-6',
  'mg/cm² 1 g/m² 0.1',
  'Ω 1 mΩ 1e-3 μΩ 1e-6 kΩ 1e3',
  'kg 1 g 1e-3 mg 1e-6 斤 0.5',
  '℃ 1 C 1',
]

// Words and look-alikes for the parts of a unit.
const SPELLINGS: Record<string, string> = {
  平方毫米: 'mm²',
  平方: 'mm²',
  摄氏度: '℃',
  欧姆: 'Ω',
  公斤: 'kg',
  公里: 'km',
  ohm: 'Ω',
  '°c': '℃',
  um: 'μm',
  度: '℃',
  欧: 'Ω',
  毫: 'm',
  厘: 'c',
  千: 'k',
  米: 'm',
  克: 'g',
  µ: 'μ',
  // The sign for ohm (U+2126), which is another character than the Greek letter.
  '\u2126': 'Ω',
  '㎜': 'mm',
}
const SPELT = new RegExp(Object.keys(SPELLINGS).join('|'), 'gi')
const unitOf = (text: string): string =>
  text.replace(SPELT, word => SPELLINGS[word] || SPELLINGS[word.toLowerCase()] || word).replace(/\s/g, '')

// In this order: the first that fits names the trouble.
const REFUSED: readonly [code: string, sign: RegExp, message: string][] = [
  ['bound', /[<>≤≥≦≧]|[大小高低]于|不足|超过|以[上下内]|未检出/, '是一个界限，请填实际测得的数值'],
  ['about', /[约≈]|左右|^~/, '不够确切，请填实际测得的数值'],
  ['tolerance', /±|\+\/?-/, '带有偏差，请只填测得的数值'],
  ['thousands', /\d,\d{3}(?!\d)/, '中的逗号可能是千位分隔，也可能是小数点，请去掉逗号重写'],
  ['comma', /\d,\d/, '中的小数点请用“.”'],
]
const REFUSED_SEVERAL: typeof REFUSED = [
  ['exponent', /\de[+-]?\d|\d ?[×x*] ?10|\^/i, '是科学记数法，请写成普通小数'],
  ['number', /\d\.\d*\.|\d[a-z]\d/i, '不是一个数，请重新填写'],
  ['range', /\d[^\d]*[-~—至到][^\d]*\d/, '是一个范围，请只填一个数值'],
  ['several', /./, '里不止一个数，请分别填写'],
]

/**
 * Reads one measured number as typed, with or without its unit, and gives it as decimal text in `unit`; without a unit
 * it is taken to be in `unit`. Full-width digits and spelt-out units (欧/千米, 丝) are read. `signed` takes a minus.
 *
 * Refused with `quantity.` and: empty, long, bound (<, ≥, 以上), about (约), tolerance (±), thousands, comma, exponent,
 * range, several, negative, unit, number, size. Nothing is guessed: 1,234 and 7,41 are asked back.
 */
export function readQuantity(typed: string, unit: string, signed = unit === '℃'): Quantity {
  if (typed.length > 60) return no('long', '太长了，请只填一个数值')
  const asTyped = tidy(typed)
  const text = halfWidth(asTyped)
    .replace(/(\d)[。·](?=\d)/g, '$1.')
    .replace(/[−–]/g, '-')
    .replace(/m\^?2(?![\d.])/gi, 'm²')
  if (!text) return no('empty', '请填写实测值')
  const say = (code: string, message: string) => no(code, `“${asTyped}”${message}`)
  const numbers = text.match(/\d+\.?\d*|\.\d+/g) || []
  const [digits] = numbers
  const [refused] = (numbers.length > 1 ? REFUSED.concat(REFUSED_SEVERAL) : REFUSED).filter(([, sign]) =>
    sign.test(text),
  )
  if (refused) return say(refused[0], refused[2])
  const [before, after] = text.split(digits as string) as [string, string]
  if (!digits || !/^[+-]?$/.test(before.trim())) return say('number', '看不懂，请只填一个数字')
  const minus = before.trim() === '-' && Number(digits) ? '-' : ''
  if (minus && !signed) return say('negative', '是负数，实测值不会是负的')
  const factor = factorOf(unitOf(after), unit)
  if (!factor) return say('unit', `的单位不对，这里要填${unit}`)
  if (Number(digits) > 1e7 || digits.length > 20) return say('size', '不像实测值，请核对')
  const plain = digits
    .replace(/^0+(?=\d)/, '')
    .replace(/^\./, '0.')
    .replace(/\.$/, '')
  const value = factor.eq(1) ? plain : new Big(plain).times(factor).toFixed()
  return { ok: true, value: minus + value, asTyped }
}

const no = (code: string, message: string): Quantity => ({
  ok: false,
  trouble: { code: `quantity.${code}`, message },
})

function factorOf(written: string, wanted: string): Big | undefined {
  if (!written || written === wanted) return new Big(1)
  const [line] = UNITS.filter(one => ` ${one}`.indexOf(` ${wanted} `) >= 0)
  if (!line) return undefined
  const units = line.split(' ')
  const to = units[units.indexOf(wanted) + 1] as string
  // Capitals for small letters (MM, KG, Ω/KM) are meant well; but MΩ is another unit than mΩ.
  const same = units.indexOf(written)
  const meant = /^MΩ/.test(written) ? -1 : line.toLowerCase().split(' ').indexOf(written.toLowerCase())
  const from = units[(same < 0 ? meant : same) + 1] as string
  return same < 0 && meant < 0 ? undefined : new Big(from).div(to)
}
