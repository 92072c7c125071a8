import { dayOf, timeOf, writtenDay } from '../../domain/calendar'
import { type Amount, type Field, type FieldValue, type PaperFields, templateOf } from '../../domain/papers'

/** A field of a paper as a screen shows it: its name on the form, and its lines. */
export type FieldShown = { label: string; lines: string[] }

/** The fields of a paper that are filled in, in the order of its form. */
export const fieldsShown = (kind: string, fields: PaperFields): FieldShown[] =>
  (templateOf(kind)?.fields ?? []).flatMap(field => {
    const value = fields[field.id]
    return value === undefined ? [] : [{ label: field.label, lines: linesOf(field, value) }]
  })

const amount = ({ value, unit }: Amount): string => `${value}${unit}`

function linesOf(field: Field, value: FieldValue): string[] {
  switch (field.type) {
    case 'day':
      return [writtenDay(value as string)]
    case 'moment':
      return [`${writtenDay(dayOf(value as number))} ${timeOf(value as number)}`]
    case 'amount':
      return [amount(value as Amount)]
    case 'people':
      return (value as { name: string; certificate?: string }[]).map(
        ({ name, certificate }) => `${name}${certificate ? `（${certificate}）` : ''}`,
      )
    case 'table':
      return (value as Record<string, string | Amount>[]).map(row =>
        field.columns
          .flatMap(({ id, label }) => {
            const cell = row[id]
            if (cell === undefined) return []
            return [`${label}：${typeof cell === 'string' ? cell : amount(cell)}`]
          })
          .join('，'),
      )
    default:
      return Array.isArray(value) ? (value as string[]) : String(value).split('\n')
  }
}
