import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Cloud } from '../../local/cloud'
import { type Bureau, freshCloud, newId, openBureau, orderFor, wholeCheck } from './bureau'

const root = path.resolve(__dirname, '../..')
// The times a point is passed in one submission with its draft: eight operations, two commits.
const points = [
  'begin:1',
  'begin:2',
  'operation:1',
  'operation:2',
  'operation:4',
  'operation:7',
  'before-commit:1',
  'before-commit:2',
  'after-commit:1',
  'after-commit:2',
  'before-answer:1',
  'before-answer:2',
]

/** The laptop cloud as a process of its own, which can be killed. */
class Process {
  private child?: ChildProcess
  private port = 0
  /** How often it died without being killed from here: at a named point. */
  deaths = 0
  private killing = false
  constructor(private readonly data: string) {}

  async start(killAt?: string): Promise<void> {
    this.port ||= await freePort()
    const args = [
      '--import',
      'tsx',
      'local/main.ts',
      '--port',
      String(this.port),
      '--data',
      this.data,
      '--functions',
      path.join(root, 'dist/cloudfunctions'),
      '--database',
      path.join(root, 'cloudfunctions/database/collections.json'),
      '--no-timers',
      '--env',
      'SANLIAN_ADMIN=admin',
    ]
    const env = { ...process.env, ...(killAt ? { LOCAL_KILL_AT: killAt } : {}) }
    this.child = spawn(process.execPath, args, { cwd: root, env, stdio: 'ignore' })
    this.killing = false
    this.child.once('exit', () => {
      if (!this.killing) this.deaths++
    })
    for (let i = 0; i < 200; i++) {
      if (
        await fetch(`${this.url}/health`).then(
          answer => answer.ok,
          () => false,
        )
      )
        return
      await new Promise(resolve => setTimeout(resolve, 50))
    }
    throw new Error('the laptop cloud did not come up')
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  async kill(): Promise<void> {
    if (this.child?.exitCode === null && this.child.signalCode === null) {
      const gone = new Promise(resolve => this.child?.once('exit', resolve))
      this.killing = true
      this.child.kill('SIGKILL')
      await gone
    }
  }

  /** Whether it is dying by itself: the answer's end is seen a moment before the process's. */
  async settled(): Promise<void> {
    for (let i = 0; i < 20 && this.child?.signalCode === null; i++)
      await new Promise(resolve => setTimeout(resolve, 10))
  }

  readonly cloud: Pick<Cloud, 'call' | 'upload'> = {
    call: async (name, event, as) => {
      const headers = { 'content-type': 'application/json', ...(as?.openid ? { 'x-openid': as.openid } : {}) }
      return (
        await fetch(`${this.url}/call/${name}`, { method: 'POST', headers, body: JSON.stringify(event) })
      ).json()
    },
    upload: async (openid, to, bytes) => {
      const answer = await fetch(`${this.url}/upload?path=${encodeURIComponent(to)}`, {
        method: 'POST',
        headers: { 'x-openid': openid },
        body: Buffer.from(bytes),
      })
      return ((await answer.json()) as { fileID: string }).fileID
    },
  }
}

const freePort = (): Promise<number> =>
  new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

let data: string
let machine: Process
let bureau: Bureau

beforeAll(async () => {
  data = mkdtempSync(path.join(tmpdir(), 'sanlian-kill-'))
  machine = new Process(data)
  await machine.start()
  bureau = await openBureau(machine.cloud)
}, 60_000)
afterAll(async () => {
  await machine.kill()
  rmSync(data, { recursive: true, force: true })
})

const acknowledged = new Set<string>()

/** Sends until it is acknowledged, as the outbox would: the machine is started again whenever it died. */
async function sent(where: string, id: string, content: unknown): Promise<void> {
  for (let attempt = 0; attempt < 6; attempt++) {
    const answer = await bureau.officer.ask(where, { id, content }).catch(() => undefined)
    if (answer?.ok) {
      acknowledged.add(id)
      return
    }
    if (answer && answer.problem.code !== 'transaction.busy' && answer.problem.code !== 'internal')
      throw new Error(`${where}: ${answer.problem.code} ${answer.problem.message}`)
    await machine.settled()
    await machine.kill()
    await machine.start()
  }
  throw new Error(`${where} was never acknowledged`)
}

test('kill -9 after each acknowledged call: it is there', async () => {
  for (let i = 0; i < 4; i++) {
    await sent('inspection.submit', newId(), await wholeCheck(bureau))
    await machine.kill()
    await machine.start()
  }
}, 90_000)

test.each(points)(
  'kill -9 at %s: sent again, it is there once',
  async point => {
    await machine.kill()
    const deaths = machine.deaths
    await machine.start(point)
    const id = newId()
    await sent(
      'inspection.submit',
      id,
      await wholeCheck(bureau, { 'P-13': { result: '不符合', note: '过期' } }),
    )
    await sent('enforcement.draft', newId(), orderFor(id))
    expect(machine.deaths).toBe(deaths + 1)
  },
  60_000,
)

test('every acknowledged write is in the store once, with its record; nothing else is', async () => {
  await machine.kill()
  const cloud = await freshCloud({ data, strictIndexes: false })
  try {
    const entries = await cloud.documents('journal')
    const submitted = entries.filter(entry =>
      ['inspection.submit', 'enforcement.draft'].includes(entry.path as string),
    )
    expect(submitted.map(entry => entry._id).sort()).toEqual([...acknowledged].sort())
    const records = [...(await cloud.documents('checks')), ...(await cloud.documents('notices'))]
    expect(records.map(record => record._id).sort()).toEqual([...acknowledged].sort())
    const numbers = (await cloud.documents('notices')).map(
      notice => (notice.paper as { number: string }).number,
    )
    expect(new Set(numbers).size).toBe(numbers.length)
  } finally {
    await cloud.close()
  }
})
