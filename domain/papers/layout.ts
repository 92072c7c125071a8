import { type Day, dayOf, type Instant, writtenDay } from '../calendar'
import { type PaperTemplate, templateOf } from './catalogue'
import type { Field, FieldValue, PaperFields, Row } from './field'
import type { Part, When } from './template'
import { BLANK, BLANK_DAY, boxes, cellText, ended, fieldText, ordinal } from './written'

/** What somebody said who had to approve; `forName` is the one he signed for (外出授权). */
export type Signed = { role: string; name: string; at: Instant; forName?: string; words?: string }

/** Everything a sheet of paper is made of. */
export type Printable = {
  /** Code of domain/12. */
  kind: string
  /** Full name of the authority, e.g. 信丰县市场监督管理局. */
  organ: string
  number?: string
  day?: Day
  fields: PaperFields
  approvals: readonly Signed[]
  demo?: boolean
  voided?: boolean
  /** What on this paper is 暂定 or 依据待核. */
  provisional?: readonly string[]
}

export type Cell = { label: string; text: string }

/** What a renderer draws, from top to bottom; it knows nothing of the trade. */
export type Block =
  | { block: 'organ' | 'title' | 'number' | 'to' | 'heading' | 'small'; text: string }
  /** Begins two characters in. */
  | { block: 'paragraph'; text: string }
  /** Boxes of a form; one or two to a line. */
  | { block: 'rows'; lines: Cell[][] }
  | { block: 'table'; head: string[]; rows: string[][] }
  /** Something to be signed by hand. */
  | { block: 'sign'; note: string; label: string; day: string }
  /** Organ, day, and the dashed box where the seal goes. */
  | { block: 'seal'; organ: string; day: string; box: string }

export type Layout = {
  /** For the file's name and properties. */
  title: string
  blocks: Block[]
  /** At the head of every page: 作废, 演示数据. */
  marks: string[]
  /** At the foot of every page, before its number: who signs there. */
  foot: string
}

/** 第1页 共3页, with what stands for the two numbers in a renderer. */
export const pageWords = (page: string | number, pages: string | number): string => `第${page}页 共${pages}页`

/** What stands before the line to sign on, and the line. */
export const signLine = (label: string): string => `${label}（签名或者盖章）：${BLANK}____`

// Two short fields share a line of a form; the measure is what fits beside its label.
const SHORT = 11

/** The title of a paper: where a kind has several, by what its fields hold. */
export function titleOf(template: PaperTemplate, fields: PaperFields): string {
  const { titles, title } = template
  return titles?.by[String(fields[titles.field])] ?? title
}

/**
 * The one layout of a paper, from which every file is made. What is not known is a blank line.
 * Throws RangeError for a kind that does not exist.
 */
export function layoutOf(paper: Printable): Layout {
  const template = templateOf(paper.kind)
  if (!template) throw new RangeError(`no paper is called ${paper.kind}`)
  const title = titleOf(template, paper.fields)
  const own = template.writtenBy === '当事人'
  const head: Block[] = [
    ...(own ? [] : [{ block: 'organ', text: paper.organ } as const]),
    { block: 'title', text: title },
    ...(template.numbered ? [{ block: 'number', text: paper.number ?? BLANK } as const] : []),
  ]
  const notes = paper.provisional?.length ? [`暂定或者依据待核：${paper.provisional.join('；')}`] : []
  return {
    title: paper.number ? `${title} ${paper.number}` : title,
    blocks: [
      ...head,
      ...template.parts.flatMap(part => blocksOf(part, template, paper)),
      ...notes.map(text => ({ block: 'small', text }) as const),
    ],
    marks: [...(paper.voided ? ['作废'] : []), ...(paper.demo ? ['演示数据，不具法律效力'] : [])],
    foot: template.signEachPage ? `${template.signEachPage}签名：${BLANK}${BLANK}` : '',
  }
}

const applies = (when: When | undefined, fields: PaperFields): boolean =>
  !when || when.is.includes(String(fields[when.field]))

function blocksOf(part: Part, template: PaperTemplate, paper: Printable): Block[] {
  const { fields } = paper
  if ('when' in part && !applies(part.when, fields)) return []
  const fieldOf = (id: string) => template.fields.find(field => field.id === id) as Field
  switch (part.part) {
    case 'text':
      return [{ block: 'paragraph', text: said(part.text, paper, fieldOf) }]
    case 'rows':
      return [{ block: 'rows', lines: linesOf(part.fields.map(fieldOf), fields) }]
    case 'to':
      return [{ block: 'to', text: `${fieldText(fieldOf(part.field), fields[part.field])}：` }]
    case 'section':
      return sectionOf(fieldOf(part.field), fields[part.field], part)
    case 'sign':
      return [{ block: 'sign', note: part.note ?? '', label: part.label, day: BLANK_DAY }]
    case 'seal':
      return [
        {
          block: 'seal',
          organ: paper.organ,
          day: paper.day ? writtenDay(paper.day) : BLANK_DAY,
          box: '此处加盖公章',
        },
      ]
    case 'approvals':
      return paper.approvals.map(one => ({ block: 'small', text: approvalText(one) }))
  }
}

/** 所长审批：同意。王五（代李四审批） 2026年7月17日. */
const approvalText = ({ role, name, at, forName, words }: Signed): string =>
  `${role}审批：${ended(words || '同意')}${name}${forName ? `（代${forName}审批）` : ''} ${writtenDay(dayOf(at))}`

const said = (text: string, paper: Printable, fieldOf: (id: string) => Field): string =>
  text.replace(/\{(\w+)\}/g, (_, id: string) => {
    if (id === 'organ') return paper.organ
    if (id === 'number') return paper.number ?? BLANK
    if (id === 'day') return paper.day ? writtenDay(paper.day) : BLANK_DAY
    return fieldText(fieldOf(id), paper.fields[id])
  })

/** Boxes of a form, two short ones to a line. */
function linesOf(shown: readonly Field[], fields: PaperFields): Cell[][] {
  const lines: Cell[][] = []
  let open: Cell[] | undefined
  for (const field of shown) {
    const value = fields[field.id]
    const text = field.type === 'choice' ? boxes(field.options, value) : fieldText(field, value)
    const cell = { label: field.label, text }
    const short = field.label.length <= SHORT && text.length <= SHORT
    if (open && short) {
      open.push(cell)
      open = undefined
    } else {
      const line = [cell]
      lines.push(line)
      open = short ? line : undefined
    }
  }
  return lines
}

function sectionOf(
  field: Field,
  value: FieldValue | undefined,
  { title, as }: { title?: string; as?: 'dialogue' },
): Block[] {
  const heading = title ?? field.label
  const paragraphs = (lines: readonly string[]): Block[] =>
    lines.map(text => ({ block: 'paragraph', text }) as const)
  return [
    ...(heading ? [{ block: 'heading', text: heading } as const] : []),
    ...bodyOf(field, value, as === 'dialogue', paragraphs),
  ]
}

function bodyOf(
  field: Field,
  value: FieldValue | undefined,
  dialogue: boolean,
  paragraphs: (lines: readonly string[]) => Block[],
): Block[] {
  if (field.type === 'table') {
    const rows = (value ?? []) as Row[]
    if (dialogue) {
      const turns = rows.flatMap(row =>
        field.columns.map(column => `${column.label}：${cellText(column, row) || BLANK}`),
      )
      return paragraphs(turns.length ? turns : field.columns.map(column => `${column.label}：${BLANK}`))
    }
    return [
      {
        block: 'table',
        head: ['序号', ...field.columns.map(column => column.label)],
        rows: rows.length
          ? rows.map((row, at) => [`${at + 1}`, ...field.columns.map(column => cellText(column, row))])
          : [['', ...field.columns.map(() => '')]],
      },
    ]
  }
  if (field.type === 'list' && Array.isArray(value) && value.length) {
    return paragraphs((value as string[]).map((line, at) => `${ordinal(at + 1)}、${ended(line)}`))
  }
  return paragraphs(fieldText(field, value).split('\n'))
}
