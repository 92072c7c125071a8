import { bar, reachedWord } from './bar'

const drawn = (...told: Parameters<typeof bar>) => decodeURIComponent(bar(...told).split(',')[1] as string)
const at = { value: 7, wanted: 10, reached: false, late: false }

test('both numbers are printed, and the mark stands where the wanted number is', () => {
  const svg = drawn(at, '家')
  expect(svg).toContain('>7 家<')
  expect(svg).toContain('>目标 10 家<')
  expect(svg).toContain('width="210"')
  expect(svg).toContain('<rect x="300" y="3"')
})

test('more than wanted goes past the mark; nothing yet draws no bar', () => {
  expect(drawn({ ...at, value: 20, reached: true }, '家')).toContain('<rect x="150" y="3"')
  expect(drawn({ ...at, value: 0 }, '家').match(/<rect/g)).toHaveLength(2)
})

test('never colour alone: each has its word', () => {
  expect([at, { ...at, late: true }, { ...at, reached: true }].map(reachedWord)).toEqual([
    '进行中',
    '已超期',
    '已完成',
  ])
})
