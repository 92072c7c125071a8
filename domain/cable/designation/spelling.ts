import { tidy } from '../../text'

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
    const code = character.charCodeAt(0)
    plain += TIMES.test(character)
      ? '×'
      : DASHES.test(character)
        ? '-'
        : (SIGNS[character] ??
          (code >= 0xff01 && code <= 0xff5e
            ? String.fromCharCode(code - 0xfee0).toUpperCase()
            : code < 128
              ? character.toUpperCase()
              : character))
  }
  return { shown, plain }
}
