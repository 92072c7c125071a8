import fc from 'fast-check'
import {
  type ApprovalTrouble,
  agreed,
  askedNow,
  boundChain,
  chainTrouble,
  headDecides,
  LEADER,
  lastSaid,
  MOST_STEPS,
  passedOn,
  passTrouble,
  returnedWith,
  type Seat,
  sentBack,
  signsFor,
} from './approval'
import { agreementForm, batchForm, chainForm } from './approval-form'
import { type Approval, draftPaper, mayStep, type Paper, paperStates, stepped, submitted } from './paper'

const unit = '360722'
const seat = (_id: string, role: Seat['role'], more: Partial<Seat> = {}): Seat => ({
  _id,
  role,
  org: unit,
  person: `person of ${_id}`,
  name: `${_id}甲`,
  ...more,
})
const leader = seat('leader-post', 'leader')
const legal = seat('legal', 'legal')
const deputy = seat('deputy', 'deputy')
const head = seat('head', 'head')
const bureau = [leader, legal, deputy, head]
const seatsOf = (...all: Seat[]) => new Map(all.map(one => [one._id, one]))
const chain = (kind: string, ...steps: string[]) => ({ unit, kind, steps })
const codeOf = (kind: string, steps: string[], ...seats: Seat[]) =>
  chainTrouble(chain(kind, ...steps), seatsOf(...bureau, ...seats))?.code
const officer = { person: 'person of officer', posts: ['officer'] }
const isTrouble = (bound: Approval[] | ApprovalTrouble): bound is ApprovalTrouble => !Array.isArray(bound)

describe('a chain as it is set', () => {
  test('所长 → 法制 → 分管局长 → 局长, any part of it, or nothing', () => {
    expect(codeOf('DOC-06', [LEADER, 'legal', 'deputy', 'head'])).toBeUndefined()
    expect(codeOf('DOC-06', ['deputy'])).toBeUndefined()
    expect(codeOf('DOC-06', [])).toBeUndefined()
  })

  test('a circle, somebody who has left, a stranger, an officer, seven steps: each has its code and sentence', () => {
    expect(codeOf('DOC-06', ['legal', 'head', 'legal'])).toBe('chain.cycle')
    expect(codeOf('DOC-06', [LEADER, 'head', LEADER])).toBe('chain.cycle')
    expect(codeOf('DOC-06', ['head', 'two'], seat('two', 'deputy', { person: head.person }))).toBe(
      'chain.cycle',
    )
    expect(codeOf('DOC-06', ['gone'], seat('gone', 'legal', { person: '', name: '' }))).toBe('chain.vacant')
    expect(codeOf('DOC-06', ['abroad'], seat('abroad', 'head', { org: '360723' }))).toBe('chain.foreign')
    expect(codeOf('DOC-06', ['nobody'])).toBe('chain.foreign')
    expect(codeOf('DOC-06', ['officer'], seat('officer', 'officer'))).toBe('chain.role')
    const many = Array.from({ length: MOST_STEPS + 1 }, (_, at) => seat(`p${at}`, 'deputy'))
    expect(
      codeOf(
        'DOC-06',
        many.map(one => one._id),
        ...many,
      ),
    ).toBe('chain.long')
    expect(chainTrouble(chain('DOC-06', 'legal', 'legal'), seatsOf(legal))?.message).toMatch(/legal甲.*两次/)
  })

  test.each(Object.entries(headDecides))('%s: %s gives it to the head', (kind, law) => {
    expect(codeOf(kind, [])).toBe('chain.empty')
    expect(codeOf(kind, ['head', 'deputy'])).toBe('chain.head')
    expect(codeOf(kind, ['deputy', 'head'])).toBeUndefined()
    expect(chainTrouble(chain(kind), new Map())?.message).toContain(law)
  })
})

describe('a chain as it binds one paper', () => {
  const bound = (kind: string, seats: (Seat | undefined)[], author = officer) =>
    boundChain(chain(kind, ...seats.map(one => one?._id ?? LEADER)), seats, author)

  test('the posts in order, with the names of those who hold them', () =>
    expect(bound('DOC-06', [leader, head])).toEqual([
      { role: 'leader', post: 'leader-post', name: 'leader-post甲' },
      { role: 'head', post: 'head', name: 'head甲' },
    ]))

  test('a step that is the author’s own falls to those above him, also one he takes for somebody away', () => {
    const him = { person: leader.person, posts: ['leader-post'] }
    expect(bound('DOC-06', [leader, head], him)).toMatchObject([{ post: 'head' }])
    const standsIn = { person: officer.person, posts: ['officer', 'leader-post'] }
    expect(bound('DOC-06', [leader, head], standsIn)).toMatchObject([{ post: 'head' }])
  })

  test('nobody but the author left: refused, not approved by nobody', () => {
    const him = { person: head.person, posts: ['head'] }
    expect(bound('DOC-06', [head], him)).toMatchObject({ code: 'approval.author' })
    expect(bound('DOC-14', [legal, head], him)).toMatchObject({ code: 'approval.author' })
  })

  test('a team without a leader asks those above; a chain of nobody else is refused', () => {
    expect(bound('DOC-06', [undefined, head])).toMatchObject([{ post: 'head' }])
    expect(bound('DOC-06', [undefined])).toMatchObject({ code: 'approval.author' })
  })

  test('the leader found for the author may be in the chain already: he is asked once', () =>
    expect(
      boundChain(chain('DOC-06', LEADER, 'leader-post', 'head'), [leader, leader, head], officer),
    ).toHaveLength(2))

  test('whoever has left stays asked, for his work lies with the post; a post that is gone is trouble', () => {
    const gone = seat('legal', 'legal', { person: '', name: '' })
    expect(bound('DOC-06', [gone, head])).toMatchObject([{ post: 'legal' }, { post: 'head' }])
    expect(boundChain(chain('DOC-06', 'legal'), [undefined], officer)).toMatchObject({
      code: 'chain.foreign',
    })
  })

  test('without a chain a paper of which the law makes the head decide is not sent', () => {
    expect(boundChain(chain('DOC-16'), [], officer)).toMatchObject({ code: 'chain.empty' })
    expect(boundChain(chain('DOC-06'), [], officer)).toEqual([])
  })
})

const roles = ['leader', 'legal', 'deputy', 'head', 'head', 'officer'] as const
const anySeats = fc
  .array(
    fc.record({
      role: fc.constantFrom(...roles),
      person: fc.constantFrom('', 'a', 'b', 'c', 'd'),
      org: fc.constantFrom(unit, unit, unit, '360723'),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map(all => all.map((one, at) => seat(`post${at}`, one.role, { ...one, name: one.person })))
const anyKind = fc.constantFrom('DOC-06', 'DOC-14', 'DOC-20')

test('no chain, however set, asks the author: not him, not a post he holds or stands in for', () => {
  fc.assert(
    fc.property(
      anySeats,
      anyKind,
      fc.array(fc.nat(7), { maxLength: 6 }),
      fc.constantFrom('a', 'b', 'x'),
      fc.array(fc.nat(7), { maxLength: 2 }),
      (all, kind, order, person, his) => {
        const seats = order.map(at => all[at % all.length] as Seat)
        const author = { person, posts: his.map(at => `post${at}`) }
        const found = boundChain(chain(kind, ...seats.map(one => one._id)), seats, author)
        if (isTrouble(found)) return /[\u4e00-\u9fa5]/.test(found.message)
        const asked = found.map(step => all.find(one => one._id === step.post) as Seat)
        const people = asked.map(one => one.person).filter(one => one !== '')
        return (
          !asked.some(one => one.person === person || author.posts.includes(one._id)) &&
          new Set(people).size === people.length &&
          (order.length === 0) === (asked.length === 0) &&
          (!headDecides[kind] || asked.at(-1)?.role === 'head')
        )
      },
    ),
  )
})

test('a chain that names a post or a person twice is refused, wherever the second stands', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray(bureau, { minLength: 1 }),
      fc.nat(),
      fc.nat(),
      fc.boolean(),
      (some, from, to, byPerson) => {
        const twice = some[from % some.length] as Seat
        const second = byPerson ? seat('second', 'deputy', { person: twice.person }) : twice
        const all = [...some]
        all.splice(to % (some.length + 1), 0, second)
        const steps = all.map(one => one._id)
        return chainTrouble(chain('DOC-06', ...steps), seatsOf(...all))?.code === 'chain.cycle'
      },
    ),
  )
})

const at = (post: string, more: object = {}) => ({ at: 1, post, name: `${post}甲`, ...more })
const yes = (post: string, more: object = {}) => ({ ...at(post), read: 'f'.repeat(64), ...more })
const no = (post: string) => ({ ...at(post), words: '事实不清' })

/** A paper that waits for the first of its chain. */
const waiting = (...asked: string[]): Paper =>
  submitted(
    draftPaper(
      'DOC-06',
      asked.map(post => ({ role: post, post })),
    ),
    at('officer'),
  ) as Paper

describe('a paper in its chain', () => {
  test('each agrees in turn; with the last it is approved, and shows who signed for whom', () => {
    const first = agreed(waiting('leader', 'head'), yes('leader', { words: '属实' })) as Paper
    expect(first).toMatchObject({ state: 'pending', chain: [{ agreed: true, words: '属实' }, {}] })
    expect(askedNow(first)?.post).toBe('head')
    const second = agreed(first, yes('head', { name: '分管局长甲', forName: '局长甲' })) as Paper
    expect(second.state).toBe('approved')
    expect(second.chain[1]).toEqual({
      role: 'head',
      post: 'head',
      agreed: true,
      at: 1,
      name: '分管局长甲',
      forName: '局长甲',
      read: 'f'.repeat(64),
    })
    expect(second.steps.map(({ step }) => step)).toEqual(['submit', 'agree', 'agree', 'approve'])
    expect(agreed(second, yes('head'))).toBeUndefined()
    expect(lastSaid(second)).toMatchObject({ step: 'agree', forName: '局长甲' })
  })

  test('sent back, everything said falls; the reason stays with the paper until it is submitted anew', () => {
    const back = sentBack(agreed(waiting('leader', 'head'), yes('leader')) as Paper, no('head')) as Paper
    expect(back).toMatchObject({
      state: 'draft',
      chain: [{ role: 'leader', post: 'leader' }, { role: 'head' }],
    })
    expect(back.chain.some(step => step.agreed)).toBe(false)
    expect(returnedWith(back)).toMatchObject({ words: '事实不清', name: 'head甲' })
    expect(returnedWith(submitted(back, at('officer')) as Paper)).toBeUndefined()
  })

  test('handed on, another is asked in his place; the way it went stays known', () => {
    const paper = passedOn(waiting('legal', 'head'), deputy, { ...at('legal'), words: '分管事项' }) as Paper
    expect(askedNow(paper)).toEqual({ role: 'deputy', post: 'deputy', name: 'deputy甲', passed: ['legal'] })
    expect(paper.steps.at(-1)).toMatchObject({ step: 'passOn', words: '分管事项' })
  })

  test('it is not handed to its author, to somebody in the chain, back in a circle, or out of the bureau', () => {
    const approving = { unit, kind: 'DOC-06', author: 'officer', authorPerson: officer.person }
    const paper = passedOn(waiting('legal', 'head'), deputy, { ...at('legal'), words: '分管' }) as Paper
    const code = (to: Seat | undefined, kind = 'DOC-06') =>
      passTrouble({ ...approving, kind }, paper, to, bureau)?.code
    expect(code(legal)).toBe('chain.cycle')
    expect(code(head)).toBe('chain.cycle')
    expect(code(seat('other', 'deputy', { person: head.person }))).toBe('chain.cycle')
    expect(code(seat('him', 'leader', { person: officer.person }))).toBe('approval.author')
    expect(code(seat('abroad', 'head', { org: '360723' }))).toBe('chain.foreign')
    expect(code(seat('gone', 'deputy', { person: '' }))).toBe('chain.vacant')
    expect(code(seat('second', 'officer'))).toBe('chain.role')
    expect(code(undefined)).toBe('chain.foreign')
    expect(code(leader)).toBeUndefined()
    const last = agreed(paper, yes('deputy')) as Paper
    expect(passTrouble({ ...approving, kind: 'DOC-16' }, last, leader, bureau)?.code).toBe('chain.head')
    expect(passTrouble({ ...approving, kind: 'DOC-16' }, last, seat('head2', 'head'), bureau)).toBeUndefined()
  })
})

test('all paths of a paper in a chain of up to three: no state without somebody whose turn it is, or an end', () => {
  const seen = new Set<string>()
  const reached = new Set<string>()
  const walk = (paper: Paper, depth: number) => {
    const key = JSON.stringify([paper.state, paper.chain.map(step => [step.post, step.agreed, step.passed])])
    reached.add(paper.state)
    if (seen.has(key) || depth > 14) return
    seen.add(key)
    const now = askedNow(paper)
    // Whose turn it is: an approver's, the author's, the office's, or nobody's for ever.
    if (paper.state === 'pending') expect(now?.post).toBeDefined()
    else expect(now).toBeUndefined()
    if (paper.state === 'approved') expect(paper.chain.every(step => step.agreed)).toBe(true)
    if (paper.state === 'draft') expect(paper.chain.some(step => step.agreed)).toBe(false)
    const spare = seat(`spare${paper.steps.length}`, 'deputy')
    const next = [
      submitted(paper, at('officer')),
      agreed(paper, yes(now?.post ?? 'nobody')),
      sentBack(paper, no(now?.post ?? 'nobody')),
      (now?.passed?.length ?? 0) < 1 ? passedOn(paper, spare, { ...at('x'), words: '转' }) : undefined,
      ...(['approve', 'number', 'seal', 'serve', 'void'] as const).map(step =>
        stepped(paper, step, at('officer')),
      ),
    ].filter(one => one !== undefined)
    if (next.length === 0) expect(['served', 'void']).toContain(paper.state)
    for (const one of next) walk(one, depth + 1)
  }
  for (const asked of [[], ['a'], ['a', 'b'], ['a', 'b', 'c']])
    walk(
      draftPaper(
        'DOC-06',
        asked.map(post => ({ role: post, post })),
      ),
      0,
    )
  expect([...reached].sort()).toEqual(Object.keys(paperStates).sort())
  expect(mayStep({ ...draftPaper('DOC-06'), state: 'draft' }, 'agree')).toBe(false)
})

test('who stands in signs only the kinds he was given; none named means all', () => {
  const standIn = { name: '局长甲', from: '2026-07-01', to: '2026-07-07' }
  expect(signsFor({}, 'DOC-06')).toBe(true)
  expect(signsFor({ standIn: { ...standIn, kinds: [] } }, 'DOC-06')).toBe(true)
  expect(signsFor({ standIn: { ...standIn, kinds: ['DOC-20'] } }, 'DOC-06')).toBe(false)
  expect(signsFor({ standIn: { ...standIn, kinds: ['DOC-20'] } }, 'DOC-20')).toBe(true)
})

test('the forms ask in sentences: nothing read, too many, twice the same, no such kind', () => {
  const said = (found: { error?: { issues: { message: string }[] } | undefined }) =>
    found.error?.issues[0]?.message
  const paper = 'a'.repeat(32)
  expect(said(agreementForm.safeParse({ paper }))).toMatch(/先打开文书/)
  const one = { paper, read: 'f'.repeat(64) }
  expect(said(batchForm.safeParse({ papers: [one, one] }))).toMatch(/选了两次/)
  expect(said(batchForm.safeParse({ papers: Array(21).fill(one) }))).toMatch(/最多同意20份/)
  expect(said(chainForm.safeParse({ unit, kind: 'DOC-99', steps: [] }))).toMatch(/没有这种文书/)
  expect(chainForm.safeParse({ unit, kind: 'DOC-06', steps: [LEADER, paper] }).success).toBe(true)
})
