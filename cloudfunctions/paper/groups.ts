import type { Field, PaperTemplate } from '../../domain/papers'

/** A card of the form: its title and its fields; `more` are those a paper is complete without. */
export type Group = { title: string; fields: string[]; more: string[] }

/**
 * The fields of a kind in the order in which one fills them in: whom it concerns, when and who, the short facts, and each
 * longer text on a card of its own.
 */
export function groupsOf({ fields }: Pick<PaperTemplate, 'fields'>): Group[] {
  const party = fields.filter(({ id }) => id.startsWith('party'))
  const rest = fields.filter(field => !party.includes(field))
  const whenAndWho = rest.filter(({ type }) => type === 'moment' || type === 'day' || type === 'people')
  const long = rest.filter(({ type }) => type === 'prose' || type === 'list' || type === 'table')
  const short = rest.filter(field => !whenAndWho.includes(field) && !long.includes(field))
  return [
    group(party[0]?.label ?? '', party),
    group('基本情况', short),
    group('时间和人员', whenAndWho),
    ...long.filter(({ optional }) => !optional).map(field => group('', [field])),
    group(
      '其他内容',
      long.filter(({ optional }) => optional),
    ),
  ].filter(({ fields, more }) => fields.length + more.length > 0)
}

const group = (title: string, all: readonly Field[]): Group => ({
  title,
  fields: all.filter(({ optional }) => !optional).map(({ id }) => id),
  more: all.filter(({ optional }) => optional).map(({ id }) => id),
})
