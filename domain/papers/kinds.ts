/** Where a paper may be shown: 公开 may be published, 内部 stays with the offices and whom it was served on. */
export type Published = '公开' | '内部'

/** What an office must know of a kind of paper before it opens one: light enough for any list. */
export type PaperKind = {
  /** DOC-01 … DOC-26, domain/data/documents.json. */
  code: string
  /** What people call it; what stands on the sheet is the template's title. */
  name: string
  numbered: boolean
  /** The word in its number: 信市监责改〔2026〕18号. */
  word?: string
  /** The word is our own: 依据待核, until the unit's legal office has agreed to it. */
  wordProposed?: true
  /** It burdens somebody: never approved in a batch (domain/16, approval). */
  burdens: boolean
  /** It carries the unit's seal. */
  sealed: boolean
  published: Published
}

const kind = (
  code: string,
  name: string,
  word: string | undefined,
  marks: '' | '负担' | '公章' | '负担 公章',
  published: Published = '内部',
): PaperKind => ({
  code,
  name,
  numbered: word !== undefined,
  ...(word ? { word, wordProposed: true } : {}),
  burdens: marks.includes('负担'),
  sealed: marks.includes('公章'),
  published,
})

/**
 * The 26 kinds of paper (domain/12). Which of them burden, are sealed or numbered follows from their form and basis
 * where these say so (公章, 编号, 文号), else it is a proposal, on the careful side.
 */
export const paperKinds: readonly PaperKind[] = [
  kind('DOC-01', '现场笔录', undefined, ''),
  kind('DOC-02', '监督抽查抽样单', '抽样', ''),
  kind('DOC-03', '监督抽查通知书', '抽通', '负担 公章'),
  kind('DOC-04', '封样单', undefined, ''),
  kind('DOC-05', '检验结果告知书', '检告', '负担 公章'),
  kind('DOC-06', '责令改正通知书', '责改', '负担 公章'),
  // Written by the enterprise: no number of the office's.
  kind('DOC-07', '整改报告和复查申请书', undefined, ''),
  kind('DOC-08', '复查结论通知书', '复结', '负担 公章'),
  kind('DOC-09', '送达回证', undefined, ''),
  kind('DOC-10', '案件移送函', '案移', '负担 公章'),
  kind('DOC-11', '涉嫌犯罪案件移送书', '罪移', '负担 公章'),
  kind('DOC-12', '挂牌督办通知书', '督办', '负担 公章'),
  kind('DOC-13', '行政约谈通知书', '约谈', '负担 公章'),
  kind('DOC-14', '立案审批表', '立审', '负担'),
  kind('DOC-15', '先行登记保存证据通知书', '登存', '负担 公章'),
  kind('DOC-16', '查封、扣押决定书', '强措', '负担 公章'),
  kind('DOC-17', '询问笔录', undefined, ''),
  kind('DOC-18', '限期提供材料通知书', '限提', '负担 公章'),
  kind('DOC-19', '协助调查函', '协查', '公章'),
  kind('DOC-20', '案件来源登记表', '案源', ''),
  kind('DOC-21', '行政处罚决定书', '处罚', '负担 公章', '公开'),
  kind('DOC-22', '投诉登记表', '诉登', ''),
  kind('DOC-23', '举报登记表', '举登', ''),
  kind('DOC-24', '投诉处理决定书、调解书', '诉决', '负担 公章'),
  kind('DOC-25', '不合格产品信息通报函', '质通', '负担 公章'),
  kind('DOC-26', '职务违法犯罪线索移送函', '线移', '负担 公章'),
]

const byCode = new Map(paperKinds.map(one => [one.code, one]))

/** The kind with this code, or undefined. */
export const paperKindOf = (code: string): PaperKind | undefined => byCode.get(code)
