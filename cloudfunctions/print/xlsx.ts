import writeExcelFile from 'write-excel-file/node'

/** A column: its heading as the other system has it, and its width in characters. */
export type SheetColumn = { label: string; width?: number }

/** Where a sheet comes from and what must be known to use it. */
export type SheetAbout = {
  /** Name of the sheet; what a sheet's name cannot hold is left out. */
  name: string
  /** Lines of a second sheet 说明, so that the first holds nothing but the table. */
  lines?: readonly string[]
}

/** Text stays text (a code does not become a number), numbers can be added up, null is an empty cell. */
export type SheetCell = string | number | null

const WIDTH = 16
// Excel's own limits.
const LONGEST_NAME = 31
const LONGEST_TEXT = 32_767

/**
 * A table as .xlsx: headings, then rows. Throws RangeError where a row is longer than the headings or a text than a
 * cell can hold.
 */
export async function sheetFile(
  columns: readonly SheetColumn[],
  rows: readonly (readonly SheetCell[])[],
  about: SheetAbout,
): Promise<Buffer> {
  for (const row of rows)
    if (row.length > columns.length) throw new RangeError('a row has more than its columns')
  const name = about.name.replace(/[[\]:*?/\\]/g, '').slice(0, LONGEST_NAME) || '表'
  const table = {
    data: [
      columns.map(({ label }) => ({ value: label, type: String, fontWeight: 'bold' as const, wrap: true })),
      ...rows.map(row => columns.map((_, at) => cellOf(row[at] ?? null))),
    ],
    sheet: name,
    columns: columns.map(({ width = WIDTH }) => ({ width })),
    stickyRowsCount: 1,
  }
  const lines = about.lines ?? []
  const notes = { data: lines.map(line => [cellOf(line)]), sheet: '说明', columns: [{ width: 80 }] }
  return writeExcelFile(lines.length ? [table, notes] : [table]).toBuffer()
}

function cellOf(value: SheetCell) {
  if (value === null || value === '') return null
  if (typeof value === 'number') return { value, type: Number }
  if (value.length > LONGEST_TEXT) throw new RangeError('a text is longer than a cell can hold')
  return { value, type: String, wrap: true }
}
