import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { extractRawText } from 'mammoth'
import { dayOf, timeOf, writtenDay } from '../../domain/calendar'
import type { Amount, Field, Named, PaperFields, Row } from '../../domain/papers'
import { templateOf } from '../../domain/papers'
import { filledPaper } from '../../domain/papers/filled.sample'

export type ReadPdf = {
  pages: { text: string; right: number; width: number }[]
  fonts: string[]
  colours: string[]
  title: string
}

/** What pdf.js finds in files that pdfmake made; one process for all of them. */
export function readPdfs(files: readonly Buffer[]): ReadPdf[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'sanlian-pdf-'))
  try {
    const names = files.map((bytes, at) => {
      const name = path.join(folder, `${at}.pdf`)
      writeFileSync(name, bytes)
      return name
    })
    const script = path.join(__dirname, 'read-pdf.mjs')
    return JSON.parse(execFileSync(process.execPath, [script, ...names], { maxBuffer: 1 << 26 }).toString())
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A text without the spaces and the foot of pages that stand between its parts. */
export const run = (text: string): string => text.replace(/\s+/g, '').replace(/第\d+页共\d+页/g, '')

export const pdfText = (read: ReadPdf): string => run(read.pages.map(page => page.text).join(''))

/** What mammoth finds in a file that docx made. */
export const wordText = async (bytes: Buffer): Promise<string> =>
  run((await extractRawText({ buffer: bytes })).value)

/** Each thing that must be read on a paper for a field. */
export function piecesOf(field: Field, value: PaperFields[string]): string[] {
  switch (field.type) {
    case 'words':
      return [value as string]
    case 'prose':
      return (value as string).split('\n')
    case 'day':
      return [writtenDay(value as string)]
    case 'moment': {
      const [hour, minute] = timeOf(value as number).split(':')
      return [`${writtenDay(dayOf(value as number))}${Number(hour)}时${minute}分`]
    }
    case 'amount':
      return [measured(value as Amount)]
    case 'list':
    case 'choice':
      return typeof value === 'string' ? [value] : (value as string[])
    case 'people':
      return (value as Named[]).flatMap(({ name, certificate }) => [
        name,
        ...(certificate ? [certificate] : []),
      ])
    case 'table':
      return (value as Row[]).flatMap(row =>
        Object.values(row).map(cell => (typeof cell === 'string' ? cell : measured(cell))),
      )
  }
}

const measured = ({ value, unit }: Amount) => `${value}${unit}`

/** A paper of a kind filled in, once as usual and once for each condition some of its parts depend on. */
export function variantsOf(kind: string): PaperFields[] {
  const whole = filledPaper(kind)
  const conditions = (templateOf(kind)?.parts ?? []).flatMap(part => ('when' in part && part.when) || [])
  return [whole, ...conditions.map(({ field, is }) => ({ ...whole, [field]: is[0] as string }))]
}

/** Fields of which something is missing in every one of the texts; each text belongs to its variant. */
export const unread = (kind: string, texts: readonly string[]): string[] => {
  const variants = variantsOf(kind)
  return (templateOf(kind)?.fields ?? [])
    .filter(field =>
      variants.every((fields, at) =>
        piecesOf(field, fields[field.id]).some(piece => !texts[at]?.includes(run(piece))),
      ),
    )
    .map(field => `${kind} ${field.label}`)
}
