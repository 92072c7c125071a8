import { addDays, dayOf, startOf } from '../../domain/calendar'
import { type Bureau, type Caller, freshCloud, home, openBureau } from './bureau'

// A visit: a task that names an enterprise. A head sends an officer there, the officer checks it and completes the task
// with the record.

const NOW = startOf('2026-11-02') + 9 * 3_600_000
const DUE = addDays(dayOf(NOW), 7)

let cloud: Awaited<ReturnType<typeof freshCloud>>
let ours: Bureau

beforeAll(async () => {
  cloud = await freshCloud({ pool: 4 })
  ours = await openBureau(cloud, home, NOW)
}, 60_000)
afterAll(() => cloud.close())

// biome-ignore lint/suspicious/noExplicitAny: documents as the store holds them
type Stored = any
const stored = async (collection: string, id: string): Promise<Stored> =>
  (await cloud.documents(collection)).find(({ _id }) => _id === id)

const visit = (more: object = {}) => ({
  title: '查某厂',
  ask: '去年抽查不合格',
  kind: 'verify' as const,
  due: DUE,
  to: [{ unit: home, post: ours.officerPost }] as { unit: string; team?: string; post?: string }[],
  secret: false,
  enterprise: ours.producer,
  ...more,
})
const send = async (more: object = {}, by = ours.head): Promise<string> =>
  (await by.write('task.issue', visit(more))).tasks[0] as string
const mine = async (who: Caller, id: string) =>
  (await who.read('task.list', { list: 'mine' })).rows.find(row => row.id === id)

describe('the row of a visit', () => {
  test('says where, whether it makes or sells, and why, on one line', async () => {
    const { name } = await stored('enterprises', ours.producer)
    const ask = `去年抽查不合格\n${'导体电阻超标，'.repeat(20)}`
    const row = await mine(ours.officer, await send({ ask }))
    expect(row?.enterprise).toEqual({ id: ours.producer, name, kind: '生产' })
    expect(row?.ask).toMatch(/^去年抽查不合格 导体电阻超标.*…$/)
    expect([...(row?.ask ?? '')]).toHaveLength(60)
    const shop = await mine(ours.officer, await send({ enterprise: ours.seller, ask: '' }))
    expect(shop?.enterprise?.kind).toBe('销售')
    expect(shop).not.toHaveProperty('ask')
  })

  test('of a task that names none has neither', async () => {
    const row = await mine(ours.officer, await send({ enterprise: undefined }))
    expect(row).toMatchObject({ title: '查某厂' })
    expect(row).not.toHaveProperty('enterprise')
    expect(row).not.toHaveProperty('ask')
  })
})
