import type { Confidence } from '../confidence'
import resistance from '../data/conductor-resistance.json'
import tests from '../data/indicators.json'
import materials from '../data/materials.json'
import thickness from '../data/thickness.json'
import type { Rule, RuleGroup } from './rule'

const sure = (level: unknown) => level as Confidence
/** `1.5:0.7 2.5:0.8` → 1.5 mm²起0.7、2.5 mm²起0.8 */
const steps = (ladder: string) =>
  ladder
    .split(' ')
    .map(step => step.replace(':', ' mm²起'))
    .join('、')

function resistanceRules(): RuleGroup {
  const { rows, special, temperature, standard, source, confidence, sureTo, checkedOn } = resistance
  const rule = (id: string, words: string, from: string, level: unknown): Rule => ({
    id,
    words,
    source: from,
    confidence: sure(level),
    checkedOn,
  })
  const named = ['第1种铜', '镀金属铜', '铝', '第2种铜', '镀金属铜', '铝', '第5种铜', '镀金属铜']
  return {
    title: '导体电阻',
    note: `20 ℃时最大值，Ω/km。${source}。`,
    rules: [
      ...rows.map(row => {
        const [mm2, ...values] = row.split(' ') as [string, ...string[]]
        const said = values.flatMap((value, i) => (value === '-' ? [] : `${named[i]} ${value}`))
        return rule(
          `R-${mm2}`,
          `${mm2} mm²：${said.join('，')}`,
          standard,
          Number(mm2) > sureTo ? 'medium' : confidence,
        )
      }),
      ...Object.entries(special).map(([id, [words, , from, level]]) =>
        rule(`R-${id}`, words as string, from as string, level),
      ),
      rule(
        'R-temperature',
        `换算到20 ℃的系数：铜${temperature.copper.replace('/', '/(')}+t)，铝${temperature.aluminium.replace('/', '/(')}+t)`,
        temperature.source,
        temperature.confidence,
      ),
      ...(['铜', '铝'] as const).map((metal, i) =>
        rule(
          i ? 'R-temperature-aluminium' : 'R-temperature-copper',
          `印表的系数，${metal}：${temperature.printed}。与公式在第三位小数可能不同，结论因此会变的，判定时说明`,
          i ? '一般知识：附录的表不分材料' : temperature.source,
          i ? temperature.others : temperature.confidence,
        ),
      ),
    ],
  }
}

function thicknessRules(): RuleGroup {
  const { tables, ladders, sources, rules, words, kilovolts, overhead10, checkedOn } = thickness
  const from = sources as Record<string, string | undefined>
  const said = words as Record<string, string>
  return {
    title: '绝缘和护套厚度',
    note: '标称厚度，mm。没有列出的型号未能核实，不作判定。',
    rules: [
      ...Object.entries(tables).map(([id, [ladder, least, most, standard, level, upTo]]) => ({
        id: `T-${id}`,
        words: `${id} ${least}～${most} mm²绝缘：${steps(ladders[ladder as keyof typeof ladders])}`,
        source: standard as string,
        confidence: sure(level),
        checkedOn,
        ...(from[id] || upTo ? { remark: `${from[id] ?? `大于${upTo} mm²的未核对`}。` } : {}),
      })),
      ...Object.entries(ladders)
        .filter(([id]) => /^sheath/.test(id))
        .map(([id, ladder]) => ({
          id: `T-${id}`,
          words: `RVV护套（${id === 'sheath0' ? '60227 IEC 52' : `60227 IEC 53，${id.slice(6)}芯`}）：${steps(ladder)}`,
          source: 'GB/T 5023.5-2008',
          confidence: 'medium' as const,
          checkedOn,
        })),
      {
        id: 'T-kV',
        words: `中压交联聚乙烯绝缘：${Object.entries(kilovolts)
          .map(([voltage, t]) => `${voltage} kV ${t}`)
          .join('，')}`,
        source: from.kilovolts ?? '',
        confidence: 'medium',
        checkedOn,
      },
      {
        id: 'T-10kV',
        words: `10 kV架空绝缘电缆：普通绝缘${overhead10[0]}，薄绝缘${overhead10[1]}`,
        source: from.overhead10 ?? '',
        confidence: 'medium',
        checkedOn,
      },
      ...Object.entries(said).map(([id, text]) => {
        const [, , source, level] = (rules as unknown as Record<string, string[]>)[id] ?? []
        return {
          id: `T-rule-${id}`,
          words: text,
          source: source ?? '未核对原文',
          confidence: sure(level ?? 'low'),
          checkedOn,
        }
      }),
    ],
  }
}

function materialRules(): RuleGroup {
  const { rows, standards, doubts, conditions, source, checkedOn } = materials
  const named = [
    '抗张强度≥',
    '断裂伸长率≥',
    '老化后抗张强度≥',
    '老化后断裂伸长率≥',
    '变化率不超过±',
    '热失重≤',
    '热延伸负载下≤',
    '永久伸长≤',
  ]
  return {
    title: '绝缘和护套材料',
    note: `抗张强度 N/mm²，伸长率和变化率 %，热失重 mg/cm²。${conditions}。${source}。`,
    rules: Object.entries(rows).map(([code, row]) => {
      const [values, standard, level, ageing, hot] = row as [string, number, string, string, string?]
      const said = values.split(' ').flatMap((value, i) => {
        if (value === '-') return []
        return named[i] ? `${named[i]}${value}` : '耐臭氧试验后无可见裂纹'
      })
      const doubt = (doubts as Record<string, string | undefined>)[code]
      const borrowed = standard === 1 && level === 'high' ? '控制电缆、高于1kV的电缆借用此值，未逐字核对' : ''
      const remark = doubt || borrowed
      const sheath = /ST|SE/.test(code)
      return {
        id: `M-${code}`,
        words: `${code}（${sheath ? '护套' : '绝缘'}）：${said.join('，')}；老化${ageing}${hot ? `；热延伸${hot}` : ''}`,
        source: standards[standard]?.[sheath ? 1 : 0] ?? '',
        confidence: doubt ? ('low' as const) : sure(level),
        checkedOn,
        ...(remark ? { remark: `${remark}。` } : {}),
      }
    }),
  }
}

function testRules(): RuleGroup {
  const { rows, flame, checkedOn } = tests
  return {
    title: '检验项目和方法',
    rules: [
      ...Object.entries(rows).map(([id, [name, unit, method]]) => ({
        id: `I-${id}`,
        words: `${name}${unit ? `（${unit}）` : ''}`,
        source: method as string,
        confidence: 'high' as const,
        checkedOn,
      })),
      {
        id: 'I-flame-1',
        words: `单根垂直燃烧：${flame.single[2]}`,
        source: 'GB/T 18380.12-2022',
        confidence: sure(flame.single[3]),
        checkedOn,
      },
      {
        id: 'I-flame-2',
        words: `成束燃烧：${flame.bunched[1]}；每米非金属材料 ${Object.entries(flame.litres)
          .map(([category, litres]) => `${category}类${Number(litres) / 1000} L`)
          .join('、')}`,
        source: 'GB/T 18380.33～.36-2022',
        confidence: sure(flame.bunched[2]),
        checkedOn,
      },
      {
        id: 'I-rounding',
        words: '判定用修约值比较法：实测值四舍六入五成双，修约到限值的位数再比较；可以改用全数值比较法',
        source: 'GB/T 8170-2008；采用哪一种按实施细则',
        confidence: 'medium',
        checkedOn,
      },
    ],
  }
}

/** What is measured, how, and against which limit. */
export const limitRules = (): RuleGroup[] => [
  resistanceRules(),
  thicknessRules(),
  materialRules(),
  testRules(),
]
