import { ring } from './ring'

const svg = (left: number, total: number) =>
  decodeURIComponent(ring(left, total)).replace('data:image/svg+xml,', '')

test('the ring prints the days left and empties with them', () => {
  expect(svg(11, 15)).toContain('>11</text>')
  const share = (left: number) => Number(svg(left, 15).match(/stroke-dasharray="([\d.]+)/)?.[1])
  expect(share(15)).toBeCloseTo(263.9, 1)
  expect(share(5)).toBeCloseTo(263.9 / 3, 1)
  expect(share(0)).toBe(0)
})

test('overdue is a full red ring that says so in words', () => {
  expect(svg(-2, 15)).toContain('>2</text>')
  expect(svg(-2, 15)).toContain('天超期')
  expect(svg(-2, 15)).toMatch(/stroke="#b3261e"[^>]*stroke-dasharray="263.9 263.9"/)
})
