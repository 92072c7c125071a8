import { day, instant, prose, words } from '../fields'
import { tidy } from '../text'
import * as z from '../zod'
import { templateOf } from './catalogue'
import type { Column, Field, PaperFields } from './field'

type Schema = z.ZodMiniType

const measured = (label: string, units: readonly string[]) =>
  z.strictObject(
    {
      value: z
        .string(`请填写${label}`)
        .check(z.overwrite(tidy), z.regex(/^\d{1,12}(\.\d{1,6})?$/, `${label}应是数字，如 120 或 8.62`)),
      unit: z.enum(units as [string, ...string[]], `请选择${label}的单位：${units.join('、')}`),
    },
    `请填写${label}`,
  )

const cell = (column: Column): Schema => {
  const schema =
    column.type === 'amount' ? measured(column.label, column.units) : words(column.label, column.max)
  return column.optional ? z.optional(schema) : schema
}

const filled = (label: string, most: number, least = 1) => [
  z.minLength(least, least > 1 ? `${label}至少${least}人` : `请填写${label}`),
  z.maxLength(most, `${label}最多${most}项`),
]

function schemaOf(field: Field): Schema {
  const { label } = field
  const empty = `请填写${label}`
  switch (field.type) {
    case 'words':
      return words(label, field.max)
    case 'prose':
      return prose(label, field.max).check(z.minLength(1, empty))
    case 'day':
      return day(label)
    case 'moment':
      return instant(label)
    case 'amount':
      return measured(label, field.units)
    case 'list':
      return z.array(words(label, field.max), empty).check(...filled(label, field.most))
    case 'table': {
      const row = z.strictObject(
        Object.fromEntries(field.columns.map(column => [column.id, cell(column)])),
        `${label}有一行不对`,
      )
      return z.array(row, empty).check(...filled(label, field.most))
    }
    case 'people': {
      const name = words(`${label}姓名`, 30)
      const person = z.strictObject(
        field.certificate ? { name, certificate: words(`${label}证件号`, 40) } : { name },
        empty,
      )
      return z.array(person, empty).check(
        ...filled(label, field.most, field.least),
        z.refine(
          (all: { name: string; certificate?: unknown }[]) =>
            new Set(all.map(one => one.certificate ?? one.name)).size === all.length,
          `${label}填了两次同一个人`,
        ),
      )
    }
    case 'choice': {
      const one = z.enum(field.options as [string, ...string[]], `请选择${label}`)
      return field.many
        ? z.array(one, `请选择${label}`).check(
            z.minLength(1, `请选择${label}`),
            z.refine((all: string[]) => new Set(all).size === all.length, `${label}选了两次同一项`),
          )
        : one
    }
  }
}

function form(kind: string, required: (field: Field) => boolean): z.ZodMiniType<PaperFields> {
  const template = templateOf(kind)
  if (!template) throw new RangeError(`no paper is called ${kind}`)
  const shape = Object.fromEntries(
    template.fields.map(field => [field.id, required(field) ? schemaOf(field) : z.optional(schemaOf(field))]),
  )
  const labelOf = (id: string) => template.fields.find(field => field.id === id)?.label
  return z.strictObject(shape, '请填写文书').check(
    z.superRefine((fields, context) => {
      for (const [first, second] of template.order ?? []) {
        const [before, after] = [fields[first], fields[second]] as (string | number | undefined)[]
        if (before === undefined || after === undefined || before <= after) continue
        const message = `${labelOf(second)}早于${labelOf(first)}，请检查`
        context.addIssue({ code: 'custom', message, path: [second], input: fields })
      }
    }),
  ) as unknown as z.ZodMiniType<PaperFields>
}

/** A paper ready for approval (送审): everything its form asks for. Throws for a kind that does not exist. */
export const paperForm = (kind: string): z.ZodMiniType<PaperFields> => form(kind, field => !field.optional)

/** A paper being written (拟稿): what is there must be sound, the rest may still be missing. */
export const draftForm = (kind: string): z.ZodMiniType<PaperFields> => form(kind, () => false)
