import { type Bureau, freshCloud, openBureau, servedNotice } from '../functions/bureau'
import { pdfText, readPdfs } from '../papers/read'
import { Hand } from './hand'

// The officer opens a paper from its page: the compiled program asks the function `papers`, fetches what it made and
// hands it to WeChat's viewer.

let cloud: Awaited<ReturnType<typeof freshCloud>>
let bureau: Bureau
let officer: Hand

beforeAll(async () => {
  cloud = await freshCloud()
  bureau = await openBureau(cloud)
  officer = new Hand(cloud, bureau.officer.openid)
})
afterAll(async () => {
  officer.kill()
  await cloud.close()
})

type Ends = { success?(result: object): void; fail?(error: object): void; complete?(result: object): void }

async function open(reaches: boolean) {
  const asked: { fetched: string[]; opened: object[] } = { fetched: [], opened: [] }
  const { notice } = await servedNotice(bureau)
  const ended = (ends: Ends, result: object) => {
    ends.success?.(result)
    ends.complete?.(result)
  }
  await officer.start({
    launch: { path: 'officer/notice/index', query: { notice } },
    wx: {
      downloadFile: ({ url, ...ends }: { url: string } & Ends) => {
        asked.fetched.push(url)
        if (reaches) ended(ends, { tempFilePath: 'wxfile://tmp/paper.pdf', statusCode: 200 })
        else ends.fail?.({ errMsg: 'downloadFile:fail network' })
      },
      openDocument: ({ filePath, fileType, showMenu, ...ends }: Record<string, unknown> & Ends) => {
        asked.opened.push({ filePath, fileType, showMenu })
        ended(ends, {})
      },
    },
  })
  await officer.tap('文书 PDF')
  return asked
}

test('the paper is made, fetched and shown, with the menu that sends it on', async () => {
  const { fetched, opened } = await open(true)
  expect(opened).toEqual([{ filePath: 'wxfile://tmp/paper.pdf', fileType: 'pdf', showMenu: true }])
  expect(fetched).toHaveLength(1)
  const bytes = Buffer.from(await (await fetch(fetched[0] as string)).arrayBuffer())
  expect(pdfText(readPdfs([bytes])[0] as never)).toContain('责令改正通知书')
  const calls = officer.phone.calls.filter(({ options }) => options?.data?.path === 'print.notice')
  expect(calls.map(({ options }) => options.name)).toEqual(['papers'])
})

test('without a network for the file it says so, and opens nothing', async () => {
  const { opened } = await open(false)
  expect(opened).toEqual([])
  expect(officer.phone.toast).toContain('没有网络')
})
