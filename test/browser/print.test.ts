import { readFileSync } from 'node:fs'
import { type Bureau, draftedNotice, openBureau } from '../functions/bureau'
import { pdfText, readPdfs, wordText } from '../papers/read'
import { Hand, openLaptop } from './laptop'

// On a laptop a paper is a file the browser takes, under the paper's own name.
let laptop: Awaited<ReturnType<typeof openLaptop>>
let bureau: Bureau
let officer: Hand
let number: string

beforeAll(async () => {
  laptop = await openLaptop()
  bureau = await openBureau(laptop.cloud)
  const drafted = await draftedNotice(bureau)
  number = drafted.number as string
  officer = await Hand.of(laptop.browser, laptop.cloud, bureau.officer.openid)
  await officer.open(`/officer/notice/index?notice=${drafted.notice}`)
}, 60_000)
afterAll(() => laptop?.close())

async function taken(row: string) {
  const arrives = officer.page.waitForEvent('download')
  await officer.tap(row)
  const download = await arrives
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

test('PDF', async () => {
  const { name, bytes } = await taken('文书 PDF')
  expect(name).toBe(`责令改正通知书 ${number}.pdf`)
  expect(pdfText(readPdfs([bytes])[0] as never)).toContain(number)
}, 30_000)

test('Word', async () => {
  const { name, bytes } = await taken('文书 Word')
  expect(name).toBe(`责令改正通知书 ${number}.docx`)
  expect(await wordText(bytes)).toContain(number)
  expect(officer.errors).toEqual([])
}, 30_000)
