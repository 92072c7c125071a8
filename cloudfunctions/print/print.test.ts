import JSZip from 'jszip'
import { readSheet } from 'read-excel-file/node'
import { layoutOf } from '../../domain/papers'
import { pdfText, readPdfs, unread, wordText } from '../../test/papers/read'
import { missingSentence } from './characters'
import { docxFile } from './docx'
import { glyphsOf } from './glyphs'
import { sampleFonts, samplePaper } from './paper.sample'
import { pdfFile } from './pdf'
import { sheetFile } from './xlsx'

const fonts = sampleFonts()
const pdf = (printable = samplePaper('DOC-06')) => pdfFile(layoutOf(printable), fonts)
const KiB = 1024

describe('a paper as PDF, read by pdf.js', () => {
  const order = samplePaper('DOC-06')
  const rare = samplePaper('DOC-06', { fields: { ...order.fields, party: '𠮷𪚥线缆厂😀' } })
  const marked = samplePaper('DOC-06', { demo: true, voided: true })
  let read: ReturnType<typeof readPdfs>
  let made: Awaited<ReturnType<typeof pdfFile>>[]

  beforeAll(async () => {
    made = []
    for (const one of [order, rare, marked]) made.push(await pdf(one))
    read = readPdfs(made.map(one => one.bytes))
  })

  test('has its title, its number, its pages, its seal box and who signed for whom', () => {
    expect(read[0]?.pages).toHaveLength(2)
    const text = pdfText(read[0] as never)
    for (const words of [
      '信丰县市场监督管理局',
      '责令改正通知书',
      '信市监责改〔2026〕18号',
      '此处加盖公章',
      '王五（代赵六审批）',
    ])
      expect(text).toContain(words)
    expect(read[0]?.pages[0]?.text).toContain('第1页 共2页')
    expect(read[0]?.title).toBe('责令改正通知书 信市监责改〔2026〕18号')
  })

  test('embeds a subset of the typeface and stays small', () => {
    for (const { fonts: names } of read) {
      expect(names.length).toBeGreaterThan(0)
      for (const name of names) expect(name).toMatch(/^[A-Z]{6}\+NotoSerifSC-(Regular|SemiBold)$/)
    }
    expect(made[0]?.bytes.length).toBeLessThan(150 * KiB)
  })

  test('is black and grey: nothing red, no picture', () => {
    for (const { colours } of read) {
      expect(colours.length).toBeGreaterThan(0)
      for (const colour of colours) {
        const [red, green, blue] = colour.split(' ')
        expect([colour, green, blue]).toEqual([colour, red, red])
      }
    }
  })

  test('puts 〓 for what the typeface lacks, and says so', () => {
    expect(pdfText(read[1] as never)).toContain('〓〓线缆厂〓：')
    expect(made[1]?.missing).toEqual(['𠮷', '𪚥', '😀'])
    expect(missingSentence(made[1]?.missing ?? [])).toMatch(/^有3个字（𠮷、𪚥、😀）字库里没有/)
    expect(missingSentence([])).toBeUndefined()
    expect(made[0]?.missing).toEqual([])
  })

  test('a demonstration and a void paper say so on every page', () => {
    for (const page of read[2]?.pages ?? []) {
      expect(page.text).toContain('演示数据，不具法律效力')
      expect(page.text).toContain('作废')
    }
    expect(pdfText(read[0] as never)).not.toMatch(/演示|作废/)
  })
})

test('the same paper as Word document, read by mammoth', async () => {
  const text = await wordText(await docxFile(layoutOf(samplePaper('DOC-09'))))
  for (const words of ['送达回证', '受送达人甲', '■直接送达□留置送达', '（签名或者盖章）：'])
    expect(text).toContain(words)
  expect(unread('DOC-09', [text])).toEqual([])
})

test('the Word document has a dashed box, numbered pages, Chinese typefaces and no colour', async () => {
  const zip = await JSZip.loadAsync(await docxFile(layoutOf(samplePaper('DOC-06'))))
  const texts = await Promise.all(
    Object.values(zip.files)
      .filter(({ name }) => name.endsWith('.xml'))
      .map(file => file.async('string')),
  )
  const all = texts.join('\n')
  expect(all).toContain('w:val="dashed"')
  expect(all).toMatch(/PAGE<[\s\S]*NUMPAGES</)
  expect(all).toContain('w:eastAsia="仿宋"')
  // Only what the document uses counts; the package's own style sheet names a blue for links.
  const used = (await zip.file('word/document.xml')?.async('string')) ?? ''
  const colours = [...used.matchAll(/(?:w:color w:val|w:color|w:fill)="([0-9A-Fa-f]{6})"/g)].map(
    one => one[1],
  )
  expect(new Set(colours)).toEqual(new Set(['555555']))
})

test('which characters a font can draw', () => {
  expect([...'信〔〕■□〓'].every(one => fonts.has(one.codePointAt(0) as number))).toBe(true)
  expect(fonts.has(0x20bb7)).toBe(false)
  expect(() => glyphsOf(Buffer.alloc(64))).toThrow(RangeError)
})

describe('a table as .xlsx, read by read-excel-file', () => {
  const columns = [{ label: '企业名称', width: 30 }, { label: '统一社会信用代码' }, { label: '米数' }]

  test('codes stay text, numbers are numbers, nothing becomes a formula', async () => {
    const bytes = await sheetFile(
      columns,
      [
        ['赣南线缆厂', '009136072200000000', 120.5],
        ['=1+1', null, null],
      ],
      { name: '工品查/导入', lines: ['列的次序未经核对'] },
    )
    expect(await readSheet(bytes)).toEqual([
      ['企业名称', '统一社会信用代码', '米数'],
      ['赣南线缆厂', '009136072200000000', 120.5],
      ['=1+1', null, null],
    ])
    expect(await readSheet(bytes, '说明')).toEqual([['列的次序未经核对']])
  })

  test('a row that is too long, or a text, is refused', async () => {
    await expect(sheetFile(columns, [[1, 2, 3, 4]], { name: '表' })).rejects.toThrow(RangeError)
    await expect(sheetFile(columns, [['长'.repeat(40_000)]], { name: '表' })).rejects.toThrow(RangeError)
  })
})
