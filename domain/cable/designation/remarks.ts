import type { Flame, Metal } from '../cable'

/** What a word beside the designation says: colour, length, trade talk. */
export type Remark = {
  length: number
  meaning: string
  count?: number
  /** `clad`: two metals, as in 铜包铝, which no type of ours has. */
  metal?: Metal | 'clad'
  /** Tinned; `conductor` where the word leaves no doubt that it is not the screen. */
  tinned?: 'conductor' | 'something'
  flame?: Pick<Flame, 'category'>
  fire?: true
}

const PRODUCT = /^[\u4e00-\u9fff]+[缆线](?![\u4e00-\u9fff])/
// GB/T 4910 calls tinned wires TXR. Tinned wires (丝) may be those of the screen.
const TINNED = /^(?:镀锡(?:铜|导体|芯)?(?:芯|导体|线芯)?(?![\u4e00-\u9fff])|TXRX?(?![A-Z\d]))/
const CLAD = /^(?:铜包[铝钢铁](?:芯|导体)?|CC(?:A[MW]?|S)(?![A-Z\d]))/
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
  const tinned = TINNED.exec(text)
  if (tinned)
    return {
      length: tinned[0].length,
      meaning: '镀锡铜导体',
      tinned: /TX|[芯导]/.test(tinned[0]) ? 'conductor' : 'something',
    }
  const clad = CLAD.exec(text)
  if (clad)
    return {
      length: clad[0].length,
      meaning: `${/钢|铁|S/.test(clad[0]) ? '铜包钢' : '铜包铝'}导体，不是铜`,
      metal: 'clad',
    }
  const count = /^([单双两一二三四五六七八九十]|\d{1,2})芯线?(?![\u4e00-\u9fff])/.exec(text)
  if (count) {
    const word = count[1] as string
    const cores = Number(word) || '一二三四五六七八九十'.indexOf(word) + 1 || (word === '单' ? 1 : 2)
    return { length: count[0].length, meaning: `${cores}芯`, count: cores }
  }
  for (const [pattern, meaning] of PLAIN) {
    const found = pattern.exec(text)
    if (found) {
      const tinned = /镀锡铜?(芯|导体)|镀锡(?!铜?丝)/.exec(found[0])
      const said: Remark = { length: found[0].length, meaning, ...metalOf(found[0]) }
      return tinned ? { ...said, tinned: tinned[1] ? 'conductor' : 'something' } : said
    }
  }
  const flame = /^(?:([ABCD])[类级])?阻燃(?:([ABCD])[类级]?|型)?/.exec(text)
  if (flame) {
    const category = (flame[1] ?? flame[2]) as Flame['category']
    return {
      length: flame[0].length,
      meaning: `阻燃${category ? `${category}类` : ''}`,
      flame: category ? { category } : {},
    }
  }
  if (/^耐火/.test(text)) return { length: 2, meaning: '耐火', fire: true }
  const metal = /^(?:[铜铝](?:合金)?(?:芯|导体)?(?![\u4e00-\u9fff])|(?:CU|AL)(?![A-Z\d]))/.exec(text)
  return metal ? { length: metal[0].length, meaning: '导体', ...metalOf(metal[0]) } : undefined
}

// Words that name a metal but not the conductor's: screens, armour, sheaths, towns.
const OTHER = /[铜铝钢](?:合金)?(?:塑|[带丝箔])+|铝(?:护|包)?套|铜[陵川仁]/g

/** Whether a word nobody could read may tell another conductor. */
export const namesMetal = (word: string): boolean => /[铜铝]|[钢铁]芯/.test(word.replace(OTHER, ''))

function metalOf(word: string): Pick<Remark, 'metal'> {
  const bare = word.replace(OTHER, '')
  const copper = /铜|CU/.test(bare)
  if (copper && /包|铝/.test(bare)) return { metal: 'clad' }
  return copper
    ? { metal: 'copper' }
    : /铝|^AL/.test(bare)
      ? { metal: /铝合金|合金铝/.test(bare) ? 'aluminium alloy' : 'aluminium' }
      : {}
}
