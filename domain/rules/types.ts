import type { Cable } from '../cable/cable'
import { readDesignation } from '../cable/designation'
import { iecRows, readType } from '../cable/designation/types'
import data from '../data/cable-types.json'
import type { Rule, RuleGroup } from './rule'

// Types that are made of letters by a system have no row of their own: these are met every day.
const COMPOSED = 'VV VLV YJV YJLV YJV22 YJY KVV KVVP KVVR KYJV JKYJ JKLYJ JKLV'.split(' ')
const kinds: Record<string, string> = {
  h: '用途',
  m: '导体',
  i: '绝缘',
  s: '护套',
  r: '结构',
  f: '形状',
  y: '特性',
  p: '屏蔽',
  t: '耐温',
  q: '绝缘级别',
}
const metals: Record<Cable['metal'], string> = { copper: '铜', aluminium: '铝', 'aluminium alloy': '铝合金' }
const { checkedOn } = data

/** What the program takes a type to be: conductor, materials, voltages and sections of its standard. */
function typeRule(type: string): Rule | undefined {
  const facts = readType(type)?.facts
  const read = readDesignation(type)
  if (!facts || !read.ok) return undefined
  const { classes, metal, insulation, sheath, confidence } = read.cable
  const said = [
    classes.length > 0 && `第${classes.join('、')}种${metals[metal]}导体`,
    insulation && `绝缘${insulation}`,
    sheath && `护套${sheath}`,
    facts.voltages.length > 0 && `${facts.voltages.join('、')} V`,
    facts.to > 0 && `${facts.from}～${facts.to} mm²`,
  ].filter(Boolean)
  return {
    id: `TYPE-${type}`,
    words: `${type}：${said.join('，') || '只读字母，没有限值'}`,
    source: facts.standards.join('、') || '型号编制规则',
    confidence,
    checkedOn,
  }
}

/** How letters and numbers of a designation are read. */
export function typeRules(): RuleGroup {
  const named = [...data.wires.map(row => row.split(' ')[0]), ...data.listed.map(row => row.split(' ')[1])]
  const types = Array.from(new Set([...named.flatMap(names => (names ?? '').split(',')), ...COMPOSED]))
  const letters = Object.entries(data.words as Record<string, Record<string, string>>).flatMap(
    ([kind, words]) =>
      kinds[kind]
        ? {
            id: `LETTER-${kind}`,
            words: `${kinds[kind]}：${Object.entries(words)
              .map(([letter, meaning]) => `${letter} ${meaning}`)
              .join('，')}`,
            source: '各产品标准的型号编制规则',
            confidence: 'medium' as const,
            checkedOn,
          }
        : [],
  )
  return {
    title: '型号',
    note: '字母按用途、导体、绝缘、护套、屏蔽、铠装的次序读；读不懂的如实说明。',
    rules: [
      ...letters,
      ...types.flatMap(type => typeRule(type) ?? []),
      ...iecRows.map(({ iec, type, facts }) => ({
        id: `TYPE-${iec}`,
        words: `${iec}：即${type}，${facts.voltages.join('、')} V`,
        source: facts.standards.join('、'),
        confidence: facts.confidence,
        checkedOn,
      })),
    ],
  }
}
