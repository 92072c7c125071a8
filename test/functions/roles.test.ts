import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Path } from '../../client/src/cloud/call'
import { papersRouter } from '../../cloudfunctions/papers'
import { workRouter } from '../../cloudfunctions/work'
import type { Role } from '../../domain/posts'
import {
  admitChief,
  type Bureau,
  Caller,
  chiefOf,
  foreign,
  freshCloud,
  home,
  newId,
  openBureau,
  servedNotice,
} from './bureau'
import { everything, paths, placeless } from './everything'
import { Subjects } from './subjects'

const columns = [
  'none',
  'enterprise',
  'officer',
  'leader',
  'legal',
  'deputy',
  'head',
  'chief',
  'admin',
] as const
type Column = (typeof columns)[number]
type Cell = '所有人' | '本单位' | '本企业' | '全市' | '—'

// docs/roles.md is what people reviewed; the procedures must agree with it, not it with them.
const table = new Map<string, Record<Column, Cell>>()
for (const line of readFileSync(path.resolve(__dirname, '../../docs/roles.md'), 'utf8').split('\n')) {
  const cells = line.split('|').map(cell => cell.trim())
  if (!/^\w+\.\w+$/.test(cells[1] ?? '')) continue
  table.set(
    cells[1] as string,
    Object.fromEntries(columns.map((column, i) => [column, cells[i + 3]])) as Record<Column, Cell>,
  )
}

test('the table names every procedure there is, and no other', () => {
  const born = [workRouter, papersRouter].flatMap(router => Object.keys(router._def.procedures))
  expect([...table.keys()].sort()).toEqual(born.sort())
  for (const row of table.values())
    for (const cell of Object.values(row)) expect(['所有人', '本单位', '本企业', '全市', '—']).toContain(cell)
})

describe('every procedure as every role, on its own and on a foreign unit', () => {
  let cloud: Awaited<ReturnType<typeof freshCloud>>
  let people: Record<Column, Caller>
  let posts: Partial<Record<Role, string>>
  let theirs: Subjects
  let mine: Bureau

  beforeAll(async () => {
    cloud = await freshCloud()
    mine = await openBureau(cloud, home)
    const other = await openBureau(cloud, foreign)
    people = {
      none: new Caller(cloud, 'nobody'),
      enterprise: mine.maker,
      officer: mine.officer,
      leader: mine.leader,
      legal: mine.legal,
      deputy: mine.deputy,
      head: mine.head,
      chief: await chiefOf(cloud),
      admin: mine.admin,
    }
    // The city's bureau is a chief's own organisation: his absence is one of the city's.
    const chiefs = [people.chief, await admitChief(cloud, undefined, 'chief-too')]
    const [chief, admin] = (await Promise.all(chiefs.map(one => one.read('office.me', {})))).map(
      ({ posts }) => posts[0]?.id,
    ) as [string, string]
    posts = { ...(await new Subjects(cloud, mine).the('posts')), chief, admin }
    theirs = new Subjects(cloud, other)
  }, 60_000)
  afterAll(() => cloud.close())

  test.each(columns)(
    '%s',
    async column => {
      const given = { scan: await people[column].picture() }
      // A step uses up what it is about: each role has its own. Of the other unit next to nothing is ever touched.
      const here = new Subjects(cloud, mine, { ...given, posts })
      const there = theirs.with(given)
      const wrong: string[] = []
      for (const name of paths) {
        const cell = table.get(name)?.[column] as Cell
        const tried =
          cell === '—'
            ? await beforeInput(people[column], name)
            : [
                await outcome(people[column], name, here, column),
                await outcome(people[column], name, there, column),
              ]
        const expected = expectedFor(name, cell, column)
        if (tried[0] !== expected[0] || tried[1] !== expected[1])
          wrong.push(`${name}: ${cell} but own ${tried[0]}, foreign ${tried[1]}`)
      }
      expect(wrong).toEqual([])
    },
    60_000,
  )

  test('an enterprise does not see what its neighbour in the same county was told', async () => {
    const { check, notice } = await servedNotice(mine)
    const neighbour = new Caller(cloud, 'neighbour')
    const code = (await mine.officer.read('inspection.prepare', { enterprise: mine.seller })).enterprise.code
    const content = { name: '店主甲', phone: '13900000004', role: 'enterprise' as const, org: home, code }
    const { application } = await neighbour.write('office.requestPost', content)
    await mine.officer.write('office.admit', { application })
    expect(await neighbour.read('office.today', {})).toMatchObject({ role: 'enterprise', notices: [] })
    expect(await neighbour.refusal('enforcement.read', { notice })).toBe('record.missing')
    expect(await neighbour.refusal('inspection.read', { check })).toBe('record.missing')
    const answer = { id: newId(), content: { notice, words: '我替他改了', photos: [] } }
    expect(await neighbour.refusal('enforcement.answer', answer)).toBe('record.missing')
    expect(await mine.maker.read('enforcement.read', { notice })).toMatchObject({ state: 'served' })
  })

  test('lists hold only what lies in the caller’s own unit', async () => {
    for (const role of ['officer', 'head', 'admin'] as const) await theirs.for('office.admit', role)
    await new Subjects(cloud, mine).for('office.admit', 'head')
    const { units } = await mine.officer.read('statistics.board', {})
    expect(units.map(unit => unit.id)).toEqual([home])
    const waiting = await mine.head.read('office.applications', {})
    expect(waiting.length).toBeGreaterThan(0)
    expect(new Set(waiting.map(one => one.orgName))).toEqual(new Set(['信丰县']))
    expect((await people.admin.read('office.applications', {})).map(one => one.role)).not.toContain('检查员')
  })
})

type Outcome = 'let through' | 'refused' | 'hidden' | 'failed'

// What was asked of authority: whether it let the call through. A step that cannot be taken now was let through.
async function outcome(caller: Caller, name: Path, subjects: Subjects, column: Column): Promise<Outcome> {
  const role = (column === 'none' ? 'enterprise' : column) as Role
  return outcomeOf(await caller.ask(name, everything[name](await subjects.for(name, role), role)))
}

// Who is refused before his input is read is refused whatever it is about: nothing is sent, for either unit.
async function beforeInput(caller: Caller, name: Path): Promise<[Outcome, Outcome]> {
  const said = outcomeOf(await caller.ask(name, {}))
  return [said, said]
}

function outcomeOf(answer: Awaited<ReturnType<Caller['ask']>>): Outcome {
  if (answer.ok) return 'let through'
  const { code } = answer.problem
  if (code === 'verb.denied' || code === 'post.none') return 'refused'
  if (code === 'scope.foreign' || code === 'record.missing') return 'hidden'
  return code === 'state.wrong' || code === 'record.exists' ? 'let through' : 'failed'
}

function expectedFor(name: Path, cell: Cell, column: Column): [string, string] {
  if (cell === '—') return ['refused', 'refused']
  if (cell === '所有人' || cell === '全市' || placeless.includes(name)) return ['let through', 'let through']
  // A chief's own organisation is the city's bureau: both units lie below it. Tried on his own are his absences only.
  if (cell === '本单位' && column === 'chief' && !/^office\.(set|end)Away$/.test(name))
    return ['hidden', 'hidden']
  return ['let through', 'hidden']
}
