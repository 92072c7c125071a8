import { halfWidth, tidy } from '../../text'

const SIGNS: Record<string, string> = {
  '\u3000': ' ',
  '（': '(',
  '）': ')',
  '，': ',',
  '、': ',',
  '∕': '/',
  '⁄': '/',
}
// What people and shops type for “×”; the letters x and X stay, because types have them too (BX).
const TIMES = /[*＊∗·•・∙✕✖⨯╳ΧχХх]/
const DASHES = /[—–−‐‑‒―－]/

/** The text as typed without invisible characters, and the same characters as the readers want them, place by place. */
export function spell(typed: string): { shown: string; plain: string } {
  const shown = tidy(typed)
  let plain = ''
  for (let i = 0; i < shown.length; i++) {
    const character = shown[i] as string
    const half = halfWidth(character)
    plain += TIMES.test(character)
      ? '×'
      : DASHES.test(character)
        ? '-'
        : (SIGNS[character] ?? (half < '\u0080' ? half.toUpperCase() : half))
  }
  return { shown, plain }
}
