import { type Block, layoutOf, type Printable, paperTemplates } from '.'
import { filledPaper, MOMENT } from './filled.sample'
import { ordinal, writtenMoment } from './written'

const paper = (kind: string, more: Partial<Printable> = {}): Printable => ({
  kind,
  organ: '信丰县市场监督管理局',
  fields: filledPaper(kind),
  approvals: [],
  ...more,
})

const textOf = (block: Block): string => {
  if (block.block === 'rows')
    return block.lines
      .flat()
      .map(cell => `${cell.label} ${cell.text}`)
      .join('\n')
  if (block.block === 'table') return [block.head, ...block.rows].flat().join('\n')
  if (block.block === 'sign') return `${block.note} ${block.label} ${block.day}`
  if (block.block === 'seal') return `${block.organ} ${block.day} ${block.box}`
  return block.text
}
const textsOf = (printable: Printable) => layoutOf(printable).blocks.map(textOf).join('\n')

test.each(paperTemplates.map(one => [one.code, one.sealed] as const))(
  '%s begins and ends as a paper',
  (code, sealed) => {
    const { blocks } = layoutOf(paper(code, { number: '信市监责改〔2026〕18号', day: '2026-07-17' }))
    expect(blocks.filter(one => one.block === 'title')).toHaveLength(1)
    const seals = blocks.filter(one => one.block === 'seal')
    expect(seals).toHaveLength(sealed ? 1 : 0)
    if (sealed) expect(seals[0]).toMatchObject({ box: '此处加盖公章', day: '2026年7月17日' })
  },
)

test('an empty paper has blanks, and not one word of code', () => {
  for (const { code } of paperTemplates) {
    const text = textsOf(paper(code, { fields: {} }))
    expect(text).toContain('____')
    expect(text).not.toMatch(/undefined|null|\{|\}|\[object/)
  }
})

test('two short fields share a line, a long one has its own', () => {
  const lines = layoutOf(paper('DOC-06', { fields: { partyPhone: '0797-1', contact: '钱一' } })).blocks.find(
    one => one.block === 'rows',
  )
  expect(lines).toMatchObject({ lines: expect.arrayContaining([[expect.anything()]]) })
  for (const line of (lines as { lines: unknown[][] }).lines) expect(line.length).toBeLessThanOrEqual(2)
})

test('a deputy’s signature names for whom he signed', () => {
  const approvals = [
    { role: '所长', name: '李四', at: MOMENT },
    { role: '分管局长', name: '王五', forName: '赵六', at: MOMENT, words: '同意，抓紧办理' },
  ]
  const text = textsOf(paper('DOC-06', { approvals }))
  expect(text).toContain('所长审批：同意。李四 2026年7月17日')
  expect(text).toContain('分管局长审批：同意，抓紧办理。王五（代赵六审批） 2026年7月17日')
})

test('a title says what was decided; before that, the usual one', () => {
  const titled = (fields: object) => layoutOf(paper('DOC-14', { fields: fields as never })).title
  expect(titled({ decision: '不予立案' })).toBe('不予立案审批表')
  expect(titled({})).toBe('立案审批表')
})

test('a refusal is noted with its reason (程序规定 43), and only then', () => {
  const fields = { ...filledPaper('DOC-01'), signing: '拒绝签名', refusal: '称须请示', witness: '周七' }
  expect(textsOf(paper('DOC-01', { fields }))).toContain('当事人拒绝签名，情况如下：称须请示。')
  expect(textsOf(paper('DOC-01'))).not.toContain('情况如下')
})

test('the law’s ways out of a dispute stand on a refusal (消费者权益保护法 39)', () => {
  expect(textsOf(paper('DOC-24'))).toContain('（五）向人民法院提起诉讼')
})

test('marks of a demonstration and of a void paper; what is provisional is said', () => {
  const layout = layoutOf(paper('DOC-06', { demo: true, voided: true, provisional: ['改正期限'] }))
  expect(layout.marks).toEqual(['作废', '演示数据，不具法律效力'])
  expect(layout.blocks.map(textOf)).toContain('暂定或者依据待核：改正期限')
})

test('every page of an interrogation is signed (程序规定 29)', () => {
  expect(layoutOf(paper('DOC-17')).foot).toContain('被询问人签名')
  expect(layoutOf(paper('DOC-06')).foot).toBe('')
})

test('who writes it heads it: a report of an enterprise has no organ above', () => {
  expect(layoutOf(paper('DOC-07')).blocks[0]).toMatchObject({ block: 'title' })
})

test('a kind that does not exist', () => {
  expect(() => layoutOf(paper('DOC-99'))).toThrow(RangeError)
})

test('numbers and moments as papers write them', () => {
  expect([1, 10, 11, 19, 20, 22, 30].map(ordinal)).toEqual([
    '一',
    '十',
    '十一',
    '十九',
    '二十',
    '二十二',
    '三十',
  ])
  expect(writtenMoment(MOMENT)).toBe('2026年7月17日9时05分')
})
