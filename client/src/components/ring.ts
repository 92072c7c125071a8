const light = { track: '#d9dee6', text: '#18202c', red: '#b3261e', amber: '#8a5200', calm: '#1457c8' }
const dark = { track: '#3a424e', text: '#e9edf2', red: '#ff9d95', amber: '#f2bd60', calm: '#8ab4ff' }

/**
 * Days left as an SVG data address: a ring that empties, the number printed in it. Overdue (`left` < 0) is a full red
 * ring with the days overdue and the word 超期.
 * @param left days left @param total days given
 */
export function ring(left: number, total: number, inTheDark = false): string {
  const colours = inTheDark ? dark : light
  const share = left < 0 ? 1 : Math.min(1, left / Math.max(total, 1))
  const round = 2 * Math.PI * 42
  const colour = left < 0 ? colours.red : left <= 3 ? colours.amber : colours.calm
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="160" height="160">` +
    `<circle cx="50" cy="50" r="42" fill="none" stroke="${colours.track}" stroke-width="9"/>` +
    `<circle cx="50" cy="50" r="42" fill="none" stroke="${colour}" stroke-width="9" stroke-linecap="round" ` +
    `stroke-dasharray="${(round * share).toFixed(1)} ${round.toFixed(1)}" transform="rotate(-90 50 50)"/>` +
    `<text x="50" y="52" font-size="34" font-weight="600" text-anchor="middle" fill="${left < 0 ? colour : colours.text}" ` +
    `font-family="sans-serif">${Math.abs(left)}</text>` +
    `<text x="50" y="71" font-size="14" text-anchor="middle" fill="${left < 0 ? colour : colours.text}" ` +
    `font-family="sans-serif">${left < 0 ? '天超期' : '天'}</text></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
