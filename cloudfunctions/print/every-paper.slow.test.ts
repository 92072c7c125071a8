import { layoutOf, paperTemplates } from '../../domain/papers'
import { pdfText, readPdfs, run, unread, variantsOf, wordText } from '../../test/papers/read'
import { docxFile } from './docx'
import { sampleFonts, samplePaper } from './paper.sample'
import { pdfFile } from './pdf'

// Every field of every form stands on the paper: asked of the files, by other libraries than made them.

const fonts = sampleFonts()
const kinds = paperTemplates.map(one => one.code)
const papers = kinds.flatMap(kind =>
  variantsOf(kind).map(fields => ({ kind, layout: layoutOf(samplePaper(kind, { fields })) })),
)

test('in PDF, by pdf.js', async () => {
  const made: Buffer[] = []
  for (const { layout } of papers) {
    const { bytes, missing } = await pdfFile(layout, fonts)
    expect(missing).toEqual([])
    made.push(bytes)
  }
  const read = readPdfs(made)
  const texts = (kind: string) => read.filter((_, at) => papers[at]?.kind === kind).map(one => pdfText(one))
  expect(kinds.flatMap(kind => unread(kind, texts(kind)))).toEqual([])
  papers.forEach(({ kind, layout }, at) => {
    expect(pdfText(read[at] as never)).toContain(run(layout.title.split(' ')[0] as string))
    for (const page of read[at]?.pages ?? [])
      expect([kind, page.right < page.width - 60]).toEqual([kind, true])
    for (const name of read[at]?.fonts ?? []) expect(name).toMatch(/^[A-Z]{6}\+NotoSerifSC/)
    for (const colour of read[at]?.colours ?? []) expect(new Set(colour.split(' ')).size).toBe(1)
    expect(Math.max(made[at]?.length ?? 0)).toBeLessThan(150 * 1024)
  })
}, 120_000)

test('in Word, by mammoth', async () => {
  const texts: { kind: string; text: string }[] = []
  for (const { kind, layout } of papers) texts.push({ kind, text: await wordText(await docxFile(layout)) })
  const of = (kind: string) => texts.filter(one => one.kind === kind).map(one => one.text)
  expect(kinds.flatMap(kind => unread(kind, of(kind)))).toEqual([])
}, 120_000)

test('an interrogation is signed on every page (程序规定 29)', async () => {
  const questions = Array.from({ length: 40 }, (_, at) => ({ asked: `问题${at}`, answer: '答'.repeat(120) }))
  const paper = samplePaper('DOC-17')
  const layout = layoutOf({ ...paper, fields: { ...paper.fields, questions } })
  const [read] = readPdfs([(await pdfFile(layout, fonts)).bytes])
  expect(read?.pages.length).toBeGreaterThan(3)
  for (const page of read?.pages ?? []) expect(page.text).toContain('被询问人签名：')
})
