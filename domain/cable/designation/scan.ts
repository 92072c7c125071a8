import type { Cable, Cores, Flame, Metal, Voltage } from '../cable'
import { readGrade, readPrefixes } from './fire'
import { known } from './known'
import { readRemark } from './remarks'
import { readSections } from './sections'
import { type IecRow, iecRows, type Part, readType, type TypeReading } from './types'
import { readVoltage } from './voltage'

/** A standard as printed: `GB 5023.3`, and the year if there is one. */
export type PrintedStandard = { text: string; key: string; year?: number }

/** What stands in a text, found from left to right; nothing is concluded yet. */
export type Found = {
  parts: Part[]
  warnings: string[]
  type?: TypeReading
  /** The type was named by its letters, not only by its IEC number. */
  named: boolean
  iec?: IecRow
  voltage?: Voltage
  cores: Cores[]
  uncounted: boolean
  /** Cores told by a word: 三芯. */
  count?: number
  flame?: Flame
  fire?: Cable['fire']
  standards: PrintedStandard[]
  /** A word that names the conductor: 铝芯. */
  said?: { word: string; metal: Metal }
}

const IEC = /^(?:(?:60)?(227|245) ?-?IEC ?-?(\d\d[FC]?)|IEC ?(?:60)?(227|245) ?[- ]?(\d\d[FC]?))/
const STANDARD =
  /^(?:(GB|JB|JG|DL|NB|MT|TB|TICW|IEC)(?: ?\/ ?[TZ])? ?-? ?(\d{2,6}(?:\.\d{1,2})?)(?: ?- ?((?:19|20)\d\d|[089]\d)(?!\d))?|Q ?\/ ?[A-Z0-9]{2,12}(?: ?\d{1,4})?(?: ?- ?20\d\d)?)/
const COMMA = /^\d+,\d+(?! ?[×X])/
const GAP = /^[\s,;:|()[\]"'。；：“”【】《》_+=/?~～-]+/
const WORD = /^[^\s,;:|()[\]"'。；：“”【】《》_=/×+-]+/
const EXTRAS: Record<string, string> = {
  FS: '防水',
  FY: '防白蚁',
  FSY: '防水防白蚁',
  FD: '预分支',
  YFD: '预分支',
  FZ: '分支',
  BS: '集束',
  BS1: '集束',
  GZR: '隔氧层阻燃',
  IA: '本质安全',
  NG: '耐高温防火',
}
const EXTRA = new RegExp(`^(${Object.keys(EXTRAS).join('|')})(?=-)`)

/** Cuts a text into parts and reads each: `shown` as typed, `plain` the same places as `spell` makes them. */
export function scan(shown: string, plain: string): Found {
  const found: Found = {
    parts: [],
    warnings: [],
    named: false,
    cores: [],
    uncounted: false,
    standards: [],
  }
  let at = 0
  let typeEnd = -1
  while (at < plain.length) {
    const gap = GAP.exec(plain.slice(at))?.[0] ?? ''
    at += gap.length
    const text = plain.slice(at)
    if (!text) break
    const near = typeEnd >= 0 && at - typeEnd <= 4 && !found.cores.length
    const before = found.type
    const took =
      readLetters(found, text) ??
      readFigures(found, text, near, gap.indexOf('+') >= 0) ??
      readWord(found, text)
    let from = at
    for (const part of took) {
      found.parts.push({ ...part, text: shown.slice(from, from + part.text.length) })
      from += part.text.length
    }
    if (found.named && found.type !== before) typeEnd = from
    at = from
  }
  return found
}

/** Standard, IEC number, grade, prefix or type at the start. */
function readLetters(found: Found, text: string): Part[] | undefined {
  const iec = found.iec ? null : IEC.exec(text)
  if (iec) {
    const number = `60${iec[1] ?? iec[3]} IEC ${(iec[2] ?? iec[4] ?? '').toLowerCase()}`
    const row = iecRows.find(one => one.iec === number)
    if (!row) return [{ text: iec[0] }]
    found.iec = row
    if (!found.type) found.type = readType(row.type)
    else if (found.type.type !== row.type) sayMismatch(found, row, found.type.type)
    return [{ text: iec[0], meaning: `${number}，即${row.type}` }]
  }
  const standard = STANDARD.exec(text)
  if (standard) {
    const own = text[0] === 'Q'
    if (!own)
      found.standards.push({
        text: standard[0],
        key: `${standard[1]} ${standard[2]}`,
        year: standard[3] ? yearOf(standard[3]) : undefined,
      })
    return [{ text: standard[0], meaning: own ? '企业标准' : '执行标准' }]
  }
  const grade = readGrade(text)
  if (grade) return [{ text: text.slice(0, grade.length), meaning: grade.meaning }]
  if (found.named) return undefined
  const extra = EXTRA.exec(text)
  if (extra) return [{ text: extra[0], meaning: EXTRAS[extra[0]] as string }]
  for (const prefix of readPrefixes(text)) {
    const rest = text.slice(prefix.length)
    // With a dash or space behind it, or something we can read, it is a prefix; else the letters of a type.
    if (!/^[-\s/(_]/.test(rest) && !readsOn(rest)) continue
    if (prefix.flame) found.flame = joined(prefix.flame, found.flame)
    if (prefix.fire) found.fire = prefix.fire
    return [{ text: text.slice(0, prefix.length), meaning: prefix.meaning }]
  }
  const type = readType(text)
  if (!type) return undefined
  if (found.iec && found.iec.type !== type.type) sayMismatch(found, found.iec, type.type)
  found.type = type
  found.named = true
  // KVVP24×1.5 may be KVVP 24×1.5 or KVVP2 4×1.5.
  const glued = /P$/.test(type.type) && /^[23](\d) ?[×X]/.exec(text.slice(type.length))
  if (glued) found.warnings.push(`型号和芯数连写，也可能是${type.type}${glued[0][0]} ${glued[1]}芯，请看实物`)
  return type.parts
}

// WDZ-ZRC-YJY says it in two pieces.
const joined = (one: Flame, other: Flame | undefined): Flame =>
  other
    ? known({
        category: one.category ?? other.category,
        halogenFree: one.halogenFree || other.halogenFree,
        lowSmoke: one.lowSmoke || other.lowSmoke,
        lowToxicity: one.lowToxicity || other.lowToxicity,
      })
    : one

const readsOn = (text: string): boolean =>
  !!readType(text) ||
  IEC.test(text) ||
  !!readGrade(text) ||
  readPrefixes(text).some(prefix => !!readType(text.slice(prefix.length).replace(/^-/, '')))

function sayMismatch(found: Found, row: IecRow, type: string): void {
  found.warnings.push(`${row.iec}是${row.type}，印的型号是${type}，两者不一致`)
}

const yearOf = (text: string): number =>
  text.length === 4 ? Number(text) : Number(text) > 50 ? 1900 + Number(text) : 2000 + Number(text)

/** Voltage or cores at the start. */
function readFigures(found: Found, text: string, near: boolean, plus: boolean): Part[] | undefined {
  if (!/^\d/.test(text)) return undefined
  const comma = COMMA.exec(text)
  if (comma) {
    found.warnings.push(`“${comma[0]}”没有读：小数请用点，例如2.5`)
    return [{ text: comma[0] }]
  }
  if (!found.voltage) {
    const voltage = readVoltage(text, near ? found.type?.family : undefined)
    if (voltage) {
      found.voltage = voltage.voltage
      if (voltage.odd) found.warnings.push(voltage.odd)
      return [{ text: text.slice(0, voltage.length), meaning: voltage.meaning }]
    }
  }
  if (found.cores.length && !plus) return undefined
  const sections = readSections(text, found.type?.family === 'signal')
  if (!sections) return undefined
  found.uncounted = !found.cores.length && !!sections.uncounted
  found.cores = found.cores.concat(sections.cores)
  found.warnings.push(...sections.doubts)
  return [{ text: text.slice(0, sections.length), meaning: sections.meaning }]
}

/** A word beside the designation, or a piece nobody can read. */
function readWord(found: Found, text: string): Part[] {
  const remark = readRemark(text)
  if (!remark) return [{ text: WORD.exec(text)?.[0] ?? text.slice(0, 1) }]
  if (remark.count) found.count = found.count ?? remark.count
  if (remark.flame && !found.flame)
    found.flame = { ...remark.flame, halogenFree: false, lowSmoke: false, lowToxicity: false }
  if (remark.fire) found.fire = found.fire ?? 'N'
  const word = text.slice(0, remark.length)
  if (remark.metal) found.said = { word, metal: remark.metal }
  return [{ text: word, meaning: remark.meaning }]
}
