import type { Cores } from '../cable'

/** Nominal sections in mm² of GB/T 3956 and, below 0.5, of JB/T 8734. */
export const SERIES: readonly number[] = [
  0.03, 0.06, 0.08, 0.12, 0.2, 0.3, 0.4, 0.5, 0.75, 1, 1.5, 2.5, 4, 6, 10, 16, 25, 35, 50, 70, 95, 120, 150,
  185, 240, 300, 400, 500, 630, 800, 1000, 1200, 1400, 1600, 1800, 2000, 2500,
]

const UNIT = '(?: ?(?:MM ?[2²]?|M?㎡|㎟|²|平方(?:毫米)?|毫米[2²]|SQ(?:MM)?))'
const TERM = new RegExp(
  `^(?:(\\d{1,4}) ?(?:芯|根|C)? ?[×X] ?)?(?:(\\d{1,2}) ?[×X] ?)?(\\d{1,5}(?:\\.\\d{1,3})?)(?:\\/(\\d{1,3}(?:\\.\\d{1,3})?))?(${UNIT})?(?![\\d.A-Z%℃×]|\\/\\d)`,
)
const COUNTED = /^(\d{1,4}) ?(?:芯|根|C) ?(?=\d)/
const RUNS = /^(\d{1,2}) ?[×X]? ?\((?=\d{1,2} ?[×X])/
const PLUS = /^ ?\+ ?(?:PE|E|N)? ?/
// Wires in a conductor of full layers; a conductor of any other number is flexible and has thin ones.
const LAYERS = /^(1|7|19|37|61|91|127)$/

export type SectionsReading = {
  length: number
  cores: Cores[]
  /** The count was not printed: read as one. */
  uncounted?: true
  /** Only a figure, neither count nor unit: it may be something else. */
  lone?: true
  meaning: string
  doubts: string[]
}

/** Cores and sections at the start of `text`: `3×95+1×50`, `4×25+16`, `2×2×1.0`, `2.5`. */
export function readSections(text: string, pairs: boolean): SectionsReading | undefined {
  const cores: Cores[] = []
  const said: string[] = []
  const doubts: string[] = []
  let uncounted: true | undefined
  let lone: true | undefined
  let at = 0
  let groups = 1
  const runs = RUNS.exec(text)
  if (runs) {
    at = runs[0].length
    if (pairs) groups = Number(runs[1])
    else said.push(`${Number(runs[1])}根并联，每根`)
  }
  for (let first = true; ; first = false) {
    let rest = text.slice(at)
    const plus = first ? '' : (PLUS.exec(rest)?.[0] ?? '')
    if (!first && !plus) break
    rest = rest.slice(plus.length)
    const counted = COUNTED.exec(rest)
    const term = TERM.exec(counted ? rest.slice(counted[0].length) : rest)
    if (!term) break
    const [whole, a, b, figure, slash, unit] = term
    const count = counted?.[1] ?? a
    const mm2 = Number(figure)
    const total = (count === undefined ? 1 : Number(count)) * (b === undefined ? 1 : Number(b)) * groups
    if (!mm2 || !total) break
    const main = cores[0]?.mm2 ?? 0
    if (
      first &&
      count === undefined &&
      !unit &&
      !slash &&
      !/\./.test(figure as string) &&
      SERIES.indexOf(mm2) < 0
    )
      break
    const length = plus.length + (counted?.[0].length ?? 0) + whole.length
    if (!first && count === undefined && mm2 <= 3 && !/\./.test(figure as string) && main >= 4) {
      doubts.push(`“+${figure}”只印了芯数，没有印截面`)
      at += length
      break
    }
    const wire = Number(slash)
    // 7/1.33 and 1/1.78 are wires and their diameter; 3×25/16 and 240/30 are two sections, the smaller one behind.
    if (
      slash &&
      !/\./.test(figure as string) &&
      wire < 6 &&
      (wire < 1.5 || LAYERS.test(figure as string) || (/\./.test(slash) && SERIES.indexOf(wire) < 0))
    ) {
      const area = Math.round(mm2 * Math.PI * wire ** 2 * 25) / 100
      const near = SERIES.find(one => Math.abs(area / one - 1) < 0.08)
      doubts.push(`印的是单线根数和直径（约${area}mm²），没有印标称截面${near ? `，可能是${near}mm²` : ''}`)
      said.push(`每芯${mm2}根直径${slash}mm的单线`)
      at += length
      break
    }
    if (wire > mm2) {
      doubts.push(`“${whole.trim()}”没有读懂，后面的截面比前面的大`)
      at += length
      break
    }
    cores.push({ count: total, mm2 })
    if (first && count === undefined) uncounted = true
    lone = first && uncounted && !unit ? true : undefined
    said.push(
      b !== undefined || groups > 1
        ? `${groups > 1 ? groups : count}组、每组${groups > 1 ? total / groups : b}芯、${figure}mm²`
        : count === undefined && first
          ? `${figure}mm²`
          : `${total}芯${figure}mm²`,
    )
    if (slash) said.push(`“/${slash}”为中性线、屏蔽或钢芯截面，未计入`)
    if (mm2 > main && !first) doubts.push(`“+”后面的截面${figure}mm²比前面的大`)
    at += length
  }
  if (!said.length && !doubts.length) return undefined
  return {
    length: at,
    cores,
    uncounted,
    lone,
    meaning: said.join('，').replace('每根，', '每根'),
    doubts,
  }
}

/** `3×95+1×50`; sections of whole 1 mm² as the standards write them, 1.0. */
export const formatCores = (cores: readonly Cores[]): string =>
  cores.map(({ count, mm2 }) => `${count}×${mm2 === 1 ? '1.0' : mm2}`).join('+')
