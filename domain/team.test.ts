import fc from 'fast-check'
import { isOfTeam, merged, mergeObjection, type Team, teamId, teamObjection, townsIn } from './team'

const team = (name: string, more: Partial<Team> = {}): Team => ({
  _id: `360722.${name}`,
  unit: '360722',
  name,
  kind: 'station',
  towns: [],
  posts: [],
  open: true,
  ...more,
})

test('a team lies below its unit', () => {
  expect(teamId('360722', '1f0c9a7e'.repeat(4))).toBe('360722.1f0c9a7e')
})

test('leaders and officers belong to a team, heads to the bureau', () => {
  expect((['leader', 'officer', 'head', 'deputy', 'legal', 'enterprise'] as const).filter(isOfTeam)).toEqual([
    'leader',
    'officer',
  ])
})

test.each([
  ['嘉定镇、大塘埠镇', ['嘉定镇', '大塘埠镇']],
  [' 嘉定镇，嘉定镇 , 西牛镇 ', ['嘉定镇', '西牛镇']],
  ['', []],
])('towns written as %p are %p', (text, towns) => {
  expect(townsIn(text)).toEqual(towns)
})

test('a second team of a name, a town with two stations, and a team of the city are objected to', () => {
  const others = [
    team('嘉定所', { towns: ['嘉定镇'] }),
    team('执法大队', { kind: 'brigade', towns: ['西牛镇'] }),
  ]
  expect(teamObjection(team('嘉定所'), others)?.field).toBe('name')
  expect(teamObjection(team('城区所', { towns: ['嘉定镇'] }), others)?.message).toBe(
    '嘉定镇已由嘉定所负责，一个乡镇只归一个所',
  )
  expect(teamObjection(team('质监股', { kind: 'section', towns: ['嘉定镇'] }), others)).toBeUndefined()
  expect(teamObjection(team('西牛所', { towns: ['西牛镇'] }), others)).toBeUndefined()
  expect(teamObjection(team('稽查队', { unit: '360700' }), [])?.field).toBe('unit')
})

test('a team is merged into another open one of the same unit', () => {
  expect(mergeObjection(team('甲'), team('乙'))).toBeUndefined()
  expect(mergeObjection(team('甲'), team('甲'))).toBeDefined()
  expect(mergeObjection(team('甲'), team('乙', { unit: '360723' }))).toBeDefined()
  expect(mergeObjection(team('甲'), team('乙', { open: false }))).toBeDefined()
})

test('merging loses no post and no town, and leaves none behind', () => {
  const some = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { maxLength: 6 })
  fc.assert(
    fc.property(some, some, some, some, (posts, towns, otherPosts, otherTowns) => {
      const [gone, now] = merged(
        team('甲', { posts, towns }),
        team('乙', { posts: otherPosts, towns: otherTowns }),
        '2026-07-01',
      )
      expect(gone).toMatchObject({ open: false, posts: [], merged: { into: '360722.乙' } })
      expect(new Set(now.posts)).toEqual(new Set([...posts, ...otherPosts]))
      expect(new Set(now.towns)).toEqual(new Set([...towns, ...otherTowns]))
      expect(new Set(now.posts).size).toBe(now.posts.length)
    }),
  )
})
