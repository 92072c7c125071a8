import {
  draftPaper,
  mayStep,
  type PaperState,
  type PaperStep,
  paperNumber,
  paperStates,
  paperSteps,
  stepped,
  submitted,
} from './paper'

const by = { at: 1, post: 'officer' }
const inState = (state: PaperState) => ({ ...draftPaper('DOC-06'), state })

test('domain/16: 拟稿 … 已送达, 作废: the table of steps is the whole machine', () => {
  const allowed = (Object.keys(paperStates) as PaperState[]).map(state => [
    paperStates[state],
    (Object.keys(paperSteps) as PaperStep[])
      .filter(step => mayStep(inState(state), step))
      .map(step => paperSteps[step].name),
  ])
  expect(Object.fromEntries(allowed)).toEqual({
    拟稿: ['送审', '作废'],
    待审批: ['同意', '转批', '批准', '退回修改', '作废'],
    已批准: ['编号', '作废'],
    已编号: ['盖章', '作废'],
    已盖章: ['送达', '作废'],
    已送达: [],
    作废: [],
  })
})

test('with an empty chain, sending for approval approves', () => {
  const paper = submitted(draftPaper('DOC-06'), by)
  expect(paper?.state).toBe('approved')
  expect(paper?.steps.map(({ step }) => step)).toEqual(['submit'])
})

test('with a chain, it waits until each has agreed', () => {
  const waiting = submitted(draftPaper('DOC-06', [{ role: 'head' }]), by)
  expect(waiting?.state).toBe('pending')
  expect(stepped(waiting as never, 'approve', by)).toBeUndefined()
  const agreed = {
    ...(waiting as NonNullable<typeof waiting>),
    chain: [{ role: 'head', agreed: true, at: 2 }],
  }
  expect(stepped(agreed, 'approve', by)?.state).toBe('approved')
})

test('an agreement does not outlive the text it was given to', () => {
  const agreed = {
    ...draftPaper('DOC-06', [{ role: 'head', agreed: true, at: 1, words: '同意' }]),
    state: 'pending' as const,
  }
  expect(stepped(agreed, 'return', by)?.chain).toEqual([{ role: 'head' }])
})

test('each step leaves its mark in the history of the paper', () => {
  const paper = stepped(inState('numbered'), 'seal', by)
  expect(paper?.steps).toEqual([{ step: 'seal', at: 1, post: 'officer' }])
  expect(stepped(inState('served'), 'void', by)).toBeUndefined()
})

test('numbers read as on paper', () =>
  expect(paperNumber('360722', 'DOC-06', '2026', 18)).toBe('信市监责改〔2026〕18号'))
