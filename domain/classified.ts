/**
 * Matter with a state secret's marking (密级标志) never enters this system (domain/16, government mini-programs); 保守国家秘密法
 * 21 gives the three grades. A marking stands as a grade with its star (机密★10年), behind 密级, or alone in its line or
 * brackets; 商业秘密 and 保守秘密 in running text are none.
 */
const MARKINGS = [
  /(?:绝密|机密|秘密)\s*[★☆*＊]/,
  /(?:密级|保密等级)\s*[:：]?\s*(?:绝密|机密|秘密)/,
  /^[\s〔【［[（(《]*(?:绝密|机密|秘密)(?:级|件|级文件|文件)?[\s〕】］\]）)》]*$/m,
  /[〔【［[（(](?:绝密|机密|秘密)(?:级|件)?[〕】］\]）)]/,
  /(?:绝密|机密|秘密)(?:级文件|文件|件)/,
  /绝密/,
]

/** What a person is told who would enter such matter. */
export const CLASSIFIED = '涉密内容不得进入本系统，请按保密规定在线下印发，并通知本单位保密人员'

/** Whether a text carries the marking of a state secret. */
export const isMarked = (text: string): boolean => MARKINGS.some(marking => marking.test(text))

/** Whether any text anywhere in a form carries one. */
export function holdsMarked(content: unknown): boolean {
  if (typeof content === 'string') return isMarked(content)
  if (!content || typeof content !== 'object') return false
  return Object.values(content).some(holdsMarked)
}
