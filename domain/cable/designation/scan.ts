import type { Cable, Cores, Flame, Metal, Voltage } from '../cable'
import { readGrade, readPrefixes } from './fire'
import { known } from './known'
import { namesMetal, type Remark, readRemark } from './remarks'
import { readSections } from './sections'
import { type IecRow, iecRows, type Part, readType, type TypeReading } from './types'
import { readVoltage } from './voltage'

/** A standard as printed: `GB 5023.3`, and the year if there is one. */
export type PrintedStandard = { text: string; key: string; year?: number }

/** What stands in a text, found from left to right; nothing is concluded yet. */
export type Found = {
  parts: Part[]
  warnings: string[]
  /** Warnings that leave the type itself unsure. */
  doubts: string[]
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
  /** Words that name the conductor: 铝芯. */
  said: { word: string; metal: Metal | 'clad' }[]
  tinned?: Remark['tinned']
  /** Another type the letters may be: ZRVV is ZR-VV or Z-RVV. */
  other?: string
}

const IEC = /^(?:(?:60)?(227|245) ?-?IEC ?-?(\d\d[FC]?)|IEC ?(?:60)?(227|245) ?[- ]?(\d\d[FC]?))/
const STANDARD =
  /^(?:(GB|JB|JG|DL|NB|MT|TB|TICW|IEC)(?: ?\/ ?[TZ])? ?-? ?(\d{2,6}(?:\.\d{1,2})?)(?: ?- ?((?:19|20)\d\d|[089]\d)(?!\d))?|Q ?\/ ?[A-Z0-9]{2,12}(?: ?\d{1,4})?(?: ?- ?20\d\d)?)/
const COMMA = /^\d+,\d+(?! ?[×X])/
const GAP = /^[\s,;:|()[\]"'。；：“”【】《》_+=/?~～-]+/
// What joins letters to a type: PD_VLY, BV-CCA.
const JOINT = /^[-_/()]*$/
const SIZE = /\d ?[×X] ?\d+(?:\.\d+)?(?! ?(?:米|M(?!M)|K|[卷盘圈])|[\d.])/
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
    doubts: [],
    named: false,
    cores: [],
    uncounted: false,
    standards: [],
    said: [],
  }
  let beside = ''
  let at = 0
  let typeEnd = -1
  while (at < plain.length) {
    const gap = GAP.exec(plain.slice(at))?.[0] ?? ''
    at += gap.length
    const text = plain.slice(at)
    if (!text) break
    const near = typeEnd >= 0 && at - typeEnd <= 4 && !found.cores.length
    const named = found.named
    // Letters between the type and what comes next: BV-CCA 2.5, VV29 3×95.
    const behind = at - gap.length === typeEnd && /^[-_/( ]*$/.test(gap)
    if (!JOINT.test(gap)) beside = ''
    const took = readLetters(found, text) ?? readFigures(found, text, near, gap) ?? readWord(found, text)
    let from = at
    for (const part of took) {
      const own = shown.slice(from, from + part.text.length)
      found.parts.push({ ...part, text: own })
      from += own.length
      if (part.meaning) continue
      if (!named) beside += own
      if (behind && /^[A-Z\d]/.test(part.text) && !COMMA.test(part.text)) sayBeside(found, own)
      if (namesMetal(own)) found.doubts.push(`“${own}”没有读懂，导体材料可能与型号不同，请核对`)
    }
    if (found.named && !named) {
      typeEnd = from
      if (/[A-Z\d]/i.test(beside)) sayBeside(found, beside)
    }
    at = from
  }
  return found
}

function sayBeside(found: Found, text: string): void {
  found.doubts.push(
    `紧挨型号的“${text}”没有读懂${/^\d\d$/.test(text) ? '（可能是旧铠装代号）' : ''}，型号可能不是读出的这个，请看实物`,
  )
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
    // The shorter prefix leaves a wire as well known: ZRVV, ZBVV.
    const more = readPrefixes(text).filter(one => one.length < prefix.length)
    const other = more.map(one => readType(text.slice(one.length))).find(isWire)
    if (other && /^[A-Z]/.test(rest)) found.other = other.type
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
  const glued = /P$/.test(type.type) && /^[123]([1-9]) ?[×X]/.exec(text.slice(type.length))
  if (glued) found.warnings.push(`型号和芯数连写，也可能是${type.type}${glued[0][0]} ${glued[1]}芯，请看实物`)
  return type.parts
}

const isWire = (type: TypeReading | undefined): boolean =>
  type?.productClass === 'pvc' && !type.armour && /^[BR]/.test(type.type)

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
  found.doubts.push(`${row.iec}是${row.type}，印的型号是${type}，两者不一致`)
}

const yearOf = (text: string): number =>
  text.length === 4 ? Number(text) : Number(text) > 50 ? 1900 + Number(text) : 2000 + Number(text)

/** Voltage or cores at the start. */
function readFigures(found: Found, text: string, near: boolean, gap: string): Part[] | undefined {
  if (!/^\d/.test(text)) return undefined
  const comma = COMMA.exec(text)
  if (comma) {
    found.warnings.push(`“${comma[0]}”没有读：小数请用点，例如2.5`)
    return [{ text: comma[0] }]
  }
  if (!found.voltage) {
    const voltage = readVoltage(text, near && gap ? found.type?.family : undefined)
    if (voltage) {
      found.voltage = voltage.voltage
      if (voltage.odd) found.warnings.push(voltage.odd)
      return [{ text: text.slice(0, voltage.length), meaning: voltage.meaning }]
    }
  }
  if (found.cores.length && gap.indexOf('+') < 0) return undefined
  const sections = readSections(text, found.type?.family === 'signal')
  if (!sections) return undefined
  // A lone figure is no section where one follows (VV-50 3×95), where it may count a list (1、BV), or where armour of
  // GB 2952 of old or volts may be meant: VV20, VV30, VV50; BV500 2.5.
  if (sections.lone) {
    const integer = /^\d+(?![\d.])/.test(text)
    const armoured = near && !gap && /power|control|signal|special/.test(found.type?.family ?? '')
    if (
      SIZE.test(text.slice(sections.length)) ||
      (integer && !found.type) ||
      (armoured && /^[235][09](?!\d)/.test(text)) ||
      (near && !gap && /^(?:500|750)[- ,]/.test(text) && /pvc|rubber/.test(found.type?.family ?? ''))
    )
      return undefined
  }
  found.uncounted = !found.cores.length && !!sections.uncounted
  found.cores = found.cores.concat(sections.cores)
  found.warnings.push(...sections.doubts)
  return [known({ text: text.slice(0, sections.length), meaning: sections.meaning })]
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
  if (remark.metal) found.said.push({ word, metal: remark.metal })
  if (remark.tinned && found.tinned !== 'conductor') found.tinned = remark.tinned
  return [{ text: word, meaning: remark.meaning }]
}
