import path from 'node:path'
import type { Printable } from '../../domain/papers'
import { filledPaper, MOMENT } from '../../domain/papers/filled.sample'
import { type Fonts, fontFiles, fontsIn } from './fonts'

const typeface = path.resolve(__dirname, '../../node_modules/@expo-google-fonts/noto-serif-sc')

/** The typeface as its package has it. */
export const sampleFonts = (): Fonts =>
  fontsIn(
    path.join(typeface, '400Regular', fontFiles.regular),
    path.join(typeface, '600SemiBold', fontFiles.bold),
  )

/** A whole paper, approved by a head and by a deputy. */
export const samplePaper = (kind: string, more: Partial<Printable> = {}): Printable => ({
  kind,
  organ: '信丰县市场监督管理局',
  number: '信市监责改〔2026〕18号',
  day: '2026-07-17',
  fields: filledPaper(kind),
  approvals: [
    { role: '所长', name: '李四', at: MOMENT },
    { role: '分管局长', name: '王五', forName: '赵六', at: MOMENT },
  ],
  ...more,
})
