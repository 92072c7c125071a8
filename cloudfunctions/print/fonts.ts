import { readFileSync } from 'node:fs'
import path from 'node:path'
import { glyphsOf } from './glyphs'

/** The typeface of all papers: 思源宋体 (Noto Serif SC), SIL Open Font License. */
export type Fonts = { regular: Buffer; bold: Buffer; has(codePoint: number): boolean }

/** The files, as the package has them and as they lie beside the deployed function (cloudfunctions/functions.ts). */
export const fontFiles = {
  regular: 'NotoSerifSC_400Regular.ttf',
  bold: 'NotoSerifSC_600SemiBold.ttf',
} as const

/** Reads the typeface from a folder; both weights have the same characters. */
export function fontsIn(regular: string, bold: string): Fonts {
  const bytes = readFileSync(regular)
  return { regular: bytes, bold: readFileSync(bold), has: glyphsOf(bytes) }
}

let own: Fonts | undefined

/** The typeface beside the function; read once per process. */
export function ownFonts(): Fonts {
  own ??= fontsIn(path.join(__dirname, fontFiles.regular), path.join(__dirname, fontFiles.bold))
  return own
}
