import { checkedOn, countingRules, type Deadline, deadlines, spokenLength, spokenPeriod } from '../clocks'
import type { Rule, RuleGroup } from './rule'

const rollovers: Record<Deadline['rollover'], string> = {
  none: '',
  statutory: '期满日为法定节假日的顺延',
  dayOff: '期满日为周末或放假日的顺延',
}

function ruleOf(one: Deadline): Rule {
  const { extension, notCounted, remark, rollover } = one
  const more = [
    extension &&
      (extension.unit === 'none'
        ? `可以延长（${extension.by}）`
        : `可以延长${spokenLength(extension.amount, extension.unit)}（${extension.by}）`),
    notCounted && `不计入：${notCounted}`,
    rollovers[rollover],
    remark,
  ].filter(Boolean)
  const period = spokenPeriod(one)
  return {
    id: one.id,
    words: `${one.event}：${one.action}${period ? `，${period}` : ''}`,
    source: `${one.instrument}${one.article}（${one.edition}）`,
    confidence: one.confidence,
    ...(one.seen ? { checkedOn } : {}),
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
