import { confidences } from '../confidence'
import { ruleGroups } from '.'

// The document is kept in the repository: its day is that of the tables, not of the reader.
const ON = '2026-11-23'

const cell = (text: string) => text.replace(/\|/g, '\\|').replace(/\n/g, ' ')

/** docs/rules.md. */
export function rulesDocument(): string {
  const groups = ruleGroups(ON)
  const all = groups.flatMap(({ rules }) => rules)
  const count = (level: keyof typeof confidences) =>
    all.filter(({ confidence }) => confidence === level).length
  return [
    '# 规则 The rules the program goes by',
    '',
    'Made from the tables in `domain/data` by `npm run rules`; a test compares. The screen 规则和依据 shows the same.',
    '',
    `${all.length} 条：${confidences.high} ${count('high')}，${confidences.medium} ${count('medium')}，${confidences.low} ${count('low')}。`,
    '“未逐字核对”：只有一处来源，或凭经验；“依据待核”：使用前须对照纸质标准或法规原文。',
    ...groups.flatMap(({ title, note, rules }) => [
      '',
      `## ${title}`,
      '',
      ...(note ? [note, ''] : []),
      '| 编号 | 规则 | 依据 | 核对程度 | 最后核对 |',
      '|---|---|---|---|---|',
      ...rules.map(
        ({ id, words, source, confidence, checkedOn, remark }) =>
          `| ${id} | ${cell(words)}${remark ? `<br>${cell(remark)}` : ''} | ${cell(source)} | ${confidences[confidence]} | ${checkedOn ?? '未读到原文'} |`,
      ),
    ]),
    '',
  ].join('\n')
}
