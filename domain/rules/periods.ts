import { checkedOn, countingRules, type Deadline, deadlines } from '../clocks'
import type { Rule, RuleGroup } from './rule'

const units: Record<string, string> = { wd: '个工作日', cd: '日', h: '小时', month: '个月', year: '年' }
const rollovers: Record<Deadline['rollover'], string> = {
  none: '',
  statutory: '期满日为法定节假日的顺延',
  dayOff: '期满日为周末或放假日的顺延',
}

/** `提前7个工作日`, `立即`, `没有规定天数`. */
export function spokenPeriod({ amount, unit, back, on }: Deadline): string {
  if (units[unit]) return `${back ? '提前' : ''}${amount}${units[unit]}`
  return on ?? { immediate: '立即', before: '事前', none: '没有规定天数' }[unit as string] ?? ''
}

function ruleOf(one: Deadline): Rule {
  const { extension, notCounted, remark, rollover } = one
  const more = [
    extension &&
      (extension.unit === 'none'
        ? `可以延长（${extension.by}）`
        : `可以延长${extension.amount}${units[extension.unit]}（${extension.by}）`),
    notCounted && `不计入：${notCounted}`,
    rollovers[rollover],
    remark,
    !one.seen && '未读到原文',
  ].filter(Boolean)
  const period = spokenPeriod(one)
  return {
    id: one.id,
    words: `${one.event}：${one.action}${period ? `，${period}` : ''}`,
    source: `${one.instrument}${one.article}`,
    confidence: one.confidence,
    checkedOn,
    ...(more.length ? { remark: `${more.join('；')}。` } : {}),
  }
}

/** Statutory periods by field of work, and how they are counted. */
export function periodRules(): RuleGroup[] {
  const areas = Array.from(new Set(deadlines.map(({ area }) => area)))
  return [
    ...areas.map(area => ({
      title: `期限·${area}`,
      rules: deadlines.filter(one => one.area === area).map(ruleOf),
    })),
    {
      title: '期限怎样计算',
      rules: countingRules.map(({ id, rule, source, confidence }) => ({
        id,
        words: rule,
        source,
        confidence,
        checkedOn,
      })),
    },
  ]
}
