import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FUNCTIONS, folder, type TestCloud, testCloud } from './fixtures/cloud'

let cloud: TestCloud
const functions = folder()
beforeAll(async () => {
  cpSync(FUNCTIONS, functions, { recursive: true })
  const sdk = require.resolve('wx-server-sdk')
  for (const fn of ['probe', 'other']) {
    replace(join(functions, fn, 'index.js'), "require('wx-server-sdk')", `require(${JSON.stringify(sdk)})`)
  }
  cloud = await testCloud({ clock: true, functions, env: { SECRET_FOR_TEST: 'given' } })
})
afterAll(() => cloud.end())

function replace(file: string, from: string, to: string) {
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to))
}

test('every invocation has its own identity, however many run at once', async () => {
  const who = async (i: number) => {
    const openid = i % 3 === 0 ? undefined : `o_${i}`
    const got = await cloud.run(
      async ({ cloud, context, event }) => {
        await new Promise(resolve => setTimeout(resolve, 5))
        return [context.OPENID ?? null, cloud.getWXContext().OPENID ?? null, event.userInfo?.openId ?? null]
      },
      undefined,
      { openid },
    )
    expect(got).toEqual([openid ?? null, openid ?? null, openid ?? null])
  }
  await Promise.all(Array.from({ length: 60 }, (_, i) => who(i)))
})

test('a timer is known by its context, and leaves nothing of itself to the next call', async () => {
  await cloud.fire('probe', 'often')
  await cloud.run(({ context }) => context, undefined, { openid: 'o_user' })
  await cloud.fire('probe', 'often')
  const next = await cloud.run(({ context }) => [
    context,
    process.env.TRIGGER_SRC ?? null,
    process.env.WX_TRIGGER_API_TOKEN_V0 ?? null,
  ])
  expect(next[0]).not.toHaveProperty('OPENID')
  expect(next.slice(1)).toEqual([null, null])
  const runs = await cloud.documents('runs')
  expect(runs).toHaveLength(2)
  for (const run of runs) {
    expect(run.source).toBe('timer')
    expect(run.event).toMatchObject({ Type: 'Timer', TriggerName: 'often' })
    expect(run.context).not.toHaveProperty('OPENID')
    expect(run.context.SOURCE).toBe('wx_trigger')
  }
  await expect(cloud.fire('probe', 'never')).rejects.toThrow('no timer')
})

test('a function process has the documented environment and nothing of this machine', async () => {
  process.env.HTTP_PROXY = 'http://127.0.0.1:9'
  const fresh = await testCloud({ functions, env: { SECRET_FOR_TEST: 'given' } })
  const env = await fresh.run(() => ({ ...process.env }), undefined, { openid: 'o_user' })
  await fresh.end()
  delete process.env.HTTP_PROXY
  expect(env).toMatchObject({
    TZ: 'UTC',
    TENCENTCLOUD_RUNENV: 'SCF',
    WX_OPENID: 'o_user',
    SECRET_FOR_TEST: 'given',
    TCB_SOURCE: 'wx_client',
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SEQID,TCB_SOURCE',
  })
  expect(env.WX_CONTEXT_KEYS.split(',')).toContain('WX_OPENID')
  for (const name of ['HTTP_PROXY', 'PATH', 'HOME', 'NODE_ENV', 'CLOUDBASE_APIKEY'])
    expect(env).not.toHaveProperty(name)
})

test('nothing leaves the machine', async () => {
  const got = await cloud.run(async ({ require }) => {
    const tried = await fetch('http://192.0.2.1/').catch(error => String(error.cause ?? error))
    const plain = await new Promise(resolve => {
      try {
        require('node:net').connect(80, 'example.com').on('error', resolve)
      } catch (error) {
        resolve(String(error))
      }
    })
    return [tried, plain]
  })
  for (const text of got) expect(text).toContain('beyond loopback')
})

test('with a clock the function and the server date see the given time, which flows; without one, the machine’s', async () => {
  const now = Date.UTC(2031, 4, 6, 7, 8, 9)
  const got = await cloud.run(
    async ({ db }) => {
      const first = Date.now()
      await new Promise(resolve => setTimeout(resolve, 30))
      const second = new Date()
      await db
        .collection('docs')
        .doc('clock')
        .set({ data: { at: db.serverDate() } })
      const { at } = (await db.collection('docs').doc('clock').get()).data
      return [
        first,
        second.getTime(),
        at.getTime(),
        second instanceof Date,
        new Date(5).getTime(),
        second.toString().includes('GMT+0000'),
      ]
    },
    undefined,
    { now },
  )
  expect(got[0]).toBeGreaterThanOrEqual(now)
  expect(got[0]).toBeLessThan(now + 5000)
  expect(got[1] - got[0]).toBeGreaterThanOrEqual(29)
  expect(Math.abs(got[2] - got[1])).toBeLessThan(5000)
  expect(got.slice(3)).toEqual([true, 5, true])
  const real = await cloud.run(() => Date.now())
  expect(Math.abs(real - Date.now())).toBeLessThan(5000)
})

test('a function that throws says so; one that is too slow is stopped; the next call is answered', async () => {
  await expect(cloud.run(() => Promise.reject(new Error('own words')))).rejects.toThrow('own words')
  await expect(cloud.run(() => process.exit(3))).rejects.toThrow('process ended')
  expect(await cloud.call('slow', { ms: 10 })).toBe('in time')
  await expect(cloud.call('slow', { ms: 5000 })).rejects.toThrow('timed out after 1 seconds')
  expect(await cloud.call('slow', { ms: 10 })).toBe('in time')
  expect(await cloud.run(() => 1)).toBe(1)
}, 20_000)

test('a function calls a function, which is not told whose click it was', async () => {
  const got = await cloud.run(
    ({ cloud }) => cloud.callFunction({ name: 'other', data: { a: 1 } }),
    undefined,
    { openid: 'o_user' },
  )
  expect(got.result.event).toEqual({ a: 1 })
  expect(got.result.context).toMatchObject({ SOURCE: 'wx_client,scf' })
  expect(got.result.context).not.toHaveProperty('OPENID')
})

test('what each invocation asked of the wire is counted as its own', async () => {
  await Promise.all(
    ['p/one', 'p/two'].map(path =>
      cloud.call('probe', {
        path,
        code: `async ({ db }) => { for (let i = 0; i < ${path === 'p/one' ? 3 : 5}; i++) await db.collection('docs').where({ n: 1 }).count() }`,
      }),
    ),
  )
  const counted = Object.fromEntries(
    cloud
      .calls()
      .filter(each => each.path)
      .map(each => [each.path, each.actions.map(({ action, collection }) => `${action} ${collection}`)]),
  )
  expect(counted['p/one']).toEqual(Array(3).fill('database.calculateDocument docs'))
  expect(counted['p/two']).toHaveLength(5)
})

test('a bundle written anew is loaded anew', async () => {
  const file = join(functions, 'other', 'index.js')
  writeFileSync(file, 'exports.main = async () => "new"')
  expect(await cloud.call('other', {})).toBe('new')
})

test('wx.openApi is refused by name', async () => {
  await expect(
    cloud.run(({ cloud }) => cloud.openapi.security.msgSecCheck({ content: 'x' })),
  ).rejects.toThrow('wx.openApi')
})
