import { addDays } from '../calendar'
import { templateOf } from './catalogue'
import type { Amount, Field, FieldValue, PaperFields } from './field'

/** 2026-07-17 09:05 in China. */
export const MOMENT = Date.parse('2026-07-17T01:05:00Z')

const amountOf = (units: readonly string[], value: number): Amount => ({
  value: `${value}.5`,
  unit: units[0] as string,
})

/** A value that tells which field it fills: `<label>甲`, and for `turn` one of its own. */
function valueFor(field: Field, turn: number): FieldValue {
  switch (field.type) {
    case 'words':
      return `${field.label.slice(0, 20)}甲`
    case 'prose':
      return `${field.label}第一段。\n${field.label}第二段。`
    case 'day':
      return addDays('2026-07-10', turn)
    case 'moment':
      return MOMENT + (field.id === 'finishedAt' ? 120 : turn) * 60_000
    case 'amount':
      return amountOf(field.units, 100 + turn)
    case 'list':
      return [`${field.label}其一`, `${field.label}其二`]
    case 'table':
      return ['子', '丑'].map((name, at) =>
        Object.fromEntries(
          field.columns.map(column => [
            column.id,
            column.type === 'amount'
              ? amountOf(column.units, 200 + 10 * turn + at)
              : `${column.label}${field.label.slice(0, 2)}${name}`,
          ]),
        ),
      )
    case 'people':
      return ['钱一', '孙二'].map((name, at) =>
        field.certificate ? { name, certificate: `赣B00${turn}${at}` } : { name: `${name}${turn}` },
      )
    case 'choice':
      return field.many ? field.options.slice(0, 2) : (field.options[0] as string)
  }
}

/** A paper of a kind with every field filled in, each so that it can be told from the others. */
export const filledPaper = (kind: string): PaperFields =>
  Object.fromEntries((templateOf(kind)?.fields ?? []).map((field, turn) => [field.id, valueFor(field, turn)]))
