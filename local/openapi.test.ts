import { type Inside, type TestCloud, testCloud } from './fixtures/cloud'

// The real SDK sends subscribe messages to this double; what it makes of the answers is what a function sees.
let cloud: TestCloud
beforeAll(async () => {
  cloud = await testCloud({ wechat: { templates: { T1: ['thing1', 'time2'] } } })
})
afterAll(() => cloud.end())

const send = (message: object) =>
  cloud.run(
    ({ cloud, input }: Inside) =>
      cloud.openapi.subscribeMessage.send(input).then(
        (done: { errCode: number; errMsg: string }) => ({ code: done.errCode, text: done.errMsg }),
        (error: { errCode: number; errMsg: string }) => ({ code: error.errCode, text: error.errMsg }),
      ),
    message,
  )
const message = {
  touser: 'o-li',
  templateId: 'T1',
  page: 'pages/messages/index',
  data: { thing1: { value: '今天到期' }, time2: { value: '2026年3月17日 08:00' } },
}

test('one consent, one message', async () => {
  expect(await send(message)).toMatchObject({ code: 43101, text: expect.stringContaining('user refuse') })
  cloud.wechat.accept('o-li', 'T1')
  expect(await send(message)).toEqual({ code: 0, text: 'openapi.subscribeMessage.send:ok' })
  expect(cloud.wechat.sent()).toEqual([
    {
      openid: 'o-li',
      template: 'T1',
      page: 'pages/messages/index',
      data: { thing1: '今天到期', time2: '2026年3月17日 08:00' },
      at: expect.any(Number),
    },
  ])
  expect(await send(message)).toMatchObject({ code: 43101 })
})

test.each([
  ['no receiver', { touser: '' }, 40003],
  ['a receiver that is no openid', { touser: '张三' }, 40003],
  ['no template', { templateId: undefined }, 40037],
  ['a template of somebody else', { templateId: 'T9' }, 40037],
  ['a field too long', { data: { ...message.data, thing1: { value: '字'.repeat(21) } } }, 47003],
  ['a field missing', { data: { thing1: { value: '字' } } }, 47003],
  ['a day that is none', { data: { ...message.data, time2: { value: '2026-03-17' } } }, 47003],
])('%s is refused with its code', async (_name, wrong, code) => {
  cloud.wechat.accept('o-li', 'T1')
  expect(await send({ ...message, ...wrong })).toMatchObject({ code })
})

test('consents taken back are gone; a fault is passed on', async () => {
  cloud.wechat.accept('o-li', 'T1', 3)
  cloud.wechat.takeBack('o-li', 'T1')
  expect(await send(message)).toMatchObject({ code: 43101 })
  cloud.wechat.failNext(-1, 'system error')
  expect(await send(message)).toMatchObject({ code: -1 })
})

test('an API that is not there yet is an error by its name', async () => {
  const answer = await cloud.run(({ cloud }) =>
    cloud.openapi.security.msgSecCheck({ content: '字' }).catch((error: { errMsg: string }) => error.errMsg),
  )
  expect(answer).toContain('security.msgSecCheck')
})

test('a function whose config.json does not name the API may not call it', async () => {
  cloud.wechat.accept('o-li', 'T1')
  expect(await cloud.call('other', { send: message })).toEqual({ errCode: -604101 })
  expect(cloud.wechat.sent()).toHaveLength(1)
})
