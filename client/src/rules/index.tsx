import { dayOf } from '@domain/calendar'
import { type Rule, type RuleGroup, ruleGroups } from '@domain/rules'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Card, Page, Row } from '@/components'
import { Sure } from '@/components/sure'
import './index.scss'

const groups = ruleGroups(dayOf(Date.now()))
const unsure: RuleGroup = {
  title: '依据待核',
  note: '用之前请对照纸质标准或法规原文。',
  rules: groups.flatMap(({ rules }) => rules.filter(({ confidence }) => confidence === 'low')),
}
/** Rows sent at once; a table of limits has more than anybody reads in one go. */
const STEP = 20

/** 规则: every rule the product goes by, with its source, how sure it is, and when it was last checked. */
export default function Rules() {
  const [open, setOpen] = useState<string>()
  return (
    <Page offline="规则照常可看。" under="程序按这些规则算期限、读型号、作判定。每条都写明依据和核对程度。">
      <Card>
        {[...groups, unsure].map(group => (
          <View key={group.title}>
            <Row
              label={group.title}
              value={`${group.rules.length} 条`}
              onPress={() => setOpen(open === group.title ? undefined : group.title)}
            />
            <View>{open === group.title ? <Group group={group} /> : null}</View>
          </View>
        ))}
      </Card>
    </Page>
  )
}

function Group({ group }: { group: RuleGroup }) {
  const [most, setMost] = useState(STEP)
  const rest = group.rules.length - most
  return (
    <View className="rules">
      {group.note ? <Text className="row-hint">{group.note}</Text> : null}
      {group.rules.slice(0, most).map(rule => (
        <One key={rule.id} rule={rule} />
      ))}
      {rest > 0 ? <Row label={`还有 ${rest} 条`} onPress={() => setMost(most + STEP)} /> : null}
    </View>
  )
}

function One({ rule }: { rule: Rule }) {
  const { words, source, confidence, checkedOn, remark } = rule
  return (
    <View className="rule">
      <Text className="rule-words">{words}</Text>
      <Text className="row-hint">依据：{source}</Text>
      {remark ? <Text className="row-hint">{remark}</Text> : null}
      <View className="rule-foot">
        <Sure level={confidence} always />
        <Text className="rule-checked">{checkedOn ? `核对于 ${checkedOn}` : '未读到原文'}</Text>
      </View>
    </View>
  )
}
