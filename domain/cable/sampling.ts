import Big from 'big.js'
import { type Confidence, weakest } from '../confidence'
import flame from '../data/indicators.json'
import data from '../data/sampling.json'
import type { Trouble } from '../trouble'
import type { Cable } from './cable'
import { isMediumVoltage } from './verdict/limits'
import { readQuantity } from './verdict/quantity'

export type SampleLength = {
  ok: true
  /** Metres of the test sample, the reserve sample, and both; X for bunched flame retardance. */
  test: string
  reserve: string
  total: string
  x?: string
  words: string
  source: string
  confidence: Confidence
}
type Refusal = { ok: false; trouble: Trouble }
const no = (code: string, message: string): Refusal => ({
  ok: false,
  trouble: { code: `sampling.${code}`, message },
})

/**
 * Metres to take (检验用样, 备用样) by the edition of the 实施细则. A bunched flame-retardant cable takes 1.5X and 2.5X more,
 * X = int[V/(3.14·D²/4−s)]·3.5 m, and needs its overall diameter; `metal` is the metal's cross-section, by default that
 * of the conductors. int is taken as the nearest whole number (GB/T 18380.31), never under one.
 */
export function sampleLength(
  cable: Cable,
  edition: '2020' | '2023',
  measured: { diameter?: string; metal?: string } = {},
): SampleLength | Refusal {
  const kind =
    cable.productClass === 'power'
      ? isMediumVoltage(cable)
        ? 'mediumVoltage'
        : 'lowVoltage'
      : cable.productClass
  const rows = data[edition] as unknown as Record<string, [number, number]> & {
    source: string
    confidence: Confidence
  }
  const row = rows.every || rows[kind || '']
  if (!row)
    return no(
      'product',
      kind ? `${rows.source}没有写这类产品的抽样长度` : '没有读出产品类别，抽样长度不能确定',
    )
  const assumed = kind === 'lowVoltage' && !rows.every && !cable.voltage
  const firm = cable.confidence === 'low' ? 'low' : assumed ? 'medium' : 'high'
  const answer = (x: Big, words: string, level: Confidence = 'high'): SampleLength => {
    const test = x.times('1.5').plus(row[0]).toFixed()
    const reserve = x.times('2.5').plus(row[1]).toFixed()
    const total = x
      .times(4)
      .plus(row[0] + row[1])
      .toFixed()
    return {
      ok: true,
      test,
      reserve,
      total,
      words: `取样共${total}米：检验用样${test}米，备用样${reserve}米${words}${assumed ? '；没有读出额定电压，按低压' : ''}`,
      source: rows.source,
      confidence: weakest(rows.confidence, firm, level),
    }
  }
  const category = cable.flame?.category
  // Z alone is of a single cable, but ZR of old and 阻燃 are bunched mostly, and 4X more is a lot.
  if (!category)
    return cable.flame
      ? answer(
          new Big(0),
          '，只够单根阻燃；印的阻燃没有类别，请先查明是不是成束阻燃A、B、C、D类，是的须另加4X',
          'low',
        )
      : answer(new Big(0), '')
  const diameter = readQuantity(measured.diameter || '', 'mm')
  if (!diameter.ok)
    return measured.diameter?.trim()
      ? { ok: false, trouble: diameter.trouble }
      : no('diameter', '成束阻燃电缆的取样长度随外径而定，请填外径（mm）')
  const nominal = cable.cores.reduce(
    (sum, core) => sum.plus(new Big(String(core.mm2)).times(core.count)),
    new Big(0),
  )
  const metal = measured.metal?.trim() ? readQuantity(measured.metal, 'mm²') : undefined
  if (metal && !metal.ok) return { ok: false, trouble: metal.trouble }
  if (!metal && !cable.cores.length) return no('cores', '没有读出截面，请补充规格')
  const s = metal ? new Big(metal.value) : nominal
  const bracket = new Big(diameter.value).pow(2).times('3.14').div(4).minus(s)
  if (bracket.lte(0))
    return no('metal', `外径${diameter.value}mm的圆里放不下${s.toFixed()}mm²的金属，请核对外径`)
  const volume = flame.flame.litres[category]
  const exact = new Big(volume).div(bracket)
  // Own proposal: more than a thousand pieces is a diameter in centimetres.
  if (exact.gt(1000)) return no('diameter', `外径${diameter.value}mm小得不合常理，请核对`)
  const near = exact.round(0, Big.roundHalfUp)
  const pieces = near.lt(1) ? new Big(1) : near
  const up = exact.round(0, Big.roundUp)
  const down = exact.round(0, Big.roundDown)
  const other = up.gt(pieces) ? up : down.lt(pieces) && down.gt(0) ? down : undefined
  const x = pieces.times('3.5')
  const armour = !metal && (cable.armour || cable.screen) ? '；金属截面只算了导体，未算铠装和屏蔽' : ''
  const rounding = other
    ? `；${exact.toFixed(2)}根按四舍五入取${pieces}根，若${other.gt(pieces) ? '进一' : '舍去'}取${other}根则共${answer(other.times('3.5'), '').total}米`
    : ''
  const words = `（X=${pieces}×3.5=${x.toFixed()}米${rounding}${armour}）`
  return { ...answer(x, words, data.bunched.confidence as Confidence), x: x.toFixed() }
}
