const light = { track: '#d9dee6', text: '#18202c', red: '#b3261e', green: '#1c6b3a', mark: '#18202c' }
const dark = { track: '#3a424e', text: '#e9edf2', red: '#ff9d95', green: '#7fd39a', mark: '#e9edf2' }

export interface Gauge {
  /** Decimal texts in the same unit; they are printed as they are. */
  value: string
  limit: string
  side: 'max' | 'min'
  unit: string
  passed: boolean
}

/**
 * A measured value as a bar from nought, the limit as a line across it, both printed: an SVG data address, 640 × 170.
 * The wrong side of the limit is hatched, so that it is not colour alone.
 */
export function gauge({ value, limit, side, unit, passed }: Gauge, inTheDark = false): string {
  const colours = inTheDark ? dark : light
  const [is, most] = [Number(value), Number(limit)]
  const scale = 600 / (Math.max(Math.abs(is), Math.abs(most), Number.MIN_VALUE) * 1.2)
  const at = (number: number) => 20 + Math.max(0, number) * scale
  const line = at(most)
  const [from, to] = side === 'max' ? [line, 620] : [20, line]
  const colour = passed ? colours.green : colours.red
  const text = (x: number, y: number, words: string, more = '') =>
    `<text x="${x.toFixed(1)}" y="${y}" font-size="26" fill="${colours.text}" font-family="sans-serif" ${more}>${words}</text>`
  // A label near an edge would be cut off in its middle.
  const anchor = (x: number) => (x < 150 ? 'start' : x > 490 ? 'end' : 'middle')
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 170" width="640" height="170">` +
    `<defs><pattern id="no" width="12" height="12" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
    `<rect width="4" height="12" fill="${colours.red}" opacity=".35"/></pattern></defs>` +
    `<rect x="20" y="62" width="600" height="44" rx="6" fill="${colours.track}"/>` +
    `<rect x="${from.toFixed(1)}" y="62" width="${(to - from).toFixed(1)}" height="44" fill="url(#no)"/>` +
    `<rect x="20" y="72" width="${Math.max(2, at(is) - 20).toFixed(1)}" height="24" rx="4" fill="${colour}"/>` +
    `<rect x="${(line - 2).toFixed(1)}" y="48" width="4" height="72" fill="${colours.mark}"/>` +
    text(line, 36, `限值 ${limit}`, `text-anchor="${anchor(line)}"`) +
    text(at(is), 150, `实测 ${value} ${escaped(unit)}`, `font-weight="600" text-anchor="${anchor(at(is))}"`) +
    `</svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
