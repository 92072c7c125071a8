import type { Confidence } from '../confidence'

/** When these rules were last held against their sources. */
export const checkedOn = '2026-11-23'

/** The rules by which codes are read, for the page that lists all rules; no code is read with it. */
export const identifierRules: readonly {
  name: string
  rule: string
  source: string
  confidence: Confidence
}[] = [
  {
    name: '统一社会信用代码',
    rule: '18位，第18位为校验码；真实代码也有校验不符的，只提示，不阻止',
    source: 'GB 32100-2015',
    confidence: 'high',
  },
  {
    name: '组织机构代码（信用代码第9至17位）',
    rule: '末位为校验码',
    source: 'GB 11714-1997',
    confidence: 'high',
  },
  {
    name: '营业执照注册号',
    rule: '15位，末位一般按模11,10校验，不符的只提示',
    source: 'GS 15-2006附录A，算法按ISO 7064',
    confidence: 'medium',
  },
  {
    name: '生产许可证编号',
    rule: 'XK06-001加5位顺序号，前面可有省份简称',
    source: '一般知识；省份简称见于公开资料一例',
    confidence: 'medium',
  },
  {
    name: 'CCC证书编号',
    rule: '16位：年份、认证机构、产品类别、顺序号，没有校验码',
    source: '三处网页所述结构一致，未读到原文',
    confidence: 'medium',
  },
  {
    name: 'CCC产品类别',
    rule: '0104可能是橡皮绝缘，0105可能是聚氯乙烯绝缘',
    source: '一般知识',
    confidence: 'low',
  },
  {
    name: '商品条码',
    rule: '8、12、13、14位，末位为校验码；690至699为中国注册，不表示产地',
    source: 'GB 12904；GS1通用规范',
    confidence: 'high',
  },
  {
    name: 'GS1数字链接',
    rule: '/01/加14位商品条码，其后依次为22、10、21；日期、重量、长度作参数',
    source: 'GS1 Digital Link URI Syntax 1.x',
    confidence: 'high',
  },
  {
    name: '电话号码',
    rule: '手机11位，第2位为3至9；座机7或8位，可带区号',
    source: '一般知识',
    confidence: 'medium',
  },
  {
    name: '居民身份证号码',
    rule: '18位，属于个人信息，不读取、不显示',
    source: 'GB 11643；个人信息保护法第6条',
    confidence: 'high',
  },
]
