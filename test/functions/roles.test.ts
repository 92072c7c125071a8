import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Path } from '../../client/src/cloud/call'
import { papersRouter } from '../../cloudfunctions/papers'
import { workRouter } from '../../cloudfunctions/work'
import type { Photo } from '../../domain/evidence'
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
import { everything, paths, placeless, type Subject } from './everything'
import { subjectOf } from './subjects'

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
  let own: () => Promise<Subject>
  let theirs: () => Promise<Subject>
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
    own = async () => {
      const subject = await subjectOf(cloud, mine)
      return { ...subject, posts: { ...subject.posts, chief, admin } }
    }
    theirs = () => subjectOf(cloud, other)
  }, 60_000)
  afterAll(() => cloud.close())

  test.each(columns)(
    '%s',
    async column => {
      const [here, there] = [await own(), await theirs()]
      const wrong: string[] = []
      for (const name of paths) {
        const cell = table.get(name)?.[column] as Cell
        const tried = [
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
    await theirs()
    const { units } = await mine.officer.read('statistics.board', {})
    expect(units.map(unit => unit.id)).toEqual([home])
    const waiting = await mine.head.read('office.applications', {})
    expect(waiting.length).toBeGreaterThan(0)
    expect(new Set(waiting.map(one => one.orgName))).toEqual(new Set(['信丰县']))
    expect((await people.admin.read('office.applications', {})).map(one => one.role)).not.toContain('检查员')
  })
})

// Whose picture it is, is asked before anything else: each brings his own.
const pictures = new Map<Caller, Promise<Photo>>()
function ownPicture(caller: Caller): Promise<Photo> {
  const known = pictures.get(caller) ?? caller.picture()
  pictures.set(caller, known)
  return known
}

// What was asked of authority: whether it let the call through. A step that cannot be taken now was let through.
async function outcome(
  caller: Caller,
  name: Path,
  subject: Subject,
  column: Column,
): Promise<'let through' | 'refused' | 'hidden' | 'failed'> {
  const role = (column === 'none' ? 'enterprise' : column) as Role
  const answer = await caller.ask(
    name,
    everything[name]({ ...subject, scan: await ownPicture(caller) }, role),
  )
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
