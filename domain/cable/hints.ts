import Big from 'big.js'
import type { Trouble } from '../trouble'
import type { Cable } from './cable'
import { equivalentSection, resistanceLimit } from './verdict/conductor'
import { isTrouble } from './verdict/limit'
import { readQuantity } from './verdict/quantity'
import { per20 } from './verdict/resistance'

// Resistivity at 20 °C in Ω·mm²/km and density in g/cm³: annealed copper wire GB/T 3953, hard aluminium wire GB/T 3955.
// Source: own knowledge, not read; both are the usual international values.
const METALS = { copper: ['17.241', '8.89'], aluminium: ['28.264', '2.703'] } as const

/** How far off raises a suspicion. Source: own proposal: a scale and a multimeter at a stall err by a few per cent. */
const SUSPICIOUS = 10
/** A resistance this far under the limit is too little wire rather than a good one. Source: own proposal. */
const SHORT = 15
/** Nobody gives away so much metal: the insulation lay on the scale too, and hides what is missing. Source: own proposal. */
const INSULATED = 25

export const assumption =
  '标称截面不是几何截面，导体质量按刚好达到电阻限值推算（铜17.241Ω·mm²/km、8.89g/cm³，铝28.264Ω·mm²/km、2.703g/cm³，不计绞入），是合标准的最小值'

export type Expected = {
  ok: true
  /** Conductor metal of all cores, g/m: what keeps the resistance limit at least needs. */
  massPerMetre: string
  /** kg for the length */
  mass: string
  /** Of one core of each section: greatest ohms of the length, and Ω/km. */
  resistance: { mm2: number; ohm: string; perKm: string }[]
  assumption: string
}
type Refusal = { ok: false; trouble: Trouble }
const no = (code: string, message: string): Refusal => ({
  ok: false,
  trouble: { code: `hint.${code}`, message },
})

/**
 * What a length of a sound cable has in conductor metal and in resistance. The nominal section is an electrical, not a
 * geometrical measure: the mass is that of a straight wire which just keeps the limit, so a sound cable has at least it.
 */
export function expected(cable: Cable, lengthM: string): Expected | Refusal {
  const length = readQuantity(lengthM, 'm')
  if (!length.ok) {
    const { code, message } = length.trouble
    return { ok: false, trouble: { code, message: lengthM.trim() ? `长度${message}` : '请填写长度' } }
  }
  if (!Number(length.value)) return no('length', '长度应大于0')
  if (!cable.cores.length) return no('cores', '没有读出截面，请补充规格')
  if (cable.metal === 'aluminium alloy') return no('metal', '铝合金导体的电阻率和密度随牌号而变，不能推算')
  const [resistivity, density] = METALS[cable.metal]
  const resistance: Expected['resistance'] = []
  let grams = new Big(0)
  for (const { mm2, count } of cable.cores) {
    const limit = resistanceLimit(cable, mm2)
    if (isTrouble(limit)) return { ok: false, trouble: limit }
    const { big, text } = limit.bound
    grams = grams.plus(new Big(resistivity).times(density).times(count).div(big))
    resistance.push({ mm2, perKm: text, ohm: digits(big.times(length.value).div(1000), 3) })
  }
  return {
    ok: true,
    massPerMetre: digits(grams, 3),
    mass: digits(grams.times(length.value).div(1000), 3),
    resistance,
    assumption,
  }
}

// So many significant digits, without an exponent.
const digits = (value: Big, count: number): string => new Big(value.toPrecision(count)).toFixed()

export type Suspicion = {
  /** Never a verdict: `suspicious` asks for a sample. */
  state: 'suspicious' | 'usual' | 'unknown'
  words: string
  lines: { name: string; measured: string; expected: string; difference: string }[]
  trouble?: Trouble
}

/**
 * Compares what a scale (conductor metal, kg) and a multimeter (one core of the whole length, Ω) say with what a sound
 * cable would have. More than 10 % off is suspicious: a hint to take a sample, never a verdict.
 */
export function suspect(
  cable: Cable,
  seen: { length: string; mass?: string; resistance?: string; temperature?: string; cores?: number },
): Suspicion {
  const should = expected(cable, seen.length)
  const lines: Suspicion['lines'] = []
  const unknown = (trouble: Trouble): Suspicion => ({
    state: 'unknown',
    words: trouble.message,
    lines,
    trouble,
  })
  if (!should.ok) return unknown(should.trouble)
  const length = readQuantity(seen.length, 'm')
  const said: string[] = []
  const line = (name: string, measured: string, least: string, off: Big) => {
    const text = off.toFixed(1)
    lines.push({
      name,
      measured,
      expected: least,
      difference: `${off.gt(0) ? '+' : ''}${text === '-0.0' ? '0.0' : text}%`,
    })
  }
  const slip = (what: string) => no('slip', `${what}与规格、长度相差太远，请核对数值和单位`).trouble
  if (seen.mass?.trim()) {
    const mass = readQuantity(seen.mass, 'kg')
    if (!mass.ok) return unknown(mass.trouble)
    const off = percent(new Big(mass.value), new Big(should.mass))
    if (off.gt(400) || off.lt(-99)) return unknown(slip('重量'))
    if (off.gte(INSULATED))
      return unknown(no('insulated', '比应有的重得多，像是连绝缘一起称的，请去掉绝缘再称').trouble)
    line('导体重', `${mass.value} kg`, `至少${should.mass} kg`, off)
    if (off.lt(-SUSPICIOUS)) said.push(`导体轻了${off.abs().toFixed(0)}%`)
  }
  if (seen.resistance?.trim() && length.ok) {
    const core = should.resistance[seen.cores ?? 0]
    if (!core) return unknown(no('cores', '没有这一组线芯').trouble)
    const at20 = per20(cable, { value: seen.resistance, length: length.value, temperature: seen.temperature })
    if ('code' in at20) return unknown(at20)
    const limit = new Big(core.perKm)
    const off = percent(at20.value, limit)
    if (off.lt(-50) || off.gt(9900)) return unknown(slip('电阻'))
    line(
      `每千米电阻（${at20.celsius ? '20℃' : '未换算温度'}）`,
      `${digits(at20.value, 3)} Ω`,
      `至多${core.perKm} Ω`,
      off,
    )
    if (off.gt(SUSPICIOUS))
      said.push(`电阻大了${off.toFixed(0)}%，实测相当于${equivalentSection(core.mm2, limit, at20.value)}mm²`)
    if (off.lt(-SHORT)) said.push(`电阻小了${off.abs().toFixed(0)}%，可能米数不足`)
  }
  if (!lines.length) return unknown(no('nothing', '请填导体重量或电阻').trouble)
  const suspicious = said.length > 0
  return {
    state: suspicious ? 'suspicious' : 'usual',
    words: suspicious ? `疑似，需抽样：${said.join('；')}` : '未见异常；粗查不能代替检验',
    lines,
  }
}

const percent = (value: Big, base: Big): Big => value.minus(base).times(100).div(base)
