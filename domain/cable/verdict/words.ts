import type { Finding, State } from './finding'

const withUnit = (value: string, unit: string): string => value + (unit === '%' ? '' : ' ') + unit

/** One finding in a sentence: “导体电阻 8.62 Ω/km，比限值 7.41 Ω/km 高 16.3%，不合格”. */
export function wordsOf({
  name,
  unit,
  measured,
  compared,
  exact,
  limit,
  margin = '',
  state,
  trouble,
  factor,
}: Finding): string {
  if (trouble) return `${name}不能判定：${trouble.message}`
  const end = state === 'pass' ? '合格' : '不合格'
  if (!limit || !compared) return `${name}：${measured}，${end}`
  const at20 = factor ? '换算到20℃为' : ''
  const called = `${limit.declared ? '明示值' : '限值'} ${withUnit(limit.value, unit)}`
  const higher = Number(compared) > Number(limit.value)
  const far = margin === '0.0' ? '一点' : ` ${margin.replace('-', '')}%`
  const equal = limit.beyond ? `应大于 ${withUnit(limit.value, unit)}` : `正好是${called}`
  const distance =
    Number(compared) === Number(limit.value) ? equal : `比${called} ${higher ? '高' : '低'}${far}`
  // A value at 20 °C was reckoned, not printed anywhere: that it is rounded surprises nobody.
  const before = exact && !factor ? `${exact}，修约为 ` : ''
  return `${name}${at20} ${before}${withUnit(compared, unit)}，${distance}，${end}`
}

/** All findings in a sentence; those that matter are told in full. */
export function wordsOfAll(findings: readonly Finding[]): string {
  const [first] = findings
  if (!first) return '还没有填写实测值'
  if (findings.length === 1) return wordsOf(first)
  const of = (state: State) => findings.filter(one => one.state === state)
  const failed = of('fail')
  const open = of('unjudged')
  const parts = [`${of('pass').length}项合格`, `${failed.length}项不合格`, `${open.length}项不能判定`]
  const said = parts.filter(part => part.charAt(0) !== '0' || part.length > 9).join('，')
  const told = failed
    .concat(failed.length ? [] : open)
    .map(wordsOf)
    .join('；')
  return `共${findings.length}项，${said}${told && `：${told}`}`
}
