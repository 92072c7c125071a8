import { join } from 'node:path'

// miniprogram-simulate renders the component as WeChat would, but has no canvas: the node is put in its place.
const { JSDOM } = require('jsdom')
const { window } = new JSDOM('<!doctype html><body></body>')
for (const name of ['window', 'document', 'Node', 'HTMLElement', 'Event', 'CustomEvent', 'TouchEvent'])
  Object.assign(globalThis, { [name]: name === 'window' ? window : window[name] })
const simulate = require('miniprogram-simulate')

type Call = [string, ...number[]]

function fakeCanvas() {
  const calls: Call[] = []
  const pen = new Proxy({} as Record<string, unknown>, {
    get: (known, name: string) =>
      name in known ? known[name] : (...numbers: number[]) => void calls.push([name, ...numbers]),
  })
  return { calls, width: 300, height: 150, getContext: () => pen }
}

async function open() {
  const canvas = fakeCanvas()
  const saved: { options: Record<string, unknown> }[] = []
  const wx = (globalThis as unknown as { wx: Record<string, unknown> }).wx
  wx.getWindowInfo = () => ({ pixelRatio: 3 })
  wx.canvasToTempFilePath = (options: Record<string, unknown>) => {
    saved.push({ options })
    ;(options.success as (result: object) => void)({ tempFilePath: 'wxfile://tmp/signature.png' })
    ;(options.complete as () => void)()
  }
  const component = simulate.render(id, { label: '请在此签名' })
  const { instance } = component
  const query = {
    select: () => query,
    fields: () => query,
    exec: (done: (found: object[]) => void) => done([{ node: canvas, width: 300, height: 160 }]),
  }
  instance.createSelectorQuery = () => query
  component.attach(document.body.appendChild(document.createElement('div')))
  const heard: { name: string; detail: unknown }[] = []
  for (const name of ['signed', 'cleared'])
    component.addEventListener(name, (event: { detail: unknown }) =>
      heard.push({ name, detail: event.detail }),
    )
  const touch = (name: string, x: number, y: number) =>
    instance[name]({ touches: name === 'end' ? [] : [{ x, y }], changedTouches: [{ x, y }] })
  const stroke = () => {
    touch('begin', 10, 10)
    touch('move', 50, 40)
    touch('move', 90, 20)
    touch('end', 90, 20)
  }
  const tap = async (text: string) => {
    const button = component
      .querySelectorAll('.button')
      .find((one: { dom: Element }) => one.dom.textContent?.trim() === text)
    button.dispatchEvent('tap')
    await simulate.sleep(20)
  }
  return { canvas, component, instance, heard, saved, stroke, tap }
}

let id: string
beforeAll(() => {
  id = simulate.load(join(__dirname, 'native/index'), {
    compiler: 'simulate',
    rootPath: join(__dirname, 'native'),
  })
})

test('the canvas has as many pixels as the screen', async () => {
  const { canvas } = await open()
  expect([canvas.width, canvas.height]).toEqual([900, 480])
  expect(canvas.calls).toContainEqual(['scale', 3, 3])
  expect(canvas.calls).toContainEqual(['fillRect', 0, 0, 300, 160])
})

test('a stroke is drawn under the finger and counted when the finger leaves', async () => {
  const { canvas, instance, component, stroke } = await open()
  expect(component.dom.textContent).toContain('请在此签名')
  stroke()
  await simulate.sleep(20)
  expect(canvas.calls).toContainEqual(['lineTo', 50, 40])
  expect(canvas.calls).toContainEqual(['lineTo', 90, 20])
  expect(instance.data.strokes).toBe(1)
  expect(component.dom.textContent).not.toContain('请在此签名')
})

test('完成签名 gives a PNG at twice the size with the number of strokes, and nothing while the pad is empty', async () => {
  const { heard, saved, stroke, tap } = await open()
  await tap('完成签名')
  expect(saved).toEqual([])
  stroke()
  stroke()
  await tap('完成签名')
  expect(saved[0]?.options).toMatchObject({ fileType: 'png', destWidth: 600, destHeight: 320 })
  expect(heard).toEqual([{ name: 'signed', detail: { path: 'wxfile://tmp/signature.png', strokes: 2 } }])
})

test('清除 wipes the pad and says so', async () => {
  const { canvas, heard, instance, stroke, tap } = await open()
  stroke()
  await tap('清除')
  expect(canvas.calls.filter(([name]) => name === 'fillRect')).toHaveLength(2)
  expect(instance.data.strokes).toBe(0)
  expect(heard.map(event => event.name)).toEqual(['cleared'])
})
