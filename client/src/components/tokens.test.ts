import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const scss = readFileSync(join(__dirname, 'tokens.scss'), 'utf8')

function colours(mixin: string): Record<string, string> {
  const block = scss.match(new RegExp(`@mixin ${mixin} \\{([^}]*)\\}`))?.[1] ?? ''
  return Object.fromEntries(
    Array.from(block.matchAll(/--([a-z-]+): (#[0-9a-f]{6})/g), ([, name, value]) => [name, value]),
  )
}

/** Relative luminance and contrast by WCAG 2.1. */
const luminance = (hex: string) => {
  const [r, g, b] = [1, 3, 5].map(at => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (a: string, b: string) => {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

// Text on ground, wherever kit.scss puts one on the other.
const pairs = [
  ...['text', 'quiet', 'act', 'red', 'amber', 'green'].flatMap(text => [
    [text, 'card'],
    [text, 'ground'],
  ]),
  ['quiet', 'sunk'],
  ['text', 'paper'],
  ['seal', 'paper'],
  ['act-text', 'act-ground'],
  ...['act', 'red', 'amber', 'green'].map(tone => [tone, `${tone}-soft`]),
] as [string, string][]

describe.each(['light', 'dark'])('in the %s', mixin => {
  const all = colours(mixin)
  test.each(pairs)('%s can be read on %s', (text, ground) => {
    expect(contrast(all[text] as string, all[ground] as string)).toBeGreaterThanOrEqual(4.5)
  })
})
