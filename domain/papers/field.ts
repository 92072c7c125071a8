/** What every field of a paper says of itself. */
type Common = {
  /** Its name in the paper's content. */
  id: string
  /** Chinese, as printed and as asked for. */
  label: string
  /** The field of domain/data/documents.json it stands for, verbatim; none where the form has no such field. */
  covers?: string
  /** The paper is complete without it. */
  optional?: true
}

/** Units of measure a number on a paper may have. */
export type Amount = { value: string; unit: string }

/** Somebody named on a paper; officers with the number of their certificate. */
export type Named = { name: string; certificate?: string }

/** A cell of a table. */
export type Column =
  | { type: 'words'; id: string; label: string; max: number; optional?: true }
  | { type: 'amount'; id: string; label: string; units: readonly string[]; optional?: true }

export type Row = Record<string, string | Amount>

/** A field of a paper. Lengths in characters; days as `YYYY-MM-DD`; moments in epoch milliseconds, shown to the minute. */
export type Field = Common &
  (
    | { type: 'words'; max: number }
    | { type: 'prose'; max: number }
    | { type: 'day' }
    | { type: 'moment' }
    | { type: 'amount'; units: readonly string[] }
    | { type: 'list'; most: number; max: number }
    | { type: 'table'; most: number; columns: readonly Column[] }
    | { type: 'people'; least: number; most: number; certificate: boolean }
    | { type: 'choice'; options: readonly string[]; many?: true }
  )

export type FieldValue = string | number | Amount | string[] | Row[] | Named[]

/** The content of a paper: what is known of its fields. */
export type PaperFields = Record<string, FieldValue | undefined>

type More = { covers?: string; optional?: true }

/** One line. */
export const words = (id: string, label: string, more: More & { max?: number } = {}): Field => ({
  type: 'words',
  id,
  label,
  max: 120,
  ...more,
})

/** A text with paragraphs. */
export const prose = (id: string, label: string, more: More & { max?: number } = {}): Field => ({
  type: 'prose',
  id,
  label,
  max: 3000,
  ...more,
})

export const day = (id: string, label: string, more: More = {}): Field => ({
  type: 'day',
  id,
  label,
  ...more,
})

export const moment = (id: string, label: string, more: More = {}): Field => ({
  type: 'moment',
  id,
  label,
  ...more,
})

/** A number with its unit of measure. */
export const amount = (id: string, label: string, units: readonly string[], more: More = {}): Field => ({
  type: 'amount',
  id,
  label,
  units,
  ...more,
})

/** Numbered lines. */
export const list = (
  id: string,
  label: string,
  more: More & { most?: number; max?: number } = {},
): Field => ({ type: 'list', id, label, most: 50, max: 500, ...more })

export const table = (id: string, label: string, columns: readonly Column[], more: More = {}): Field => ({
  type: 'table',
  id,
  label,
  most: 200,
  columns,
  ...more,
})

/** People by name. */
export const people = (
  id: string,
  label: string,
  more: More & { least?: number; most?: number } = {},
): Field => ({
  type: 'people',
  id,
  label,
  least: 1,
  most: 10,
  certificate: false,
  ...more,
})

/** Officers with their certificates, two at least (程序规定 22; 产品质量法 18). */
export const officers = (id: string, label: string, more: More = {}): Field => ({
  type: 'people',
  id,
  label,
  least: 2,
  most: 6,
  certificate: true,
  ...more,
})

export const choice = (
  id: string,
  label: string,
  options: readonly string[],
  more: More & { many?: true } = {},
): Field => ({ type: 'choice', id, label, options, ...more })

/** A column of words; of amounts with `units`. */
export const column = (id: string, label: string, units?: readonly string[]): Column =>
  units
    ? { type: 'amount', id, label, units, optional: true }
    : { type: 'words', id, label, max: 120, optional: true }

/** A column that every row has. */
export const firstColumn = (id: string, label: string): Column => ({ type: 'words', id, label, max: 120 })

/** Things with model and number: what is kept, sealed, seized or sampled. */
export const goods = (...more: Column[]): Column[] => [
  firstColumn('name', '名称'),
  column('model', '规格型号'),
  column('amount', '数量', ['米', '盘', '件', '台', '份', '千克']),
  ...more,
]

/** Whom a paper concerns (当事人): 程序规定 62 (一) asks for name, address and the like. */
export const party = (covers: string | undefined, called = '当事人'): Field[] => {
  const by = covers === undefined ? {} : { covers }
  return [
    words('party', called, by),
    words('partyCode', '统一社会信用代码（证件号码）', { ...by, max: 30, optional: true }),
    words('partyAddress', '住所（住址）', { ...by, optional: true }),
    words('partyHead', '法定代表人（负责人）', { ...by, max: 30, optional: true }),
    words('partyPhone', '联系电话', { ...by, max: 30, optional: true }),
  ]
}

/** The rows in which `party` is printed. */
export const partyRows = ['party', 'partyCode', 'partyAddress', 'partyHead', 'partyPhone'] as const
