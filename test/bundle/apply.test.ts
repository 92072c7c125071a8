import { freshCloud } from '../functions/bureau'
import { fillInApplication } from './apply'
import { heldBy } from './harness/held-by'
import { type Phone, startPhone } from './harness/phone'

// The whole way of a phone without WeChat: the compiled mini-program, the real functions, the network between them.

let cloud: Awaited<ReturnType<typeof freshCloud>>
let phone: Phone

beforeAll(async () => {
  cloud = await freshCloud()
})
afterEach(() => phone.kill())
afterAll(() => cloud.close())

test('somebody without a post applies for one and reads that it was delivered', async () => {
  phone = await fillInApplication(heldBy(cloud, 'o-zhong'))
  expect(phone.route).toBe('post/index')
  await phone.screen.tap('提交申请')
  expect(phone.toast).toBe('申请已送达，请等待确认')
  expect(phone.screen.text()).toContain('申请已送达，等待确认')
  expect(phone.route).toBe('pages/today/index')
})

test('without network the application waits on the phone, outlives a restart and is sent once', async () => {
  const far = heldBy(cloud, 'o-liao')
  phone = await fillInApplication(far)
  await phone.goOffline()
  await phone.screen.tap('提交申请')
  await phone.advance(10_000)
  expect(phone.toast).toContain('已存在手机上')
  phone.kill()

  phone = await startPhone({
    ...far,
    storage: phone.storage,
    files: phone.files,
    now: phone.now(),
    online: false,
  })
  expect(phone.screen.text()).toContain('现在没有网络')
  await phone.goOnline()
  await phone.advance(60_000)
  expect(phone.screen.text()).toContain('申请已送达，等待确认')
  // however often it was tried, it is one submission
  const entries = await cloud.documents('journal')
  const tried = phone.calls
    .map(({ options }) => options?.data)
    .filter(data => data?.path === 'office.requestPost')
  expect(new Set(tried.map(data => data.input.id)).size).toBe(1)
  expect(entries.filter(({ _id }) => _id === tried[0].input.id)).toHaveLength(1)
})

test('what was filled in is still there when the phone died before it was submitted', async () => {
  const far = heldBy(cloud, 'o-lai')
  phone = await fillInApplication(far)
  await phone.advance(2_000)
  phone.kill()
  phone = await startPhone({ ...far, storage: phone.storage, files: phone.files })
  await phone.screen.tap('申请岗位')
  expect(phone.screen.attr({ label: '姓名' }, 'value')).toBe('钟晓明')
  expect(phone.screen.value({ label: '手机号' })).toBe('13800001234')
  expect(phone.screen.text()).toContain('信丰县')
})

test('what is missing is named at its place, and nothing is sent', async () => {
  phone = await startPhone(heldBy(cloud, 'o-xie'))
  await phone.screen.tap('申请岗位')
  await phone.screen.tap('提交申请')
  expect(phone.screen.text()).toContain('请选择岗位')
  expect(phone.calls.some(({ options }) => options?.data?.path === 'office.requestPost')).toBe(false)
})
