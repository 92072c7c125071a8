import { isDay } from '../calendar'
import { gs1CheckDigit } from './check-digits'

/**
 * A GS1 application identifier (GS1 General Specifications 3; gs1-syntax-dictionary). `form`: `k14` fourteen digits the
 * last of which is a check digit, `x20` up to twenty characters of set 82, `d6` a date YYMMDD, `m6` six digits with as
 * many decimals as the last digit of `ai` says.
 */
export type ApplicationIdentifier = { ai: string; label: string; form: string }

// What products, batches, serial numbers, and packages of them need. The last column is the short name that
// versions 1.0 and 1.1 of the URI syntax allowed in place of the number.
const ROWS =
  '01 GTIN k14 gtin,00 物流单元 k18 sscc,22 变体 x20 cpv,10 批号 x20 lot,21 序列号 x20 ser,235 第三方序列号 x28 tpx,11 生产日期 d6,13 包装日期 d6,15 最佳使用期 d6,16 销售截止日 d6,17 有效期至 d6 exp,310 净重（千克） m6,311 长度（米） m6,330 毛重（千克） m6'
    .split(',')
    .map(row => row.split(' '))

/** Primary keys and their qualifiers, in the order the path must have. */
export const QUALIFIERS: Record<string, string[] | undefined> = {
  '01': ['22', '10', '21', '235'],
  '00': [],
}

/** The identifier with this number or old short name; `3103` is `310` with three decimals. */
export function identifierOf(name: string): ApplicationIdentifier | undefined {
  const measure = /^3(10|11|30)[0-5]$/.test(name)
  const row = ROWS.find(one => one[3] === name || (measure ? name.slice(0, 3) : name) === one[0])
  return row && measure === /^m/.test(row[2] as string)
    ? { ai: measure ? name : (row[0] as string), label: row[1] as string, form: row[2] as string }
    : undefined
}

/** What is wrong with a value. `fatal`: it cannot be one; else it may stand so on a label that was printed wrong. */
export function faultOf(
  { label, form }: ApplicationIdentifier,
  value: string,
): { fatal: boolean; words: string } | undefined {
  const fault = (words: string, fatal = false) => ({ fatal, words: label + words })
  const size = Number(form.slice(1))
  if (form[0] === 'x')
    return /^[!"%-?A-Z_a-z]+$/.test(value) && value.length <= size
      ? undefined
      : fault(`应为不超过${size}位的字母、数字和常用符号`, true)
  if (!/^\d+$/.test(value) || value.length !== size) return fault(`应为${size}位数字`, true)
  if (form[0] === 'd')
    return isDay(`20${value.replace(/00$/, '01').replace(/(..)(..)$/, '-$1-$2')}`)
      ? undefined
      : fault('不是有效日期')
  const should = gs1CheckDigit(value.slice(0, -1))
  return form[0] === 'k' && should !== value.slice(-1) ? fault(`的校验码（末位）应为“${should}”`) : undefined
}

/** A value for people: dates with dashes, without the day where it is 00; measures with their decimals. */
export const spoken = ({ ai, form }: ApplicationIdentifier, value: string): string =>
  form[0] === 'd'
    ? `20${value.replace(/(..)(..)$/, '-$1-$2').replace(/-00$/, '')}`
    : form[0] === 'm'
      ? String(Number(value) / 10 ** Number(ai[3]))
      : value
