import organisation from './data/organisation.json'
import data from './data/units.json'

/** A reporting unit (报告单位): one of 18 county bureaus and 2 branch bureaus. */
export type Unit = {
  /** GB/T 2260 code of a county; a private code for a functional zone, never sent to a national system. */
  id: string
  name: string
  bureau: string
  /** GB/T 2260 code under which national statistics count it (a zone lies in 章贡区). */
  district: string
}

/** The city; its id stands for everything below it in a scope. */
export const city = data.city

/** The 20 reporting units, in the order of the notice's address list (domain/data/units.json has the sources). */
export const units: readonly Unit[] = data.units

/** A part of the city's bureau: a section (科), the enforcement bureau, or a body beside it. */
export type Section = { id: string; name: string; kind: string }

/** The parts of the city's bureau that the notice names (domain/data/organisation.json). */
export const sections: readonly Section[] = organisation.sections

/** Departments the bureau works with (联动部门), notice of 2021, 四 (二) 3. */
export const partners: readonly { id: string; name: string }[] = organisation.partners

const byId = new Map(units.map(unit => [unit.id, unit]))

/** The unit with this id, or undefined. */
export const unitOf = (id: string): Unit | undefined => byId.get(id)

/** The Chinese name of a unit, of the city, or of a part of the city's bureau. */
export const nameOf = (id: string): string =>
  byId.get(id)?.name ??
  (id === city.id ? city.name : (sections.find(section => section.id === id)?.name ?? id))

/**
 * The line of organisations above and including one: team → unit → city. A team's id is its unit's id, a full
 * stop and its own (`360722.jiading`), so that teams can come without a new mechanism.
 */
export function lineage(id: string): string[] {
  const unit = id.split('.')[0] as string
  return [...new Set([id, unit, city.id])]
}

/** Whether a scope (a list of organisations) covers an organisation: it names it or one above it. */
export const covers = (scope: readonly string[], id: string): boolean =>
  lineage(id).some(above => scope.includes(above))

/** The reporting units that a scope covers. */
export const unitsIn = (scope: readonly string[]): Unit[] => units.filter(unit => covers(scope, unit.id))

// The word a unit's papers begin with (信市监责改〔2026〕18号) is house practice, not a rule: the first character of
// its name, except where that would not tell it from the city or would be an ordinary word.
const NUMBER_WORDS: Record<string, string> = {
  '360702': '章',
  '360704': '赣县',
  '360771': '经开',
  '360772': '蓉江',
}

/** The word that begins the document numbers of a unit or of the city. Source: own proposal. */
export function numberWord(id: string): string {
  return NUMBER_WORDS[id] ?? nameOf(id).slice(0, 1)
}
