import type { Day } from '../calendar'
import { type Confidence, weakest } from '../confidence'
import data from '../data/standards.json'
import type { Cable, Scheme } from './cable'

type Row = { key: string; title: string; year: string; from: Day; before: string; confidence: Confidence }

// A book and its parts: `GB 5023|title|year|from|year before|h`: ["3 title of part 3|h"]; h: high, else medium.
const rows: Row[] = []
const books = data.books as Record<string, string[]>
for (const book of Object.keys(books)) {
  const [key, title, year, from, before, sure] = book.split('|') as [
    string,
    string,
    string,
    string,
    string,
    string?,
  ]
  const add = (part: string, words: string, sure: string | undefined) =>
    rows.push({
      key: key + part,
      title: title + words,
      year,
      from,
      before,
      confidence: sure ? 'high' : 'medium',
    })
  const parts = books[book] as string[]
  if (!parts.length) add('', '', sure)
  for (const part of parts) {
    const [, number, words, sure] = /^(\d+) ([^|]+)(.*)$/.exec(part) as RegExpExecArray
    add(`.${number}`, ` 第${number}部分：${words}`, sure)
  }
}

/** Every standard we know, as `standardInForce` takes it. */
export const standardKeys: readonly string[] = rows.map(row => row.key)

// The one of ours that is mandatory (GB); the others are recommended (GB/T, JB/T).
const MANDATORY = 'GB 31247'
const nameOf = (key: string): string => (key === MANDATORY ? key : key.replace(' ', '/T '))

/** What a number says without 推荐 and year: `GB/T 5023.3-2008` and `GB5023.3` are `GB 5023.3`. */
export const keyOf = (number: string): string =>
  number
    .toUpperCase()
    .replace(/\/[TZ]|\s/g, '')
    .replace(/[-—–]\d{2,4}$/, '')
    .replace(/^[A-Z]+/, '$& ')

const rowOf = (number: string): Row | undefined => rows.find(row => row.key === keyOf(number))

export type Edition = { number: string; title: string; from?: Day; confidence: Confidence; note?: string }

/**
 * The edition of a standard in force on a day, with its year. `number` with or without year: `GB/T 12706.1`. Undefined
 * when we have no such standard or edition. Where the day of entry into force is not known, `from` is absent and `note`
 * says so.
 */
export function standardInForce(number: string, on: Day): Edition | undefined {
  const row = rowOf(number)
  if (!row) return undefined
  const { key, title, year, from, before, confidence } = row
  const name = nameOf(key)
  if (from && on >= from) return { number: `${name}-${year}`, title, from, confidence }
  const sure = weakest(confidence, 'medium')
  if (!from) return { number: `${name}-${year}`, title, confidence: sure, note: '实施日期未查到，请核对' }
  if (!before) return undefined
  // GB 5023 and GB 5013 were mandatory until 2017, GB 14049 and others in the nineties.
  const old =
    before.length > 4
      ? `GB/T ${before}`
      : `${before < '2000' && /GB (50|14)/.test(key) ? key : name}-${before}`
  return { number: old, title, confidence: sure, note: `${name}-${year}自${from}起实施，此前的版本是${old}` }
}

/** The newest edition we know: number without year, its year, and since when. */
export function newestEdition(number: string): { number: string; year: number; from: Day | '' } | undefined {
  const row = rowOf(number)
  return row && { number: nameOf(row.key), year: Number(row.year), from: row.from }
}

// SAMR notice No. 9 of 2024: flame-retardant wires came under CCC; mandatory from this day.
const FLAME_CCC: Day = '2025-07-01'
// The licence rules for wires and cables published 2025-12-05 came into force on this day.
const LICENCE_RULES: Day = '2026-04-01'
const UNITS: Record<string, string> = {
  control: '塑料绝缘控制电缆',
  power: '挤包绝缘电力电缆',
  overhead: '架空绝缘电缆',
  bare: '架空绞线',
}

/**
 * Under which scheme a cable may be sold on a day, and why. Undefined where no source tells: types
 * outside the five classes.
 */
export function schemeOf(
  cable: Pick<Cable, 'productClass' | 'voltage' | 'flame' | 'standard'> & { confidence?: Confidence },
  on: Day,
): { scheme: Scheme; why: string; confidence: Confidence } | undefined {
  const found = schemeOfClass(cable, on)
  // The catalogue names products by their standards: GB/T 5013 and JB/T 8735 for rubber, so BX is not surely among them.
  if (!found || cable.confidence !== 'low') return found
  const why = `${cable.standard ? '型号没有读准' : '没有查到这个型号的产品标准'}，可能：${found.why}`
  return { ...found, why, confidence: 'low' }
}

function schemeOfClass(
  { productClass, voltage, flame, standard }: Pick<Cable, 'productClass' | 'voltage' | 'flame' | 'standard'>,
  on: Day,
): { scheme: Scheme; why: string; confidence: Confidence } | undefined {
  if (productClass === 'pvc' || productClass === 'rubber') {
    if (voltage && voltage.u > 750)
      return {
        scheme: 'neither',
        why: '额定电压超过450/750V，不在CCC目录内，也不属于许可证的产品单元',
        confidence: 'low',
      }
    const confidence = standard ? 'high' : 'medium'
    if (!flame)
      return {
        scheme: 'CCC',
        why: `450/750V及以下的${productClass === 'pvc' ? '聚氯乙烯' : '橡皮'}绝缘电线电缆在CCC目录内，不再需要许可证`,
        confidence,
      }
    return on >= FLAME_CCC
      ? {
          scheme: 'CCC',
          why: '阻燃电线电缆自2025年7月1日起须有CCC认证（市场监管总局公告2024年第9号）',
          confidence,
        }
      : {
          scheme: 'neither',
          why: '阻燃电线电缆2025年7月1日起才强制CCC认证（市场监管总局公告2024年第9号）',
          confidence: 'medium',
        }
  }
  const unit = UNITS[productClass ?? (standard === 'GB/T 1179' ? 'bare' : '')]
  if (!unit) return undefined
  return {
    scheme: 'licence',
    why: `属许可证XK06-001的“${unit}”${on >= LICENCE_RULES ? '，按2026年4月1日起施行的实施细则' : ''}`,
    // The list of notice No. 9 of 2024 was not seen word by word: whether it takes in flame-retardant ones is not sure.
    confidence: productClass && !flame ? 'high' : 'medium',
  }
}
