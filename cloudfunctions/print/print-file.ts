import { layoutOf, type Printable } from '../../domain/papers'
import { missingSentence } from './characters'
import { docxFile } from './docx'
import { ownFonts } from './fonts'
import { pdfFile } from './pdf'

export const formats = ['pdf', 'docx'] as const
export type PrintFormat = (typeof formats)[number]

/** A file made of a paper; `said` is for whoever opens it, where not everything could be printed. */
export type PrintedFile = { bytes: Buffer; name: string; said?: string }

/**
 * Makes the file of a paper: PDF for the phone, .docx for the office, from one layout.
 * Throws RangeError for a kind of paper that does not exist.
 */
export async function printFile(printable: Printable, format: PrintFormat): Promise<PrintedFile> {
  const layout = layoutOf(printable)
  const name = `${fileName(layout.title)}.${format}`
  if (format === 'docx') return { bytes: await docxFile(layout), name }
  const { bytes, missing } = await pdfFile(layout, ownFonts())
  const said = missingSentence(missing)
  return { bytes, name, ...(said ? { said } : {}) }
}

/** What every system takes as a file's name. */
const fileName = (title: string): string => title.replace(/[\\/:*?"<>|\p{Cc}]/gu, '').slice(0, 80)
