import { type Gauge, gauge } from './gauge'

const svg = (members: Partial<Gauge>) =>
  decodeURIComponent(
    gauge({ value: '8.62', limit: '7.41', side: 'max', unit: 'Ω/km', passed: false, ...members }),
  )
const widthOf = (picture: string) => Number(picture.match(/y="72" width="([\d.]+)"/)?.[1])
const lineOf = (picture: string) => Number(picture.match(/<rect x="([\d.]+)" y="48"/)?.[1]) + 2

test('the picture prints the value and the limit', () => {
  expect(svg({})).toContain('实测 8.62 Ω/km')
  expect(svg({})).toContain('限值 7.41')
})

test('a value above a maximum reaches past the line and is red, one below stays before it and is green', () => {
  expect(widthOf(svg({})) + 20).toBeGreaterThan(lineOf(svg({})))
  expect(svg({})).toContain('height="24" rx="4" fill="#b3261e"')
  const passed = svg({ value: '7.02', passed: true })
  expect(widthOf(passed) + 20).toBeLessThan(lineOf(passed))
  expect(passed).toContain('height="24" rx="4" fill="#1c6b3a"')
})

test('the forbidden side is hatched: above a maximum, below a minimum', () => {
  const hatched = (picture: string) => Number(picture.match(/<rect x="([\d.]+)"[^>]*url\(#no\)/)?.[1])
  expect(hatched(svg({}))).toBe(lineOf(svg({})))
  expect(hatched(svg({ side: 'min' }))).toBe(20)
})

test('bar and line are in the ratio of the numbers, whatever their size', () => {
  for (const [value, limit] of [
    ['0.0991', '0.0991'],
    ['100', '12.5'],
    ['0', '36.0'],
  ] as const) {
    const picture = svg({ value, limit })
    const ratio = Number(value) / Number(limit)
    expect(widthOf(picture) / (lineOf(picture) - 20)).toBeCloseTo(
      Math.max(ratio, 2 / (lineOf(picture) - 20)),
      1,
    )
    expect(picture).not.toContain('NaN')
  }
})
