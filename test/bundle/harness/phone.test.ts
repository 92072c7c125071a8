import fs from 'node:fs'
import { writeFixture } from './fixture/write'
import { mountNative } from './native'
import { type Phone, startPhone } from './phone'

const root = writeFixture()
const call = jest.fn(async (): Promise<unknown> => '有')
const upload = jest.fn(async (place: string, _bytes: Uint8Array) => `cloud://env/${place}`)
let phone: Phone

beforeEach(async () => {
  jest.clearAllMocks()
  phone = await startPhone({ root, call, upload })
})
afterEach(() => phone.kill())
afterAll(() => fs.rmSync(root, { recursive: true }))

const words = () => phone.screen.text()

describe('a person', () => {
  test('reads what WXML and wxs render, and not what is hidden', () => {
    expect(words()).toContain('数到 0')
    expect(words()).toContain('你好')
    expect(words()).not.toContain('看不见')
  })

  test('presses a button by pressing the words in it', async () => {
    await phone.screen.tap('加一')
    await phone.screen.tap('加一')
    expect(words()).toContain('数到 2')
  })

  test('reaches the nearest handler above the words, and catchtap stops there', async () => {
    await phone.screen.tap('里')
    await phone.screen.tap('外')
    expect(words()).toContain('记：里 外')
  })

  test('cannot press what is disabled, until a switch allows it', async () => {
    await expect(phone.screen.tap('禁用的')).rejects.toThrow('is disabled')
    await phone.screen.change({ label: '允许' }, true)
    await phone.screen.tap('禁用的')
    expect(words()).toContain('数到 1')
  })

  test('types no more than a field takes, and leaves it by touching something else', async () => {
    await phone.screen.input({ placeholder: '姓名' }, '一二三四五')
    expect(phone.screen.value({ placeholder: '姓名' })).toBe('一二三四')
    expect(words()).toContain('你好一二三四')
    await phone.screen.tap('加一')
    expect(words()).toContain('focus: blur:一二三四')
  })

  test('chooses from a picker and submits a form', async () => {
    await phone.screen.pick('选了无', '乙')
    await phone.screen.input({ label: '乡镇' }, '嘉定')
    await phone.screen.tap('提交')
    expect(words()).toContain('选了乙')
    expect(words()).toContain('{"town":"嘉定"}')
  })

  test('answers a dialog, which covers the page until then', async () => {
    await phone.screen.tap('问一句')
    expect(phone.dialog).toMatchObject({ title: '真的？', buttons: ['取消', '确定'] })
    await expect(phone.screen.tap('加一')).rejects.toThrow('has no button')
    await phone.screen.tap('取消')
    expect(words()).toContain('否')
    expect(phone.dialog).toBeUndefined()
  })

  test('goes to a page of a sub-package and back, and changes tabs', async () => {
    await phone.screen.tap('加一')
    await phone.screen.tap('去远处')
    expect(phone.route).toBe('far/place/index')
    expect(words()).toBe('%E8%BF%9C') // WeChat does not decode
    await phone.back()
    await phone.tab('我的')
    expect(words()).toBe('我的页')
    await phone.tab('家')
    expect(words()).toContain('数到 1')
  })

  test('pulls the page down', async () => {
    await phone.hook('onPullDownRefresh')
    expect(words()).toContain('刷新')
  })

  test('signs on a canvas that keeps the stroke', async () => {
    await phone.screen.draw({ tag: 'canvas' }, [
      [10, 10],
      [60, 40],
      [120, 40],
    ])
    const pixel = phone.screen.canvas().getContext('2d').getImageData(100, 40, 1, 1).data
    expect(pixel[3]).toBe(255)
    await phone.screen.tap('签名完成')
    expect(words()).toContain('1笔')
  })
})

describe('the network', () => {
  test('brings the function’s answer', async () => {
    await phone.screen.tap('问')
    expect(call).toHaveBeenCalledWith('work', { n: 1 })
    expect(words()).toContain('答：有')
  })

  test('is gone and comes back', async () => {
    await phone.goOffline()
    expect(words()).toContain('网：none')
    await phone.screen.tap('问')
    expect(words()).toMatch(/没有：cloud.callFunction:fail .*network/)
    expect(call).not.toHaveBeenCalled()
    await phone.goOnline()
    await phone.screen.tap('问')
    expect(words()).toContain('答：有')
  })

  test('can be there without answering, until WeChat gives up', async () => {
    await phone.setNetwork('silent')
    await phone.screen.tap('问')
    await phone.advance(59_000)
    expect(words()).not.toContain('没有：')
    await phone.advance(2_000)
    expect(words()).toContain('timeout')
    expect(call).not.toHaveBeenCalled()
  })

  test('can lose the answer of a call that was carried out', async () => {
    await phone.setNetwork('answers lost')
    await phone.screen.tap('问')
    expect(call).toHaveBeenCalledTimes(1)
    expect(words()).toContain('没有：')
  })

  test('tells a failed function apart from a failed network', async () => {
    call.mockRejectedValueOnce(new Error('坏了'))
    await phone.screen.tap('问')
    expect(words()).toContain('cloud function execution error: 坏了')
  })

  test('carries a photo as the bytes of a real picture', async () => {
    await phone.screen.tap('拍照')
    expect(words()).toContain('照片：cloud://env/evidence/a.jpg')
    expect([...upload.mock.calls[0][1].slice(0, 2)]).toEqual([0xff, 0xd8])
  })

  test('is not asked when the person takes no photo', async () => {
    phone.answerNext('chooseMedia', new Error('cancel'))
    await phone.screen.tap('拍照')
    expect(words()).toContain('没有：chooseMedia:fail cancel')
    expect(upload).not.toHaveBeenCalled()
  })
})

describe('the phone', () => {
  test('lets virtual time pass only when told', async () => {
    const before = phone.now()
    await phone.screen.tap('一分钟后')
    await phone.advance(59_000)
    expect(words()).not.toContain('到了')
    await phone.advance(2_000)
    expect(words()).toContain('到了')
    expect(phone.now() - before).toBeGreaterThanOrEqual(61_000)
  })

  test('keeps storage and files when it is killed, but no temporary file', async () => {
    await phone.screen.tap('加一')
    await phone.screen.tap('记住')
    await phone.screen.tap('拍照')
    phone.files.addTemporary(new Uint8Array(3), 'jpg')
    phone.kill()
    phone = await startPhone({ root, storage: phone.storage, files: phone.files })
    expect(words()).toContain('记住了1')
    expect(phone.files.paths).toEqual(['wxfile://usr/a.jpg'])
  })

  test('counts what setData costs', async () => {
    const mark = phone.setData.length
    await phone.screen.tap('加一')
    expect(phone.setData.slice(mark)).toEqual([
      { page: 'pages/home/index', component: undefined, bytes: 11, paths: ['count'] },
    ])
    expect(phone.bytesSince(mark)).toBe(11)
  })

  test('notes every call of wx', async () => {
    await phone.screen.tap('记住')
    expect(phone.calls).toContainEqual({ name: 'setStorageSync', options: ['kept', 0] })
  })
})

test('two phones in one test keep their screens and their faults apart', async () => {
  const other = await startPhone({ root, call: async () => '别的' })
  await Promise.all([phone.screen.tap('问'), other.screen.tap('问')])
  expect(words()).toContain('答：有')
  expect(other.screen.text()).toContain('答：别的')
  await expect(other.screen.tap('出错')).rejects.toThrow('手滑了')
  await phone.screen.tap('加一')
  expect(words()).toContain('数到 1')
  other.kill()
})

describe('a fault of the mini-program fails the test:', () => {
  test('a handler that throws', async () => {
    await expect(phone.screen.tap('出错')).rejects.toThrow('手滑了')
  })

  test('a rejection nobody listens to', async () => {
    await expect(phone.screen.tap('不理的错')).rejects.toThrow('没人管')
  })

  test('a way that leads nowhere, even when the failure is swallowed', async () => {
    await expect(phone.screen.tap('去无处')).rejects.toThrow('page "no/where" is not found')
  })

  test('words that nothing answers to, with the tree to read', async () => {
    await expect(phone.screen.tap('没有反应')).rejects.toThrow(/upwards answers a tap[\s\S]*<view\.page>/)
    await expect(phone.screen.tap('哪里')).rejects.toThrow(/0 elements match "哪里"[\s\S]*<view\.page>/)
  })

  const spoilt = async (changed: Record<string, string>) => {
    const folder = writeFixture(changed)
    try {
      return await startPhone({ root: folder })
    } finally {
      fs.rmSync(folder, { recursive: true })
    }
  }

  test('WXML that does not close a tag', async () => {
    await expect(spoilt({ 'pages/home/index.wxml': '<view><text>' })).rejects.toThrow('missing end tag')
  })

  test('a component that is not registered', async () => {
    await expect(
      spoilt({ 'pages/home/index.json': '{"usingComponents":{}}', 'pages/home/index.wxml': '<my-pad />' }),
    ).rejects.toThrow('<my-pad> is neither a built-in nor a registered component')
  })

  test('an app that throws when it starts', async () => {
    await expect(spoilt({ 'app.js': 'App({ onLaunch() { new Function("return 1") } })' })).rejects.toThrow(
      'Code generation from strings disallowed',
    )
  })
})

test('a native component can be mounted alone', async () => {
  const signed = jest.fn()
  const pad = await mountNative(
    'parts/pad/index',
    { label: '印', signed: (e: { detail: unknown }) => signed(e.detail) },
    { root },
  )
  await pad.phone.screen.draw({ tag: 'canvas' }, [
    [5, 5],
    [50, 50],
  ])
  await pad.set({ label: '章' })
  await pad.phone.screen.tap('章完成')
  expect(signed).toHaveBeenCalledWith({ path: expect.stringMatching(/\.png$/), strokes: 1 })
  pad.phone.kill()
})
