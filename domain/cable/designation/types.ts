import type { Confidence } from '../../confidence'
import data from '../../data/cable-types.json'
import type { Cable, ConductorClass, Metal, ProductClass } from '../cable'

/** A part of the text as typed, and what it means in Chinese; no meaning: not read. */
export type Part = { text: string; meaning?: string }

/** What a standard fixes for a type or an IEC number; one row of the tables. */
export type Facts = {
  /** Standards the type is made to, the usual one first: `GB/T 5023.3`. */
  standards: readonly string[]
  /** Rated voltages in volts, `450/750`. */
  voltages: readonly string[]
  /** Sections in mm², from and to; 0 without. */
  from: number
  to: number
  confidence: Confidence
}

/** A type of IEC 60227 or IEC 60245 by its number. */
export type IecRow = { iec: string; type: string; facts: Facts }

/** What the letters of a type say, before voltage, cores and fire prefixes are known. */
export type TypeReading = {
  type: string
  /** power, control, overhead, pvc, olefin, signal, rubber, bare; special when made for mines or converters. */
  family: string
  /** Characters of the text the type took. */
  length: number
  parts: Part[]
  metal: Metal
  soft: boolean
  /** Letters of insulation and outermost sheath; empty without or when the type does not compose. */
  insulation: string
  sheath: string
  screen?: string
  armour?: string
  productClass?: ProductClass
  materials?: Pick<Cable, 'insulation' | 'sheath'>
  classes?: readonly ConductorClass[]
  facts: Facts
}

type Slot = { kind: string; optional: boolean; letters: string[] }
type Family = { id: string; slots: Slot[]; pattern: RegExp; facts: Facts }

const words: Record<string, Record<string, string>> = data.words
const OUTERS: Record<string, string> = { 2: 'V', 3: 'Y' }
const METALS: Record<string, Metal> = { L: 'aluminium', LG: 'aluminium', LH: 'aluminium alloy' }
const VOLTS: Record<string, string> = { a: '300/300', b: '300/500', c: '450/750', d: '600/1000' }

// A figure that belongs to the letters is not the first figure of a section: KVVP2 10×1.5, but KVVP 2×1.5.
// KVVP300/500V has no P3, but YJV220.6/1kV has armour 22.
const NO_SECTION = '(?! ?[×X.芯C]|\\d(?!\\d(?![\\d./])|\\.\\d+\\/))'

const list = (text: string): string[] => (text && text !== '-' ? text.split(',') : [])

/** `G5023.3,J8734.2 cb .5 400 h`: standards, voltages, sections, confidence. */
const factsOf = (row: string[]): Facts => ({
  standards: list(row[0]).map(one => one.replace('G', 'GB/T ').replace('J', 'JB/T ')),
  voltages: row[1] === '-' ? [] : row[1].split('').map(one => VOLTS[one]),
  from: Number(row[2]),
  to: Number(row[3]),
  confidence: row[4] === 'h' ? 'high' : row[4] === 'l' ? 'low' : 'medium',
})

const ARMOURS = Object.keys(words.a).reduce<string[]>((all, one) => all.concat(`${one}2`, `${one}3`), [])
// How the letters of a kind stand in the text, where it is not plainly: 22, -22, /22; (F); BP-.
const FORMS: Record<string, string> = { a: '[-/ ]?(#)', y: '\\(?(#)\\)?', h: '(#)-?' }

const families: readonly Family[] = data.families.map(row => {
  const fields = row.split(' ')
  const slots = fields.slice(6).map(slot => {
    const [kind, letters] = slot.split(':')
    return { kind: kind[0], optional: !!kind[1], letters: letters ? letters.split(',') : ARMOURS }
  })
  const pattern = slots.map(({ kind, optional, letters }) => {
    const options = letters.map(one => one.replace('-', '-?') + (/\d/.test(one) ? NO_SECTION : ''))
    const part = (FORMS[kind] || '(#)').replace('#', options.join('|'))
    return optional ? `(?:${part})?` : part
  })
  return {
    id: fields[0],
    slots,
    pattern: new RegExp(`^${pattern.join('')}(?![A-Z])`),
    facts: factsOf(fields.slice(1)),
  }
})

const wires: Record<string, Facts> = {}
for (const row of data.wires) {
  const fields = row.split(' ')
  for (const type of list(fields[0])) wires[type] = factsOf(fields.slice(1))
}

const listed: TypeReading[] = []
for (const row of data.listed) {
  const [family, types, name, insulation, sheath, classes, ...facts] = row.split(' ')
  for (const type of list(types))
    listed.push({
      type,
      family,
      length: type.length,
      parts: [{ text: type, meaning: name }],
      metal: /^铝|钢芯铝/.test(name) ? 'aluminium' : 'copper',
      soft: false,
      insulation: '',
      sheath: '',
      productClass: /^[pr]/.test(family) ? (family as ProductClass) : undefined,
      materials: { insulation: list(insulation)[0], sheath: list(sheath)[0] },
      classes: classes === '-' ? [] : (classes.split('').map(Number) as ConductorClass[]),
      facts: factsOf(facts),
    })
}

/** Types of IEC 60227 and IEC 60245 by their numbers (GB/T 5023 and GB/T 5013 took them over). */
export const iecRows: readonly IecRow[] = data.iec.map(row => {
  const fields = row.split(' ')
  return { iec: `${fields[0]} IEC ${fields[1]}`, type: fields[2], facts: factsOf(fields.slice(3)) }
})

/** Reads a type at the start of `text` (upper case, half-width); undefined when it is none we know. */
export function readType(text: string): TypeReading | undefined {
  for (const row of listed)
    if (text.slice(0, row.length) === row.type && !/[A-Z]/.test(text.charAt(row.length))) return row
  for (const family of families) {
    const found = family.pattern.exec(text)
    if (found) return compose(family, found)
  }
  return undefined
}

function compose({ id, slots, facts }: Family, found: RegExpExecArray): TypeReading {
  const whole = found[0]
  const has: Record<string, string> = {}
  const parts: Part[] = []
  const screens: string[] = []
  let at = 0
  let type = ''
  slots.forEach(({ kind }, index) => {
    const letters = found[index + 1]
    if (!letters) return
    const end = whole.indexOf(letters, at) + letters.length
    const word = kind === 't' ? `-${letters.replace('-', '')}` : letters.replace('HL', 'LH')
    // A figure after a figure is kept apart by a dash: KVVP2-22, but KVVP22.
    type += kind === 'a' && /\d$/.test(type) ? `-${word}` : word
    let meaning = words[kind][kind === 'a' ? word[0] : word]
    if (kind === 'a') meaning += `，${words.s[OUTERS[word[1]]]}`
    if (kind === 'p' && screens.indexOf(meaning) < 0) screens.push(meaning)
    // In wires of JB/T 10491 and the like, YJ and Y stand for polyolefins.
    if (id === 'olefin') meaning = meaning.replace('聚乙烯绝缘', '聚烯烃绝缘')
    parts.push({ text: whole.slice(at, end), meaning })
    at = end
    has[kind] = word
  })
  parts[parts.length - 1].text += whole.slice(at)
  // Silicone and fluoroplastics are no insulation of GB/T 9330.
  const special = /^(M|BP)/.test(type) || (id === 'control' && /[FG]/.test(type))
  const classed = !special && !/olefin|signal/.test(id)
  return {
    type,
    family: special ? 'special' : id,
    length: whole.length,
    parts,
    metal: METALS[has.m] || 'copper',
    soft: !!has.r,
    insulation: has.i,
    sheath: has.a ? OUTERS[has.a[1]] : has.s || '',
    screen: screens.join('、'),
    armour: has.a && words.a[has.a[0]],
    productClass: classed ? (id as ProductClass) : undefined,
    facts: special ? factsOf(['', '-', '', '', 'l']) : (wires[type] ?? sureOf(type, facts)),
  }
}

// The everyday ones.
const sureOf = (type: string, facts: Facts): Facts =>
  /^(YJL?V(22|32)?|VL?V(22)?|KVVR?P?)$/.test(type) ? { ...facts, confidence: 'high' } : facts

/**
 * Conductor classes the standard allows, the usual one first (GB/T 5023.3: solid up to 10 mm²; GB/T 12706:
 * class 5 copper allowed). Empty where GB/T 3956 does not apply.
 */
export function classesOf(
  { family, type, metal, soft, classes }: TypeReading,
  section: number,
): readonly ConductorClass[] {
  if (classes) return classes
  if (/LG/.test(type)) return []
  if (type[0] === 'B' && soft) return [2]
  if (soft || type[0] === 'R') return [5]
  if (/^(JK|YJLH|VLH)/.test(type)) return [2]
  if (family === 'power' || /^(BP|M[^K])/.test(type)) return metal === 'copper' ? [2, 1, 5] : [2, 1]
  return type[0] === 'A' ? [1] : section >= 16 ? [2] : [1, 2]
}

/** Codes of data/materials.json for insulation and sheath; none when unsure. */
export function materialsOf(
  reading: TypeReading,
  halogenFree: boolean,
): Pick<Cable, 'insulation' | 'sheath'> {
  const { family, type, insulation, sheath, soft, materials } = reading
  if (materials) return materials
  let covered = ''
  let outer = ''
  if (family === 'overhead') covered = insulation === 'YJ' ? 'XLPE' : ''
  // Halogen-free wires are not of PVC, whatever the letter V was meant for; 105 °C has no row in our table.
  if (family === 'pvc' && !halogenFree && !/-105/.test(type)) {
    const fixed = type[0] === 'B' || (type[0] === 'A' && !soft)
    const hot = /-90/.test(type)
    covered = hot ? 'PVC/E' : fixed ? 'PVC/C' : 'PVC/D'
    if (sheath === 'V' && !hot) outer = fixed ? 'PVC/ST4' : 'PVC/ST5'
  }
  if (family === 'power' || family === 'control') {
    covered =
      insulation === 'YJ'
        ? 'XLPE'
        : insulation === 'V'
          ? 'PVC/A'
          : insulation === 'E' && family === 'power'
            ? 'EPR'
            : ''
    if (halogenFree) outer = sheath === 'V' ? '' : 'ST8'
    else if (sheath === 'V') outer = insulation === 'V' ? 'ST1' : 'ST2'
    else if (sheath === 'Y' && insulation === 'YJ') outer = 'ST7'
  }
  return { insulation: covered, sheath: outer }
}

/** Every type the tables and the letter systems make, for tests. */
export function everyType(): string[] {
  const all = listed.map(row => row.type)
  for (const { slots } of families) {
    let made = ['']
    for (const { kind, optional, letters } of slots) {
      const next = optional ? made.slice() : []
      for (const start of made)
        for (const one of letters)
          if (one !== 'HL') next.push(start + (kind === 'a' && /\d$/.test(start) ? `-${one}` : one))
      made = next
    }
    all.push(...made)
  }
  return all
}
