import { admits, postFor, type Role, reaches, roles, scopesOf, type Verb, verbs } from './posts'

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

test('the city sees all and writes nothing of a county', () => {
  const mine = [post('chief', '360700')]
  expect(postFor(mine, 'figures.read', { unit: '360722' })).toBeDefined()
  expect(mine[0]?.write).toEqual([])
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
