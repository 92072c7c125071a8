import data from './data/checklists.json'
import type { EnterpriseKind } from './enterprise'

export type Severity = 'A' | 'B' | 'C'

export type ChecklistItem = {
  id: string
  group: string
  /** What must be so (检查事项). */
  item: string
  lookAt: string
  /** Law and article; where `basisToCheck`, recalled and not read: shown as 依据待核. */
  basis: string
  basisToCheck: boolean
  severity: Severity
  ifNot: string
  notice: string
  /** Asks for a quick test on site (现场快检). Source: own proposal. */
  quickTest?: boolean
  /** What a 责令改正 says of it; none where nothing can be ordered. Source: own proposal, edited by the officer. */
  order?: { fact: string; correction: string; duty: string }
}

/** The two checklists of domain/08: 22 items for a producer, 11 for a seller. */
export const checklists: Record<EnterpriseKind, readonly ChecklistItem[]> = {
  producer: data.producer as ChecklistItem[],
  seller: data.seller as ChecklistItem[],
}

/** The edition in force, stored with every check. */
export const EDITION = '2021-06'

/** Which answer an item may have. */
export const results = ['符合', '基本符合', '不符合', '不适用', '无法检查'] as const
export type Result = (typeof results)[number]

/** What a severity asks for. Source: own proposal (domain/08). */
export const severities: Record<Severity, string> = data.severities

export const isItem = (kind: EnterpriseKind, item: string): boolean =>
  checklists[kind].some(row => row.id === item)

export function itemOf(item: string): ChecklistItem | undefined {
  return [...checklists.producer, ...checklists.seller].find(row => row.id === item)
}

/** The first clause of an item, brackets kept: “许可（认证）一致性：实际产品…” → “许可（认证）一致性”. */
export const shortName = (item: ChecklistItem): string => item.item.split(/[：，；]/)[0] as string

// What is found again and again, so that a gloved hand taps instead of typing. Source: own proposal.
const COMMON: Record<string, readonly string[]> = {
  'P-01': ['实际生产地址与执照不一致', '超出经营范围生产', '未能出示营业执照'],
  'P-02': ['许可证已过有效期', '超出许可规格生产', '未能出示许可证'],
  'P-03': ['CCC证书已暂停', 'CCC证书已注销', '超出CCC证书规格生产'],
  'P-06': ['印字缺少规格', '印字缺少厂名', '无合格证', '未标注许可证编号'],
  'P-09': ['无进货查验记录', '无供应商材质单', '材质单与领料不一致'],
  'P-12': ['出厂检验项目不全', '无出厂检验原始记录', '未逐批检验'],
  'P-13': ['检定证书已过有效期', '电阻测试仪未检定', '缺少老化箱'],
  'P-18': ['实测导体电阻偏大', '绝缘厚度不足', '米数不足'],
  'S-02': ['无进货台账', '无合格证明', '无检验报告'],
  'S-05': ['无厂名厂址', '无合格证', '无规格标识'],
  'S-06': ['米数不足', '截面明显偏小', '标称与实物不符'],
}

/** Findings to tap for an item; a general one where none is usual. */
export const commonFindings = (item: string): readonly string[] =>
  COMMON[item] ?? ['记录不全', '未能提供资料', '与实际不一致']
