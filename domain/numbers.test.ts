import fc from 'fast-check'
import { type Block, blockRefuses, gapsIn, readNumber, type Taken, unusedIn } from './numbers'
import { paperNumber } from './paper'
import { paperKinds } from './papers/kinds'

const block = (more: Partial<Block> = {}): Block => ({
  _id: 'b',
  unit: '360722',
  kind: 'DOC-15',
  year: '2026',
  post: 'officer',
  name: '检查员甲',
  from: 5,
  to: 9,
  reservedOn: '2026-03-01',
  used: [],
  returned: [],
  open: true,
  ...more,
})

const paper = { kind: 'DOC-15', serial: 5, on: '2026-03-02', today: '2026-03-05', posts: ['officer'] }

test('domain/12: every kind of paper has a number of its own, and no two kinds the same word', () => {
  const numbers = paperKinds.map(({ code }) => paperNumber('360722', code, '2026', 1))
  expect(new Set(numbers).size).toBe(26)
  for (const number of numbers) expect(number).toMatch(/^信市监[\u4e00-\u9fa5]{2}〔2026〕1号$/)
  expect(paperNumber('360700', 'DOC-12', '2026', 3)).toBe('赣市监督办〔2026〕3号')
})

test('a number is read back as it was printed, a foreign form is not', () => {
  expect(readNumber('信市监责改〔2026〕18号')).toEqual({ year: '2026', serial: 18 })
  expect(readNumber('信市监责改[2026]18号')).toBeUndefined()
})

test.each([
  ['the block of another post', {}, { posts: ['second'] }, '这个号段是为检查员甲预留的'],
  ['another kind of paper', {}, { kind: 'DOC-16' }, '另一种文书'],
  ['a number below it', {}, { serial: 4 }, '4号不在这个号段里（5—9号）'],
  ['a number above it', {}, { serial: 10 }, '10号不在这个号段里'],
  [
    'a paper of the next year',
    {},
    { on: '2027-01-04', today: '2027-01-04' },
    '2026年的号段只能用于2026年的文书',
  ],
  ['a paper of tomorrow', {}, { on: '2026-03-06' }, '在将来'],
  ['a paper older than the block', {}, { on: '2026-02-28' }, '早于预留号段的日期'],
  ['a number used already', { used: [{ serial: 5, record: 'papers/a' }] }, {}, '5号已经用在另一份文书上'],
  ['a number handed back', { returned: [5] }, {}, '5号已经退回'],
])('a number of a block is refused: %s', (_, blocked, changed, sentence) => {
  expect(blockRefuses(block(blocked), { ...paper, ...changed })).toContain(sentence)
})

test('a number of one’s block stands, also when the signal comes back in the new year', () => {
  expect(blockRefuses(block(), paper)).toBeUndefined()
  expect(blockRefuses(block(), { ...paper, on: '2026-12-31', today: '2027-01-02' })).toBeUndefined()
})

test('a number of which nothing is known is listed, not passed over', () => {
  expect(gapsIn({ from: 1, to: 2 }, [], [])).toEqual([
    { serial: 1, why: '待核对', words: '没有登记在任何文书或号段上，请查对' },
    { serial: 2, why: '待核对', words: '没有登记在任何文书或号段上，请查对' },
  ])
})

// A unit at work: numbers are taken one by one or as blocks, used from blocks, voided, handed back, in any order.
type Act = { act: 'take' | 'reserve' | 'use' | 'void' | 'return'; pick: number; count: number }
const acts = fc.array(
  fc.record({
    act: fc.constantFrom('take', 'reserve', 'use', 'void', 'return') as fc.Arbitrary<Act['act']>,
    pick: fc.nat(50),
    count: fc.integer({ min: 1, max: 10 }),
  }),
  { maxLength: 80 },
)

function live(history: readonly Act[]) {
  let last = 0
  const taken: Taken[] = []
  const blocks: Block[] = []
  const take = (serial: number) =>
    taken.push({
      _id: `360722:DOC-15:2026:${serial}`,
      unit: '360722',
      kind: 'DOC-15',
      year: '2026',
      serial,
      record: `papers/${serial}`,
      on: '2026-03-02',
      living: true,
    })
  for (const { act, pick, count } of history) {
    const chosen = blocks[pick % Math.max(blocks.length, 1)]
    if (act === 'take') take(++last)
    if (act === 'reserve') {
      blocks.push(block({ from: last + 1, to: last + count }))
      last += count
    }
    if (act === 'use' && chosen) {
      const serial = chosen.from + (pick % (chosen.to - chosen.from + 1))
      if (blockRefuses(chosen, { ...paper, serial })) continue
      chosen.used.push({ serial, record: `papers/${serial}` })
      take(serial)
    }
    if (act === 'void') {
      const one = taken[pick % Math.max(taken.length, 1)]
      if (one) Object.assign(one, { living: false, reason: '写错' })
    }
    if (act === 'return' && chosen) chosen.returned.push(...unusedIn(chosen))
  }
  return { last, taken, blocks }
}

test('no number is there twice, and living papers and gaps together are 1 … last, whatever happened', () => {
  fc.assert(
    fc.property(acts, history => {
      const { last, taken, blocks } = live(history)
      expect(new Set(taken.map(({ serial }) => serial)).size).toBe(taken.length)
      const gaps = gapsIn({ from: 1, to: last }, taken, blocks)
      const living = taken.filter(one => one.living).map(({ serial }) => serial)
      expect([...living, ...gaps.map(({ serial }) => serial)].sort((a, b) => a - b)).toEqual(
        Array.from({ length: last }, (_, at) => at + 1),
      )
      expect(gaps.filter(({ why }) => why === '待核对')).toEqual([])
      for (const gap of gaps) expect(gap.words).not.toBe('')
    }),
  )
})
