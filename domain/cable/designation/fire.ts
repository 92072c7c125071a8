import type { Cable, Flame } from '../cable'
import { known } from './known'

/** A prefix of fire behaviour and how many characters it takes. */
export type Prefix = { length: number; flame?: Flame; fire?: Cable['fire']; meaning: string }

// GB/T 19666-2019: W, D, U, Z with category, then N, NJ, NS; ZR, ZR-C and NH are older writings still printed.
const PREFIX = /^(?:(W?)(D?)(U?)Z(R?)([ABCD](?!\d)|-[ABCD](?=-|$)|\([ABCD]\))?)?(-?(?:NJ|NS|NH?))?/
const WHOLE = new RegExp(`${PREFIX.source}$`)
const GRADE = /^B[12](?![\d.×])级?(?: ?[-(,/]{0,2} ?[DTA][0-3])*\)?/

const FIRES: Record<string, string> = { N: '耐火', NJ: '耐火加机械冲击', NS: '耐火加喷水' }

/** Ways to read a prefix at the start of `text`, the longest first: WDZBYJ… may be WDZ-BYJ or WDZB-YJ…. */
export function readPrefixes(text: string): Prefix[] {
  const ways: Prefix[] = []
  for (let length = PREFIX.exec(text)?.[0].length ?? 0; length > 0; length--) {
    const found = WHOLE.exec(text.slice(0, length))
    if (!found) continue
    const [, w, d, u, old, letter, late] = found
    const category = letter?.replace(/\W/g, '') as Flame['category']
    const fire = late?.replace(/[-H]/g, '') as Cable['fire']
    const said = [
      w && '无卤',
      d && '低烟',
      u && '低毒',
      w !== undefined &&
        (category ? `成束阻燃${category}类` : old ? '阻燃（旧写法，没有印类别）' : '单根阻燃'),
      fire && FIRES[fire],
    ]
    const flame = w === undefined ? w : known({ category, halogenFree: !!w, lowSmoke: !!d, lowToxicity: !!u })
    ways.push({ length, meaning: said.filter(Boolean).join('、'), flame, fire })
  }
  return ways
}

/** A grade of GB 31247-2014 such as `B1-(d0,t0,a1)`, as a Chinese meaning and its length. */
export function readGrade(text: string): { length: number; meaning: string } | undefined {
  const found = GRADE.exec(text)?.[0]
  if (!found) return undefined
  const extra = found.match(/[DTA][0-3]/g)
  return {
    length: found.length,
    meaning: `GB 31247燃烧性能${found.slice(0, 2)}级${extra ? `（${extra.join('、').toLowerCase()}）` : ''}`,
  }
}

/** The prefix as GB/T 19666-2019 writes it: `WDZCN-`, `NJ-`; empty without. */
export function formatPrefix(flame: Flame | undefined, fire: Cable['fire']): string {
  const { halogenFree, lowSmoke, lowToxicity, category } = flame ?? {}
  const letters = [halogenFree && 'W', lowSmoke && 'D', lowToxicity && 'U', flame && 'Z', category, fire, '-']
  return flame || fire ? letters.filter(Boolean).join('') : ''
}
