const light = { track: '#d9dee6', text: '#18202c', done: '#1a6b3c', going: '#1457c8', late: '#b3261e' }
const dark = { track: '#3a424e', text: '#e9edf2', done: '#7fd39d', going: '#8ab4ff', late: '#ff9d95' }

/** How far something is. */
export interface Reached {
  value: number
  wanted: number
  reached: boolean
  late: boolean
}

/** In words, as beside the bar: 已完成, 已超期, 进行中. */
export const reachedWord = ({ reached, late }: Reached): string =>
  reached ? '已完成' : late ? '已超期' : '进行中'

/**
 * A number against what is wanted, as an SVG data address: a bar, the wanted number as a mark, both numbers printed. More
 * than wanted goes past the mark.
 */
export function bar({ value, wanted, reached, late }: Reached, count: string, inTheDark = false): string {
  const colours = inTheDark ? dark : light
  const most = Math.max(value, wanted, 1)
  const width = (number: number) => Math.round((300 * number) / most)
  const colour = reached ? colours.done : late ? colours.late : colours.going
  const words = (x: number, anchor: string, text: string, weight: number) =>
    `<text x="${x}" y="40" font-size="14" font-weight="${weight}" text-anchor="${anchor}" fill="${colours.text}" font-family="sans-serif">${text}</text>`
  const mark = width(wanted)
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 304 46" width="608" height="92">` +
    `<rect x="2" y="8" width="300" height="12" rx="6" fill="${colours.track}"/>` +
    (value > 0
      ? `<rect x="2" y="8" width="${Math.max(6, width(value))}" height="12" rx="6" fill="${colour}"/>`
      : '') +
    `<rect x="${mark}" y="3" width="3" height="22" fill="${colours.text}"/>` +
    words(2, 'start', `${value} ${count}`, 600) +
    words(302, 'end', `目标 ${wanted} ${count}`, 400) +
    `</svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
