import vm from 'node:vm'
import { Clock } from './clock'
import { createRealm } from './realm'

const clock = new Clock(Date.UTC(2026, 6, 17))
const realm = createRealm(
  clock,
  work => work(),
  () => {},
)
const run = (code: string) => vm.runInContext(code, realm.context)

describe('the realm of a mini-program', () => {
  test.each(
    `window document fetch URL AbortController TextEncoder TextDecoder Blob crypto process require Buffer queueMicrotask
    structuredClone performance MessageChannel XMLHttpRequest WebSocket localStorage navigator Intl WebAssembly`.split(
      /\s+/,
    ),
  )('has no %s', name => {
    expect(run(`typeof ${name}`)).toBe('undefined')
  })

  test('forbids eval and new Function, as WeChat does', () => {
    expect(() => run('eval("1")')).toThrow()
    expect(() => run('new Function("return 1")')).toThrow()
  })

  test('shows the phone’s time in every way of asking for it', () => {
    clock.elapsed = 5000
    const expected = Date.UTC(2026, 6, 17) + 5000
    expect(run('Date.now()')).toBe(expected)
    expect(run('new Date().getTime()')).toBe(expected)
    expect(run('new (new Date().constructor)().getTime()')).toBe(expected)
    expect(run('new Date(2020, 0, 1) instanceof Date')).toBe(true)
    expect(run('new Date("2020-01-01T00:00:00Z").getTime()')).toBe(Date.UTC(2020, 0, 1))
  })

  test('gets bytes as its own ArrayBuffer', () => {
    realm.context.given = realm.give({ data: new Uint8Array([1, 2]), list: [{ a: 1 }] })
    expect(run('given.data instanceof ArrayBuffer && new Uint8Array(given.data)[1] === 2')).toBe(true)
    expect(run('given.list instanceof Array && given instanceof Object')).toBe(true)
  })

  test('knows which rejections nobody listens to', async () => {
    run('Promise.reject(1)')
    run('Promise.reject(2).catch(() => {})')
    run('Promise.all([Promise.reject(3)]).then(() => {}, () => {})')
    run('Promise.reject(4).finally(() => {})')
    await new Promise(setImmediate)
    expect(realm.takeUnhandled()).toEqual([1, 4])
    expect(realm.takeUnhandled()).toEqual([])
  })
})
