import Big from 'big.js'

/** 修约值比较法 or 全数值比较法, GB/T 8170-2008 4.3. */
export type Comparison = 'rounded' | 'full'

/** A limit made ready for many comparisons. */
export type Bound = {
  /** As printed: a value is rounded to as many decimals. */
  text: string
  side: 'max' | 'min'
  /** 5 rounds up, as GB/T 5023.2 1.9.2 (IEC 60227-2) says of a mean thickness: 1.75 → 1.8. Else half to even. */
  halfUp?: boolean
  /** The limit itself does not pass: “大于50mm”. */
  beyond?: boolean
  big: Big
  /** The same and its hundredth, whose division stops at one decimal. */
  percent: [whole: Big, hundredth: Big]
  decimals: number
}

// Divides to one decimal, half to even: few digits make the margin quick.
const Percent = Big()
Percent.DP = 1
Percent.RM = 2

const bounds: Record<string, Bound> = {}

/** Reads a printed limit once. The tables print a few hundred; declared ones come and go, and are few. */
export function boundOf(text: string, side: Bound['side'], kind?: 'halfUp' | 'beyond'): Bound {
  const key = side + kind + text
  let bound = bounds[key]
  if (!bound) {
    const big = new Big(text)
    bound = { text, side, big, percent: [new Percent(text), big.div(100)], decimals: decimalsOf(text) }
    if (kind) bound[kind] = true
    bounds[key] = bound
  }
  return bound
}

export const decimalsOf = (text: string): number => (text.split('.')[1] || '').length

/** 四舍六入五成双 (GB/T 8170-2008 3.2), or half up where a product standard says so. */
export const rounded = (value: Big, decimals: number, halfUp?: boolean): Big =>
  value.round(decimals, halfUp ? 1 : 2)

/** The value as it is compared: rounded to the limit's decimals, or as it is. */
export const comparable = (value: Big, bound: Bound, comparison?: Comparison): Big =>
  comparison === 'full' ? value : rounded(value, bound.decimals, bound.halfUp)

/** Whether a value made comparable keeps the limit. */
export function keeps(compared: Big, bound: Bound): boolean {
  const order = compared.cmp(bound.big)
  return order ? order < 0 === (bound.side === 'max') : !bound.beyond
}

/** Distance from the limit in per cent of it, one decimal: positive is better than the limit. */
export function marginOf(compared: Big, bound: Bound): string {
  const [whole, hundredth] = bound.percent
  const under = whole.minus(compared).div(hundredth).toString()
  const text = under === '-0' ? '0' : under
  const one = text.indexOf('.') < 0 ? `${text}.0` : text
  if (bound.side === 'max' || one === '0.0') return one
  return one.charAt(0) === '-' ? one.slice(1) : `-${one}`
}
