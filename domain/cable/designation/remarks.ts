import type { Flame, Metal } from '../cable'

/** What a word beside the designation says: colour, length, trade talk. */
export type Remark = {
  length: number
  meaning: string
  count?: number
  metal?: Metal
  flame?: Pick<Flame, 'category'>
  fire?: true
}

const PRODUCT = /^[\u4e00-\u9fff]+[缆线](?![\u4e00-\u9fff])/
const PLAIN: readonly [RegExp, string][] = [
  [/^\d{1,6}(?:\.\d{1,3})? ?(?:米|K?M|公里|千米)(?![A-Z²2㎡])(?: ?\/ ?[卷盘圈轴箱])?/, '长度'],
  [/^±? ?\d{1,3}(?:\.\d{1,3})? ?%/, '允差'],
  [/^[红黄蓝绿黑白棕灰橙紫双]+(?:\/[红黄蓝绿黑白棕灰橙紫]+)*色?线?(?![\u4e00-\u9fff])/, '颜色'],
  [PRODUCT, '品名或厂名'],
  // How a drawing says where the cable lies: SC50, WC, JDG20.
  [/^(?:(?:SC|PC|TC|MT|CT|MR|JDG|KBG)\d{0,3}|[WCF]C|[WC]E|SCE|WS)(?![A-Z\d])/, '敷设方式'],
  [/^(?:国标|保检|足米|足芯|纯铜|无氧铜)/, '商家用语'],
  [/^XK06-?001-?\d{5}/, '生产许可证编号'],
  [/^(?:CCC|3C)(?![×X\d.])(?:认证)?/, 'CCC标志'],
  [/^(?:规格型号|型号规格|型号|规格|额定电压|电压|执行标准|标准)/, '栏目名'],
  [/^(?:MM ?[2²]?|㎟|㎡|²|平方(?:毫米)?|K?V|[芯℃根米卷盘])(?![A-Z])/, '单位'],
]

/** A word that is neither type, voltage nor section, at the start of `text`; undefined when unknown. */
export function readRemark(text: string): Remark | undefined {
  const count = /^([单双两一二三四五六七八九十]|\d{1,2})芯线?(?![\u4e00-\u9fff])/.exec(text)
  if (count) {
    const word = count[1] as string
    const cores = Number(word) || '一二三四五六七八九十'.indexOf(word) + 1 || (word === '单' ? 1 : 2)
    return { length: count[0].length, meaning: `${cores}芯`, count: cores }
  }
  for (const [pattern, meaning] of PLAIN) {
    const found = pattern.exec(text)
    if (found) return { length: found[0].length, meaning, ...metalOf(found[0]) }
  }
  const flame = /^阻燃(?:([ABCD])[类级]?|型)?/.exec(text)
  if (flame) {
    const category = flame[1] as Flame['category']
    return {
      length: flame[0].length,
      meaning: `阻燃${category ? `${category}类` : ''}`,
      flame: category ? { category } : {},
    }
  }
  if (/^耐火/.test(text)) return { length: 2, meaning: '耐火', fire: true }
  const metal = /^[铜铝](?:合金)?(?:芯|导体)?(?![\u4e00-\u9fff])/.exec(text)
  return metal ? { length: metal[0].length, meaning: '导体', ...metalOf(metal[0]) } : undefined
}

const metalOf = (word: string): Pick<Remark, 'metal'> => {
  const found = /铝合金|^铝|铝芯|^铜|铜芯/.exec(word)?.[0]
  if (!found) return {}
  return { metal: /铜/.test(found) ? 'copper' : /合/.test(found) ? 'aluminium alloy' : 'aluminium' }
}
