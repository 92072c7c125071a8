import { type TestCloud, testCloud } from './fixtures/cloud'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await testCloud()
})
afterAll(() => cloud.end())

const post = (path: string, openid: string | undefined, bytes: BodyInit) =>
  fetch(`${cloud.url}/upload?path=${encodeURIComponent(path)}`, {
    method: 'POST',
    body: bytes,
    headers: openid === undefined ? {} : { 'x-openid': openid },
  })

test('a function uploads, downloads and deletes, with a Chinese name', async () => {
  const got = await cloud.run(async ({ cloud }) => {
    const { fileID } = await cloud.uploadFile({
      cloudPath: '导出/名 单.csv',
      fileContent: Buffer.from('甲,乙'),
    })
    const text = (await cloud.downloadFile({ fileID })).fileContent.toString()
    const { fileList } = await cloud.deleteFile({ fileList: [fileID] })
    const [after] = (await cloud.getTempFileURL({ fileList: [fileID] })).fileList
    return { fileID, text, deleted: fileList[0].status, after: after.status }
  })
  expect(got).toEqual({
    fileID: 'cloud://sanlian-local.local/导出/名 单.csv',
    text: '甲,乙',
    deleted: 0,
    after: -503003,
  })
})

test('what a user uploads is read by a temporary address, and only by it', async () => {
  const photo = new Uint8Array([0xff, 0xd8, 0xff, 1, 2, 3])
  const { fileID } = await (await post('evidence/0123abcd.jpg', 'o_user', photo)).json()
  const [{ tempFileURL }] = (
    await cloud.run(({ cloud, input }) => cloud.getTempFileURL({ fileList: [input] }), fileID)
  ).fileList
  const got = await fetch(tempFileURL)
  expect(got.headers.get('content-type')).toBe('image/jpeg')
  expect(new Uint8Array(await got.arrayBuffer())).toEqual(photo)
  expect((await fetch(tempFileURL.replace(/sign=./, 'sign=_'))).status).toBe(403)
  expect((await fetch(`${cloud.url}/files/evidence/0123abcd.jpg`)).status).toBe(403)
})

test('an address ends when its time is over', async () => {
  const fileID = await cloud.upload('o_user', 'evidence/short.png', new Uint8Array([1]))
  const [{ tempFileURL }] = (
    await cloud.run(
      ({ cloud, input }) => cloud.getTempFileURL({ fileList: [{ fileID: input, maxAge: 1 }] }),
      fileID,
    )
  ).fileList
  expect((await fetch(tempFileURL)).status).toBe(200)
  await new Promise(resolve => setTimeout(resolve, 2100))
  expect((await fetch(tempFileURL)).status).toBe(403)
})

test.each([
  '../outside.jpg',
  'evidence/../../x.jpg',
  '/etc/passwd',
  'evidence//x.jpg',
  'evidence/.',
  'a\\b',
  'a\0b',
  '',
])('the path %j is refused', async path => {
  expect((await post(path, 'o_user', new Uint8Array([1]))).status).toBe(400)
})

test('a file of someone else is not overwritten; one of one’s own is', async () => {
  await cloud.upload('o_a', 'evidence/mine.jpg', new Uint8Array([1]))
  await expect(cloud.upload('o_b', 'evidence/mine.jpg', new Uint8Array([2]))).rejects.toThrow(
    'belongs to someone else',
  )
  expect((await post('evidence/mine.jpg', 'o_b', new Uint8Array([2]))).status).toBe(403)
  expect((await post('evidence/mine.jpg', 'o_a', new Uint8Array([3]))).status).toBe(200)
})

test('an upload says who it is from and has at most 10 MB', async () => {
  expect((await post('evidence/x.jpg', undefined, new Uint8Array([1]))).status).toBe(401)
  const large = await post('evidence/x.jpg', 'o_user', new Uint8Array(10 * 1024 * 1024 + 1))
  expect(large.status).toBe(413)
  expect(await large.json()).toEqual({ error: expect.stringContaining('10485760') })
})
