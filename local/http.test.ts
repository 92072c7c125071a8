import { mkdirSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { folder, type TestCloud, testCloud } from './fixtures/cloud'

let cloud: TestCloud
const site = folder()
beforeAll(async () => {
  writeFileSync(join(site, 'index.html'), '<!doctype html><title>三联</title>')
  mkdirSync(join(site, 'js'))
  writeFileSync(join(site, 'js', 'app.js'), `// ${'x'.repeat(5000)}`)
  cloud = await testCloud({ static: site })
})
afterAll(() => cloud.end())

const call = (fn: string, body: string, headers: Record<string, string> = {}) =>
  fetch(`${cloud.url}/call/${fn}`, { method: 'POST', body, headers })

/** fetch does not let one choose Host. */
const raw = (headers: Record<string, string>, path = '/health'): Promise<number> =>
  new Promise((resolve, reject) => {
    request({ port: cloud.port, host: '127.0.0.1', path, headers }, response => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
      .on('error', reject)
      .end()
  })

test('a function is called with an openid and answers JSON', async () => {
  const got = await call('probe', JSON.stringify({ code: '({ context }) => context.OPENID' }), {
    'x-openid': 'o_user-1',
  })
  expect(got.status).toBe(200)
  expect(await got.json()).toBe('o_user-1')
})

test.each(['12345', '', 'a b', 'x'.repeat(65), '<script>'])('the openid %j is refused', async openid => {
  expect((await call('other', '{}', { 'x-openid': openid })).status).toBe(400)
})

test('failures are JSON with a status', async () => {
  const table: [Promise<Response>, number][] = [
    [call('nothing', '{}'), 404],
    [call('other', 'not json'), 400],
    [call('other', '[]'), 400],
    [call('probe', JSON.stringify({ code: '() => { throw new Error("inside") }' })), 500],
    [fetch(`${cloud.url}/timer/probe/none`, { method: 'POST' }), 404],
    [fetch(`${cloud.url}/missing.js`), 404],
  ]
  for (const [asked, status] of table) {
    const got = await asked
    expect(got.status).toBe(status)
    expect(await got.json()).toHaveProperty('error')
  }
})

test('an event of 5 MB passes, one above 6 MB is answered with 413', async () => {
  const size = (n: number) => JSON.stringify({ code: '({ input }) => input.length', input: 'x'.repeat(n) })
  expect(await (await call('probe', size(5_000_000))).json()).toBe(5_000_000)
  const large = await call('probe', size(7_000_000))
  expect(large.status).toBe(413)
  expect(await large.json()).toHaveProperty('error')
})

test('a foreign host or origin is refused, a loopback one is served', async () => {
  expect(await raw({ host: 'evil.example' })).toBe(403)
  expect(await raw({ host: `evil.example:${cloud.port}` })).toBe(403)
  expect(await raw({ host: `localhost:${cloud.port}` })).toBe(200)
  expect(await raw({ host: `127.0.0.1:${cloud.port}`, origin: 'https://evil.example' })).toBe(403)
  const pre = await fetch(`${cloud.url}/call/other`, {
    method: 'OPTIONS',
    headers: { origin: 'http://localhost:10086' },
  })
  expect(pre.headers.get('access-control-allow-origin')).toBe('http://localhost:10086')
  expect(pre.headers.get('access-control-allow-headers')).toContain('x-openid')
})

test('a page cannot speak the wire of functions', async () => {
  const got = await fetch(`${cloud.url}/admin`, {
    method: 'POST',
    body: '{}',
    headers: { origin: cloud.url },
  })
  expect(got.status).toBe(403)
})

test('the page is served packed, with its type, and for every path of its router', async () => {
  const script = await fetch(`${cloud.url}/js/app.js`)
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(script.headers.get('content-encoding')).toBe('gzip')
  for (const path of ['/', '/pages/home/index', '/..%2f..%2f..%2f..%2fetc%2fpasswd']) {
    const page = await fetch(cloud.url + path)
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(await page.text()).toContain('三联')
  }
})

test('a taken port is said to be taken', async () => {
  await expect(testCloud({ port: cloud.port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
})

test('a data folder serves one cloud at a time', async () => {
  await expect(testCloud({ data: cloud.data })).rejects.toThrow('in use')
})
