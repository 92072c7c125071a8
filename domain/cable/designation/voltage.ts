import type { Voltage } from '../cable'

// Rated voltages U0/U as they are printed without a unit: volts, or kilovolts where a figure is below 100.
const PAIRS =
  ' 300/300 300/500 450/750 600/1000 380/660 660/1140 0.3/0.3 0.3/0.5 0.45/0.75 0.38/0.66 0.66/1.14 0.6/1 0.6/1.0 1.8/3 3.6/6 6/6 6/10 8.7/10 8.7/15 12/20 18/20 18/30 21/35 26/35 '
const isKnown = (pair: string): boolean => PAIRS.indexOf(` ${pair} `) >= 0
// Where only U is printed, U0 follows from it alone; at 10 kV it does not (6/10 or 8.7/10).
const LONE: Record<number, number> = { 300: 300, 500: 300, 750: 450, 1000: 600, 3000: 1800 }

const PAIR =
  /^(\d{1,5}(?:\.\d{1,3})?) ?(K?V)? ?\/ ?(\d{1,5}(?:\.\d{1,3})?)(?: ?(K?V)(?![A-Z])|(?![\d.A-Z%]| ?[×X] ?\d))/
const SINGLE = /^(\d{1,5}(?:\.\d{1,3})?) ?(K?V)(?![A-Z])/
// JKLYJ-10 1×120, YJV-1/3×6: kilovolts without a unit, a section behind.
const BARE = /^(1|3|6|10|20|35)(?:\/(?=\d\d? ?[×X]|\d{2,3}(?![\d.]))|(?=[- ,]+\(?\d))/
const LAST = /^(1|10)(?=$|[ ,)])(?! ?[×X])/
// BV-500 2.5: volts without a unit; the largest BV has 400 mm².
const OLD = /^(500|750)(?=$|[- ,])(?! ?[×X])/

export type VoltageReading = { length: number; voltage: Voltage; meaning: string; odd?: string }

/**
 * A rated voltage at the start of `text`. `family`, of the type just read and parted from the text by a dash or a space,
 * lets a lone figure without unit count: YJV-10 3×95, never YJV20 3×95, where 20 is armour of old.
 */
export function readVoltage(text: string, family = ''): VoltageReading | undefined {
  const pair = PAIR.exec(text)
  if (pair) {
    const [whole, low, first, high, last] = pair
    const known = isKnown(`${low}/${high}`) ? (Number(high) < 100 ? 'KV' : 'V') : undefined
    const unit = known ?? last ?? first
    const u = volts(high, unit)
    const u0 = volts(low, known ?? first ?? unit)
    if (unit && u0 && u0 <= u)
      return {
        length: whole.length,
        voltage: { u0, u },
        meaning: `额定电压${spokenVoltage({ u0, u })}`,
        ...(last && last !== unit ? { odd: '额定电压的单位印得不对' } : {}),
      }
  }
  const high = /power|overhead/.test(family)
  const one =
    SINGLE.exec(text) ??
    (high ? BARE.exec(text) : null) ??
    (family === 'overhead' ? LAST.exec(text) : /pvc|rubber/.test(family) ? OLD.exec(text) : null)
  const u = one ? volts(one[1], one[2] ?? (high ? 'KV' : 'V')) : 0
  if (!one || !u) return undefined
  const u0 = LONE[u]
  const voltage = { u0: u0 ?? u, u }
  return {
    length: one[0].length,
    voltage,
    meaning: u0
      ? `额定电压${spokenVoltage(voltage)}`
      : `额定电压U为${u < 1000 ? `${u}V` : `${u / 1000}kV`}（没有印U0）`,
  }
}

const volts = (text: string | undefined, unit: string | undefined): number =>
  Math.round(Number(text) * (unit === 'KV' ? 1000 : 1))

/** `450/750V`, `8.7/15kV`; `10kV` where only U was printed. */
export function spokenVoltage({ u0, u }: Voltage): string {
  if (u < 1000) return `${u0}/${u}V`
  const pair = `${u0 / 1000}/${u / 1000}`
  return `${u0 === u && !isKnown(pair) ? u / 1000 : pair}kV`
}
