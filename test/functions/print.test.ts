import { pdfText, readPdfs, wordText } from '../papers/read'
import { type Bureau, Caller, draftedNotice, freshCloud, openBureau, servedNotice } from './bureau'

// A paper on its way: asked for by a person, made by the function, fetched from the storage, read by another library.
let cloud: Awaited<ReturnType<typeof freshCloud>>
let bureau: Bureau

beforeAll(async () => {
  cloud = await freshCloud()
  bureau = await openBureau(cloud)
}, 60_000)
afterAll(() => cloud.close())

async function fetched(url: string) {
  const response = await fetch(url)
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    bytes: Buffer.from(await response.arrayBuffer()),
  }
}

test('a notice as PDF: number, party, demand, deadline; small, and marked as a demonstration', async () => {
  const { notice, number } = await draftedNotice(bureau)
  const file = await bureau.officer.read('print.notice', { notice, format: 'pdf' })
  expect(file).toMatchObject({ name: `责令改正通知书 ${number}.pdf` })
  expect(file).not.toHaveProperty('said')
  const { status, type, bytes } = await fetched(file.url)
  expect([status, type, bytes.length]).toEqual([200, 'application/pdf', file.bytes])
  expect(bytes.length).toBeLessThan(150 * 1024)
  const [read] = readPdfs([bytes])
  const text = pdfText(read as never)
  const { enterpriseName } = await bureau.officer.read('enforcement.read', { notice })
  for (const words of [
    '信丰县市场监督管理局',
    number as string,
    `${enterpriseName}：`,
    '检定证书已过有效期',
    '《工业产品生产许可证管理条例》第9条',
    '此处加盖公章',
    '演示数据，不具法律效力',
  ])
    expect(text).toContain(words)
})

test('a served notice as Word, for the enterprise it was served on', async () => {
  const { notice } = await servedNotice(bureau)
  const file = await bureau.maker.read('print.notice', { notice, format: 'docx' })
  const { type, bytes } = await fetched(file.url)
  expect(type).toBe('application/vnd.openxmlformats-officedocument.wordprocessingml.document')
  expect(await wordText(bytes)).toContain('责令改正通知书')
})

test('who may not read the paper gets no file of it', async () => {
  const { notice } = await draftedNotice(bureau)
  const ask = { notice, format: 'pdf' as const }
  expect(await bureau.maker.refusal('print.notice', ask)).toBe('record.missing')
  expect(await bureau.stranger.refusal('print.notice', ask)).toBe('post.none')
  expect(await new Caller(cloud, 'nobody').refusal('print.notice', ask)).toBe('post.none')
  expect(await bureau.officer.refusal('print.notice', { notice, format: 'exe' })).toBe('input.invalid')
})

test('a file’s place cannot be guessed, and nothing was booked for making it', async () => {
  const { notice } = await draftedNotice(bureau)
  const booked = (await cloud.documents('journal')).length
  const urls = []
  for (const _ of [1, 2])
    urls.push(new URL((await bureau.officer.read('print.notice', { notice, format: 'docx' })).url))
  expect((await cloud.documents('journal')).length).toBe(booked)
  for (const url of urls) expect(url.pathname).toMatch(/^\/files\/print\/[0-9a-f]{32}\.docx$/)
  expect(urls[0]?.pathname).not.toBe(urls[1]?.pathname)
  const unsigned = new URL(urls[0] as URL)
  unsigned.searchParams.set('sign', 'a'.repeat(64))
  expect((await fetched(unsigned.href)).status).toBe(403)
})
