import type { Consent, Delivery } from '../../domain/message'
import type { WarningId } from '../../domain/warning'
import { type Bureau, freshCloud, newId, openBureau } from './bureau'
import { messageFor, put, termFor } from './terms'

// The inbox, its receipts, and what goes out of the house by WeChat: one consent, one message.
const FIRST = Date.parse('2026-03-02T10:00:00+08:00')
const MINUTE = 60_000

let cloud: Awaited<ReturnType<typeof freshCloud>>
let bureau: Bureau
beforeAll(async () => {
  cloud = await freshCloud({
    log: () => {},
    env: {
      SANLIAN_ADMIN: 'admin',
      SANLIAN_TEMPLATE_DUE: 'T-DUE thing1 time2 thing3',
      SANLIAN_TEMPLATE_RESULT: 'T-RESULT thing4 date1 thing2',
    },
    wechat: {
      templates: { 'T-DUE': ['thing1', 'time2', 'thing3'], 'T-RESULT': ['thing4', 'date1', 'thing2'] },
    },
  })
  bureau = await openBureau(cloud, undefined, FIRST)
}, 60_000)
afterAll(() => cloud.close())

const tick = (now: number) => cloud.fire('clock', 'every-five-minutes', now)
const deliveries = async () => (await cloud.documents('deliveries')) as unknown as Delivery[]
const consentOf = async () =>
  ((await cloud.documents('consents')) as unknown as Consent[]).find(({ kind }) => kind === 'due')
const LATER: WarningId[] = ['near', 'last', 'late', 'late3', 'late7', 'late15']
/** A term of the officer whose half is over at `now`, so that the next tick tells him, and nothing after it. */
const pressing = (now: number) =>
  put(
    cloud,
    'terms',
    termFor(bureau.officerPost, bureau.unit, now - 6 * 86_400_000, { days: 10, told: LATER }),
  )
const stateOf = async (term: string) =>
  (await deliveries()).find(({ _id }) => _id.startsWith(`${term}.`))?.state

describe('the inbox', () => {
  test('is paged, newest first; urgent and unread on top; 99+ is counted to a hundred', async () => {
    const [old, now] = [FIRST - 86_400_000, FIRST]
    const urgent = await put(
      cloud,
      'messages',
      messageFor(bureau.leaderPost, bureau.unit, old, { urgent: true, title: '重大情况' }),
    )
    for (let i = 0; i < 25; i++)
      await put(
        cloud,
        'messages',
        messageFor(bureau.leaderPost, bureau.unit, now + i * MINUTE, { title: `第${i}条` }),
      )
    const first = await bureau.leader.read('message.inbox', {})
    expect(first.unread).toBe(26)
    expect(first.rows).toHaveLength(21)
    expect(first.rows[0]).toMatchObject({ id: urgent, urgent: true })
    expect(first.rows[1]?.title).toBe('第24条')
    const second = await bureau.leader.read('message.inbox', { after: first.next as string })
    expect(second.rows.map(({ title }) => title)).toEqual([
      '第4条',
      '第3条',
      '第2条',
      '第1条',
      '第0条',
      '重大情况',
    ])
    expect(second.next).toBeUndefined()
    await bureau.leader.write('message.read', { messages: [urgent] })
    const after = await bureau.leader.read('message.inbox', {})
    expect(after.rows[0]?.title).toBe('第24条')
    expect(after.unread).toBe(25)
  })

  test('a receipt says who read it when, once; another holder of the post leaves his own', async () => {
    const id = await put(cloud, 'messages', messageFor(bureau.headPost, bureau.unit, FIRST))
    await bureau.head.write('message.read', { messages: [id] })
    await bureau.head.write('message.read', { messages: [id] })
    const [message] = (await cloud.documents('messages')).filter(({ _id }) => _id === id)
    expect(message).toMatchObject({ fresh: false, read: [{ name: '局长甲' }] })
    const foreign = { id: newId(), content: { messages: [id] } }
    expect(await bureau.officer.refusal('message.read', foreign)).toBe('state.wrong')
    expect((await cloud.documents('journal')).filter(({ path }) => path === 'message.read').length).toBe(3)
  })

  test('who holds no post has an empty inbox', async () => {
    expect(await bureau.stranger.read('message.inbox', {})).toEqual({ rows: [], unread: 0 })
  })
})

describe('subscribe messages', () => {
  test('the client learns the templates this deployment has', async () => {
    expect(await bureau.officer.read('message.templates', {})).toEqual({ due: 'T-DUE', result: 'T-RESULT' })
  })

  test('without consent nothing is sent; with one consent one of two is', async () => {
    const now = FIRST + 86_400_000
    const none = await pressing(now)
    await tick(now)
    expect(await stateOf(none)).toBe('noConsent')
    bureau.officer.now = now
    await bureau.officer.write('message.consent', { kinds: ['due'] })
    cloud.wechat.accept(bureau.officer.openid, 'T-DUE')
    const [one, two] = [await pressing(now), await pressing(now)]
    // Doubled ticks: the same two deliveries in two processes.
    await Promise.all([tick(now + MINUTE), tick(now + MINUTE)])
    expect([await stateOf(one), await stateOf(two)].sort()).toEqual(['noConsent', 'sent'])
    expect(cloud.wechat.sent()).toHaveLength(1)
    expect(cloud.wechat.sent()[0]).toMatchObject({
      openid: bureau.officer.openid,
      template: 'T-DUE',
      page: 'message/terms/index',
      data: {
        thing1: expect.stringContaining('还剩4天'),
        time2: expect.stringMatching(/^2026年3月3日 \d\d:\d\d$/),
      },
    })
    expect(await consentOf()).toMatchObject({ granted: 1, used: 1 })
    // The inbox has all three.
    const { rows } = await bureau.officer.read('message.inbox', {})
    expect(rows.filter(({ title }) => title.startsWith('还剩4天'))).toHaveLength(3)
  })

  test('consent taken back at WeChat: nothing is sent, and the ledger knows', async () => {
    const now = FIRST + 2 * 86_400_000
    bureau.officer.now = now
    await bureau.officer.write('message.consent', { kinds: ['due'] })
    await bureau.officer.write('message.consent', { kinds: ['due'] })
    const term = await pressing(now)
    await tick(now)
    expect(await stateOf(term)).toBe('noConsent')
    expect(await consentOf()).toMatchObject({ granted: 3, used: 3 })
  })

  test('WeChat is busy: later again, with the same consent, once', async () => {
    const now = FIRST + 3 * 86_400_000
    bureau.officer.now = now
    await bureau.officer.write('message.consent', { kinds: ['due'] })
    cloud.wechat.accept(bureau.officer.openid, 'T-DUE')
    const term = await pressing(now)
    const before = cloud.wechat.sent().length
    cloud.wechat.failNext(-1, 'system error')
    await tick(now)
    expect(await stateOf(term)).toBe('waiting')
    expect(await consentOf()).toMatchObject({ granted: 4, used: 3 })
    await tick(now + MINUTE)
    expect(await stateOf(term)).toBe('waiting')
    await tick(now + 6 * MINUTE)
    expect(await stateOf(term)).toBe('sent')
    expect(cloud.wechat.sent()).toHaveLength(before + 1)
    expect(await consentOf()).toMatchObject({ granted: 4, used: 4 })
  })

  test('a sender that died with it in hand: not sent a second time', async () => {
    const now = FIRST + 4 * 86_400_000
    const lost: Delivery = {
      _id: `${newId()}.subscribe`,
      channel: 'subscribe',
      kind: 'due',
      to: bureau.officerPost,
      title: '今天到期',
      words: '请办结',
      at: now,
      state: 'sending',
      attempts: 1,
      nextAt: now + 10 * MINUTE,
    }
    await put(cloud, 'deliveries', lost)
    await tick(now + MINUTE)
    expect((await deliveries()).find(({ _id }) => _id === lost._id)?.state).toBe('sending')
    const before = cloud.wechat.sent().length
    await tick(now + 11 * MINUTE)
    expect((await deliveries()).find(({ _id }) => _id === lost._id)).toMatchObject({ state: 'failed' })
    expect(cloud.wechat.sent()).toHaveLength(before)
  })

  test('a post nobody holds gets none outside; its inbox keeps it', async () => {
    const now = FIRST + 5 * 86_400_000
    const post = newId()
    const term = await put(cloud, 'terms', termFor(post, bureau.unit, now - 6 * 86_400_000, { days: 10 }))
    await tick(now)
    const mine = (await deliveries()).filter(({ _id, to }) => _id.startsWith(`${term}.`) && to === post)
    expect(mine.map(({ state }) => state)).toEqual(['failed'])
  })
})

test('consents are per kind; a kind twice is refused', async () => {
  const twice = { id: newId(), content: { kinds: ['due', 'due'] } }
  expect(await bureau.officer.refusal('message.consent', twice)).toBe('input.invalid')
})
