/** Class names that apply, joined. */
export const names = (...all: (string | false | undefined)[]): string => all.filter(Boolean).join(' ')

/** What a colour means: red only 已超期 and 不合格, amber 快到期, green 完成, act what can be done. */
export type Tone = 'red' | 'amber' | 'green' | 'act'

/** Accessibility attributes; WeChat says `aria-role` where the web says `role`. */
export function say(
  role: string,
  label?: string,
  more: { checked?: boolean; disabled?: boolean } = {},
): Record<string, string | boolean> {
  const said: Record<string, string | boolean> = {
    [process.env.TARO_ENV === 'weapp' ? 'aria-role' : 'role']: role,
  }
  if (label) said['aria-label'] = label
  if (more.checked !== undefined) said['aria-checked'] = more.checked
  if (more.disabled) said['aria-disabled'] = true
  const pressed = role === 'button' || role === 'checkbox' || role === 'radio'
  if (process.env.TARO_ENV !== 'weapp' && pressed) said.tabIndex = '0'
  return said
}

/** What a picture shows, in words. A browser wants them on the <img> that Taro makes inside its element. */
export const picture = (words: string): object =>
  process.env.TARO_ENV === 'weapp'
    ? { 'aria-role': 'img', 'aria-label': words }
    : { nativeProps: { alt: words } }

/** The name of an input, as `picture` does it. */
export const inputName = (words: string): object =>
  process.env.TARO_ENV === 'weapp' ? { 'aria-label': words } : { nativeProps: { 'aria-label': words } }
