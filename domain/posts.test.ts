import { admits, postFor, postsOn, type Role, reaches, roles, scopesOf, type Verb, verbs } from './posts'

const post = (role: Role, org: string, enterprise?: string) => ({
  id: 'p',
  role,
  org,
  ...(enterprise ? { enterprise } : {}),
  ...scopesOf(role, org, enterprise),
})

test('only officers check and order corrections, and only in their own unit', () => {
  for (const verb of ['check.make', 'notice.issue', 'notice.review'] as Verb[]) {
    expect(verbs[verb].roles).toEqual(['officer'])
    expect(postFor([post('officer', '360722')], verb, { unit: '360722' })).toBeDefined()
    expect(postFor([post('officer', '360722')], verb, { unit: '360723' })).toBeUndefined()
  }
})

test('an enterprise sees and answers what is about itself, nothing else of its county', () => {
  const mine = [post('enterprise', '360722', 'e1')]
  expect(postFor(mine, 'notice.answer', { unit: '360722', enterprise: 'e1' })).toBeDefined()
  expect(postFor(mine, 'notice.answer', { unit: '360722', enterprise: 'e2' })).toBeUndefined()
  expect(postFor(mine, 'notice.read', { unit: '360722' })).toBeUndefined()
  expect(postFor(mine, 'figures.read', { unit: '360722' })).toBeUndefined()
})

test('an officer finds enterprises in the whole city, but reads only the checks of his unit', () => {
  const mine = [post('officer', '360722')]
  expect(postFor(mine, 'enterprise.find', { unit: '360783' })).toBeDefined()
  expect(postFor(mine, 'check.read', { unit: '360783' })).toBeUndefined()
})

test('the city sees all, gives tasks to counties, and writes none of their checks, notices and papers', () => {
  const mine = [post('chief', '360700')]
  for (const verb of ['figures.read', 'paper.read', 'task.issue'] as Verb[])
    expect(postFor(mine, verb, { unit: '360722' })).toBeDefined()
  for (const verb of ['check.make', 'notice.issue', 'paper.write', 'paper.approve', 'clock.grant'] as Verb[])
    expect(postFor(mine, verb, { unit: '360722' })).toBeUndefined()
  expect(postFor(mine, 'paper.write', { unit: '360700' })).toBeDefined()
})

test('a unit that shares a record reaches it; a third does not', () => {
  const place = { unit: '360722', units: ['360723'] }
  expect(postFor([post('officer', '360723')], 'task.read', place)).toBeDefined()
  expect(postFor([post('officer', '360724')], 'task.read', place)).toBeUndefined()
})

test('who stands in for somebody approves and works his tasks, on his days, and does nothing else for him', () => {
  const standIn = { name: '局长甲', from: '2026-07-01', to: '2026-07-03', kinds: [] }
  const held = { ...post('head', '360722'), standIn }
  for (const day of ['2026-07-01', '2026-07-03']) expect(postsOn([held], day)).toEqual([held])
  for (const day of ['2026-06-30', '2026-07-04']) expect(postsOn([held], day)).toEqual([])
  expect(postFor([held], 'paper.approve', { unit: '360722' })).toEqual(held)
  for (const verb of ['post.admit', 'post.manage', 'chain.set', 'clock.grant'] as Verb[])
    expect(postFor([held], verb, { unit: '360722' })).toBeUndefined()
})

test('who stands in for certain papers only has no tasks of his; who has the tasks only approves no paper', () => {
  const standIn = { name: '所长甲', from: '2026-07-01', to: '2026-07-03', kinds: [] as string[] }
  const held = (more: object) => [{ ...post('leader', '360722'), standIn: { ...standIn, ...more } }]
  const may = (more: object, verb: Verb) => postFor(held(more), verb, { unit: '360722' }) !== undefined
  expect([may({}, 'paper.approve'), may({}, 'task.work'), may({}, 'task.assign')]).toEqual([true, true, true])
  const papers = { kinds: ['DOC-06'] }
  expect([may(papers, 'paper.approve'), may(papers, 'paper.read'), may(papers, 'task.work')]).toEqual([
    true,
    true,
    false,
  ])
  expect([may({ tasksOnly: true }, 'paper.approve'), may({ tasksOnly: true }, 'task.work')]).toEqual([
    false,
    true,
  ])
})

test('nobody lets in his own kind or above, and chains of admission end', () => {
  for (const role of Object.keys(roles) as Role[]) expect(admits[role]).not.toContain(role)
  const below = (role: Role): Role[] => admits[role].flatMap(next => [next, ...below(next)])
  expect(below('officer')).toEqual(['enterprise'])
})

test('a scope that names an enterprise does not reach a record without one', () => {
  expect(reaches(['enterprise:e1'], { unit: '360722' })).toBe(false)
  expect(reaches(['enterprise:undefined'], { unit: '360722', enterprise: undefined })).toBe(false)
})
