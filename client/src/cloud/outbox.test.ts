import { digestOf } from '@domain/digest'
import fc from 'fast-check'
import { freeze, localFiles, Outbox, type OutboxOptions } from './outbox'
import { deviceProblem, ProblemError } from './problem'

const turn = () => new Promise(resolve => setImmediate(resolve))

/** A server that keeps each id once, and answers a repeated one as the kernel does. */
class Server {
  readonly arrived: { id: string; digest: string; content: unknown; person: string }[] = []
  readonly uploads = new Map<string, string>()
  active = 0
  mostActive = 0
  refuse: ((content: unknown) => ProblemError | undefined) | undefined

  write(path: string, { id, content }: { id: string; content: unknown }, person: string) {
    const digest = digestOf(path, content)
    const earlier = this.arrived.find(one => one.id === id)
    if (earlier && earlier.digest !== digest)
      throw new ProblemError({ code: 'replay.conflict', message: '同一编号已经提交过另一份内容' })
    if (!earlier) {
      const problem = this.refuse?.(content)
      if (problem) throw problem
      this.arrived.push({ id, digest, content, person })
    }
    return { id, digest, answer: { number: id.slice(0, 4) }, replayed: !!earlier }
  }
}

/** A phone: storage and files outlive the process; every touch of the machine may be its last. */
class Phone {
  readonly server = new Server()
  readonly disk = new Map<string, string>()
  readonly files = new Set<string>()
  online = true
  loseAnswers = false
  who: string | undefined = 'wang'
  now = 1_700_000_000_000
  private ids = 0
  private timers = new Set<{ at: number; work: () => void }>()
  private process = 0
  private dieIn = Number.POSITIVE_INFINITY
  private lock: Promise<unknown> = Promise.resolve()

  /** The process dies at the n-th touch of the machine from now. */
  killAfter(touches: number) {
    this.dieIn = touches
  }

  boot(options: Partial<OutboxOptions> = {}): Outbox {
    this.process++
    this.timers.clear()
    this.lock = Promise.resolve()
    this.dieIn = Number.POSITIVE_INFINITY
    return this.tab(options)
  }

  /** Another tab of the same browser. */
  tab(options: Partial<OutboxOptions> = {}): Outbox {
    const mine = this.process
    const touch = () => {
      if (mine !== this.process) throw new Error('this process is dead')
      if (--this.dieIn < 0) {
        this.process++
        throw new Error('killed')
      }
    }
    const reach = () => {
      touch()
      if (!this.online) throw deviceProblem('network.offline')
    }
    const answered = () => {
      touch()
      if (this.loseAnswers || !this.online) throw deviceProblem('network.offline')
    }
    return new Outbox({
      storage: {
        get: <T>(key: string) => {
          const text = this.disk.get(key)
          return text === undefined ? undefined : (JSON.parse(text) as T)
        },
        set: (key, value) => {
          touch()
          this.disk.set(key, JSON.stringify(value))
        },
        remove: key => {
          touch()
          this.disk.delete(key)
        },
        keys: prefix => Array.from(this.disk.keys()).filter(key => key.startsWith(prefix)),
      },
      removeFile: async key => {
        touch()
        this.files.delete(key)
      },
      randomId: async () => (++this.ids).toString(16).padStart(32, '0'),
      person: () => this.who,
      exclusive: (_name, work) => {
        const next = this.lock.then(work, work)
        this.lock = next.catch(() => {})
        return next
      },
      placeOf: key => `evidence/f/${key}`,
      upload: async (key, place) => {
        reach()
        if (!this.files.has(key)) throw deviceProblem('file.lost')
        await Promise.resolve()
        this.server.uploads.set(place, key)
        answered()
        return `cloud://${place}`
      },
      call: async (path, input, person) => {
        reach()
        this.server.active++
        this.server.mostActive = Math.max(this.server.mostActive, this.server.active)
        try {
          await Promise.resolve()
          const receipt = this.server.write(path, input, person)
          answered()
          return receipt
        } finally {
          this.server.active--
        }
      },
      digestOf,
      now: () => this.now,
      later: (ms, work) => {
        const timer = { at: this.now + ms, work }
        this.timers.add(timer)
        return () => this.timers.delete(timer)
      },
      random: () => 0.5,
      ...options,
    })
  }

  picture(): { file: string; bytes: number; sha256: string } {
    const key = `${(++this.ids).toString(16).padStart(32, 'a')}.jpg`
    this.files.add(key)
    return { file: `local:${key}`, bytes: 1000, sha256: 'x' }
  }

  async advance(ms: number) {
    this.now += ms
    for (let i = 0; i < 3; i++) await turn()
    for (const timer of Array.from(this.timers)) {
      if (timer.at > this.now) continue
      this.timers.delete(timer)
      timer.work()
    }
    for (let i = 0; i < 3; i++) await turn()
  }
}

const note = (text: string, ...photos: unknown[]) => ({ text, photos })

describe('an item on its way', () => {
  test('goes out with its pictures and leaves nothing but a line', async () => {
    const phone = new Phone()
    const outbox = phone.boot()
    const content = note('一', phone.picture(), phone.picture())
    const sent = await outbox.send('inspection.submit', content, { title: '检查记录' })
    expect(await sent.settled).toEqual({ state: 'done', answer: { number: sent.id.slice(0, 4) } })
    await turn()
    expect(phone.server.arrived).toHaveLength(1)
    expect(localFiles(phone.server.arrived[0]?.content)).toEqual([])
    expect(phone.files.size).toBe(0)
    expect(outbox.items).toMatchObject([{ state: 'done', title: '检查记录', parcels: [] }])
    expect(outbox.items[0]).not.toHaveProperty('content')
  })

  test('waits without network and goes at once when it returns', async () => {
    const phone = new Phone()
    phone.online = false
    const outbox = phone.boot()
    const sent = await outbox.send('inspection.submit', note('一', phone.picture()), { title: '检查记录' })
    const kept = sent.within(8_000)
    await phone.advance(8_000)
    expect(await kept).toEqual({ state: 'kept' })
    expect(outbox.items[0]).toMatchObject({ state: 'waiting', problem: { code: 'network.offline' } })
    expect(phone.files.size).toBe(1)
    phone.online = true
    outbox.wake()
    expect((await sent.settled).state).toBe('done')
  })

  test('is one even when the answer of the first call was lost', async () => {
    const phone = new Phone()
    phone.loseAnswers = true
    const outbox = phone.boot()
    const sent = await outbox.send('inspection.submit', note('一'), { title: '检查记录' })
    await phone.advance(1)
    expect(phone.server.arrived).toHaveLength(1)
    phone.loseAnswers = false
    await phone.advance(10_000)
    expect((await sent.settled).state).toBe('done')
    expect(phone.server.arrived).toHaveLength(1)
  })

  test('waits longer after each failure, and no longer than the longest pause', async () => {
    const phone = new Phone()
    phone.online = false
    const outbox = phone.boot({ pause: 1_000, longestPause: 8_000 })
    await outbox.send('inspection.submit', note('一'), { title: '检查记录' })
    const pauses: number[] = []
    for (let i = 0; i < 6; i++) {
      await phone.advance(0)
      const { nextAt } = outbox.items[0] as { nextAt: number }
      pauses.push(nextAt - phone.now)
      await phone.advance(nextAt - phone.now)
    }
    expect(pauses).toEqual([750, 1500, 3000, 6000, 6000, 6000])
  })
})

describe('an item the server does not take', () => {
  const refusing = (phone: Phone) => {
    phone.server.refuse = content =>
      (content as { text: string }).text === '错'
        ? new ProblemError({ code: 'input.invalid', message: '请填写企业名称', field: 'name' })
        : undefined
  }

  test('stays with its sentence and lets the next one pass', async () => {
    const phone = new Phone()
    refusing(phone)
    const outbox = phone.boot()
    const bad = await outbox.send('inspection.submit', note('错', phone.picture()), { title: '一' })
    const good = await outbox.send('inspection.submit', note('对'), { title: '二' })
    expect(await bad.settled).toMatchObject({
      state: 'refused',
      problem: { message: '请填写企业名称', field: 'name' },
    })
    expect((await good.settled).state).toBe('done')
    expect(outbox.items[0]).toMatchObject({ state: 'refused', title: '一' })
    expect(phone.files.size).toBe(1)
  })

  test('is replaced by its correction under the same id, keeping pictures already uploaded', async () => {
    const phone = new Phone()
    refusing(phone)
    const outbox = phone.boot()
    const kept = phone.picture()
    const dropped = phone.picture()
    const bad = await outbox.send('inspection.submit', note('错', kept, dropped), { title: '一' })
    await bad.settled
    const uploads = phone.server.uploads.size
    const good = await outbox.send('inspection.submit', note('对', kept), { title: '一', instead: bad.id })
    expect((await good.settled).state).toBe('done')
    expect(good.id).toBe(bad.id)
    expect(phone.server.uploads.size).toBe(uploads)
    expect(outbox.items).toHaveLength(1)
    await turn()
    expect(phone.files.size).toBe(0)
  })

  test('can be thrown away with its pictures, but not by another person', async () => {
    const phone = new Phone()
    refusing(phone)
    const outbox = phone.boot()
    const bad = await outbox.send('inspection.submit', note('错', phone.picture()), { title: '一' })
    await bad.settled
    phone.who = 'li'
    expect(await outbox.discard(bad.id)).toBe(false)
    phone.who = 'wang'
    expect(await outbox.discard(bad.id)).toBe(true)
    expect(phone.files.size).toBe(0)
    expect(outbox.items).toEqual([])
  })

  test('is a visible conflict when the id carries another content there, and its correction takes a new id', async () => {
    const phone = new Phone()
    const outbox = phone.boot()
    phone.server.arrived.push({ id: '1'.padStart(32, '0'), digest: 'd', content: {}, person: 'wang' })
    const clash = await outbox.send('inspection.submit', note('一'), { title: '一' })
    expect(await clash.settled).toMatchObject({ state: 'conflict', problem: { code: 'replay.conflict' } })
    const anew = await outbox.send('inspection.submit', note('一'), { title: '一', instead: clash.id })
    expect((await anew.settled).state).toBe('done')
    expect(anew.id).not.toBe(clash.id)
    expect(outbox.items).toHaveLength(1)
  })

  test('keeps pictures and content when the server confirms another digest', async () => {
    const phone = new Phone()
    const outbox = phone.boot({
      call: async (_path, { id }) => ({ id, digest: 'another', answer: {}, replayed: false }),
    })
    const sent = await outbox.send('inspection.submit', note('一', phone.picture()), { title: '一' })
    expect(await sent.settled).toMatchObject({ state: 'conflict', problem: { code: 'digest.differs' } })
    expect(phone.files.size).toBe(1)
    expect(outbox.items[0]).toHaveProperty('content')
  })

  test('that fails inside the server again and again lets those behind it pass', async () => {
    const phone = new Phone()
    phone.server.refuse = content =>
      (content as { text: string }).text === '卡'
        ? new ProblemError({ code: 'internal', message: '系统出了点问题' })
        : undefined
    const outbox = phone.boot({ pause: 1_000, longestPause: 4_000, stuckAfter: 3 })
    await outbox.send('inspection.submit', note('卡'), { title: '一' })
    const behind = await outbox.send('inspection.submit', note('对'), { title: '二' })
    for (let i = 0; i < 6; i++) await phone.advance(4_000)
    expect((await behind.settled).state).toBe('done')
    expect(outbox.items[0]).toMatchObject({ state: 'waiting', title: '一' })
  })
})

describe('when the person’s post was taken back', () => {
  const gone = deviceProblem('post.gone').problem
  const recalled = (outbox: Outbox) => outbox.recall(gone, ['office.requestPost'])

  test('what was not sent stays with the reason and its pictures, is not sent, and can be thrown away', async () => {
    const phone = new Phone()
    phone.online = false
    const outbox = phone.boot()
    const sent = await outbox.send('inspection.submit', note('一', phone.picture()), { title: '一' })
    const asked = await outbox.send('office.requestPost', note('二'), { title: '申请岗位' })
    await phone.advance(1)
    await recalled(outbox)
    expect(outbox.items).toMatchObject([
      {
        id: sent.id,
        state: 'refused',
        problem: { code: 'post.gone', message: expect.stringMatching(/^岗位已收回，/) },
      },
      { id: asked.id, state: 'waiting' },
    ])
    phone.online = true
    outbox.wake()
    await phone.advance(60_000)
    expect(phone.server.arrived.map(({ id }) => id)).toEqual([asked.id])
    expect(phone.files.size).toBe(1)
    expect(await outbox.discard(sent.id)).toBe(true)
    expect(phone.files.size).toBe(0)
  })

  test('lines of what is through go, those of another person stay', async () => {
    const phone = new Phone()
    const outbox = phone.boot()
    for (const who of ['li', 'wang']) {
      phone.who = who
      outbox.refresh()
      await (await outbox.send('inspection.submit', note(who), { title: who })).settled
    }
    await recalled(outbox)
    expect(outbox.items).toEqual([])
    phone.who = 'li'
    outbox.refresh()
    expect(outbox.items).toMatchObject([{ title: 'li', state: 'done' }])
  })

  test('what was under way is judged by the server; found without a post, it has the same reason', async () => {
    const phone = new Phone()
    phone.server.refuse = () => new ProblemError({ code: 'post.none', message: '您还没有岗位' })
    const outbox = phone.boot()
    const sent = await outbox.send('inspection.submit', note('一'), { title: '一' })
    const recall = recalled(outbox)
    await sent.settled
    await recall
    await phone.advance(1)
    expect(outbox.items).toMatchObject([{ state: 'refused', problem: { code: 'post.gone' } }])
  })
})

describe('several people and tabs', () => {
  test('a person who signs in does not send or see what another left', async () => {
    const phone = new Phone()
    phone.online = false
    const outbox = phone.boot()
    await outbox.send('inspection.submit', note('王的'), { title: '一' })
    await phone.advance(1)
    phone.who = 'li'
    phone.online = true
    outbox.refresh()
    outbox.wake()
    await phone.advance(60_000)
    expect(outbox.items).toEqual([])
    expect(phone.server.arrived).toEqual([])
    phone.who = 'wang'
    outbox.wake()
    await phone.advance(60_000)
    expect(phone.server.arrived).toMatchObject([{ person: 'wang' }])
  })

  test('two tabs never send at the same time, and both learn the outcome', async () => {
    const phone = new Phone()
    const one = phone.boot()
    const two = phone.tab()
    const [a, b] = await Promise.all([
      one.send('inspection.submit', note('甲'), { title: '甲' }),
      two.send('inspection.submit', note('乙'), { title: '乙' }),
    ])
    await phone.advance(1)
    one.refresh()
    two.refresh()
    expect([(await a.settled).state, (await b.settled).state]).toEqual(['done', 'done'])
    expect(phone.server.mostActive).toBe(1)
    expect(phone.server.arrived).toHaveLength(2)
  })

  test('nobody signed in cannot put anything into it', async () => {
    const phone = new Phone()
    phone.who = undefined
    await expect(phone.boot().send('inspection.submit', note('一'), { title: '一' })).rejects.toThrow(
      '请先登录',
    )
  })
})

test('options out of range are named', () => {
  expect(() => new Phone().boot({ pause: 0 })).toThrow(
    'Expected `pause` to be a number above 0, got `0` (number)',
  )
})

test('freezing replaces exactly the local pictures and leaves the content as it was', () => {
  const content = {
    a: [{ file: 'local:k.jpg', bytes: 1 }],
    b: 'local:k.jpg',
    c: null,
    d: { file: 'cloud://x' },
  }
  const before = JSON.stringify(content)
  expect(freeze(content, [{ key: 'k.jpg', bytes: 1, fileID: 'cloud://k' }])).toEqual({
    ...content,
    a: [{ file: 'cloud://k', bytes: 1 }],
  })
  expect(JSON.stringify(content)).toBe(before)
})

type Step =
  | { do: 'send'; photos: number }
  | { do: 'kill'; after: number }
  | { do: 'boot' | 'wake' | 'lose' | 'hear' | 'on' | 'off' }
  | { do: 'wait'; ms: number }

const steps = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('send' as const), photos: fc.nat(3) }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('kill' as const), after: fc.nat(14) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.nat(20_000) }) },
    {
      weight: 5,
      arbitrary: fc.record({
        do: fc.constantFrom('boot', 'wake', 'lose', 'hear', 'on', 'off'),
      }) as fc.Arbitrary<Step>,
    },
  ),
  { maxLength: 25 },
) as fc.Arbitrary<Step[]>

test('whatever dies and whenever the network goes, each write that was taken arrives exactly once and in order', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async script => {
      const phone = new Phone()
      let outbox = phone.boot()
      const taken: string[] = []
      for (const [at, step] of script.entries()) {
        if (step.do === 'send') {
          const photos = Array.from({ length: step.photos }, () => phone.picture())
          // Not awaited: after a kill it never comes back.
          void outbox.send('inspection.submit', note(String(at), ...photos), { title: '一' }).then(
            () => taken.push(String(at)),
            () => {},
          )
        } else if (step.do === 'kill') phone.killAfter(step.after)
        else if (step.do === 'boot') {
          outbox = phone.boot()
          void outbox.start().catch(() => {})
        } else if (step.do === 'wake') {
          try {
            outbox.wake()
          } catch {
            // dead
          }
        } else if (step.do === 'lose' || step.do === 'hear') phone.loseAnswers = step.do === 'lose'
        else if (step.do === 'on' || step.do === 'off') phone.online = step.do === 'on'
        await phone.advance(step.do === 'wait' ? step.ms : 0)
      }
      phone.online = true
      phone.loseAnswers = false
      outbox = phone.boot()
      await outbox.start()
      for (let i = 0; i < 40; i++) await phone.advance(60_000)

      expect(outbox.items.every(item => item.state === 'done')).toBe(true)
      const arrived = phone.server.arrived.map(one => (one.content as { text: string }).text)
      expect(new Set(arrived).size).toBe(arrived.length)
      expect(arrived.filter(text => taken.includes(text))).toEqual(taken)
      expect(phone.server.mostActive).toBeLessThanOrEqual(1)
      for (const { content, digest } of phone.server.arrived) {
        expect(localFiles(content)).toEqual([])
        expect(digest).toBe(digestOf('inspection.submit', content))
      }
      // Pictures of what arrived are gone; those of a form that was never taken are the sweeper's.
      const text = JSON.stringify(phone.server.arrived)
      for (const file of phone.files) expect(text).not.toContain(file)
    }),
    { numRuns: Number(process.env.OUTBOX_RUNS ?? 60) },
  )
}, 60_000)
