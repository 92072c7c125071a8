import { choice, day, list, moment, officers, party, prose, words } from '../field'
import { approvals, ownText, rows, seal, section, sign, type Template, text, to } from '../template'

const order: Template = {
  code: 'DOC-06',
  title: '责令改正通知书',
  fields: [
    ...party('当事人'),
    list('facts', '违法事实', { covers: '违法事实', most: 22 }),
    list('breached', '违反条款', { covers: '违反条款', most: 22 }),
    list('corrections', '改正内容', { covers: '改正内容', most: 22 }),
    day('deadline', '改正期限', { covers: '改正期限（60日）' }),
    choice('stop', '停止生产销售同一产品', ['责令停止', '不涉及'], { covers: '停止生产销售同一产品' }),
    words('contact', '承办人', { max: 60, optional: true }),
    words('phone', '承办人电话', { max: 30, optional: true }),
  ],
  parts: [
    to('party'),
    rows('partyCode', 'partyAddress', 'partyHead', 'partyPhone'),
    ownText('经查，你单位存在下列行为：'),
    section('facts', { title: '' }),
    ownText('上述行为不符合下列规定：'),
    section('breached', { title: '' }),
    ownText('现责令你单位于{deadline}前（含当日）改正，具体要求如下：', {
      law: '行政处罚法 28；产品质量法 17',
      covers: '改正期限（60日）',
    }),
    section('corrections', { title: '' }),
    ownText('停止生产、销售同一产品：{stop}。复查合格前不得恢复生产、销售同一产品。', {
      law: '总局令第18号 45, 49',
      covers: '停止生产销售同一产品',
      when: { field: 'stop', is: ['责令停止'] },
    }),
    ownText('改正完成后，请提交整改情况和证明材料，由本局复查。逾期不改正的，将依法处理。', {
      law: '总局令第18号 46',
      covers: '整改报告与复查申请提示',
    }),
    ownText('对本通知有异议的，可以向本局陈述、申辩，也可以依法申请行政复议或者提起行政诉讼。', {
      law: '行政处罚法 7',
      covers: '救济途径',
    }),
    rows('contact', 'phone'),
    seal('公章、日期'),
    approvals(),
  ],
}

const report: Template = {
  code: 'DOC-07',
  title: '整改报告和复查申请书',
  writtenBy: '当事人',
  fields: [
    words('office', '报送机关'),
    words('party', '报告单位'),
    words('notice', '责令改正通知书编号', { max: 60, optional: true }),
    prose('cause', '不合格原因分析', { covers: '不合格原因分析' }),
    prose('stock', '在库和已售产品处置', { covers: '在库和已售产品处置（数量、流向、召回）' }),
    prose('measures', '纠正措施', { covers: '纠正措施与责任人' }),
    words('responsible', '责任人', { covers: '纠正措施与责任人', max: 60 }),
    day('doneOn', '完成日期', { covers: '完成日期' }),
    prose('selfTest', '自检结果', { covers: '自检结果' }),
    list('attached', '佐证材料', { covers: '佐证材料' }),
    day('appliedOn', '复查申请日期', { covers: '复查申请日期' }),
  ],
  order: [['doneOn', 'appliedOn']],
  parts: [
    to('office'),
    ownText('我单位已按要求整改，现报告整改情况，并申请复查。', { law: '总局令第18号 46, 47' }),
    rows('notice'),
    section('cause'),
    section('stock'),
    section('measures'),
    rows('responsible', 'doneOn'),
    section('selfTest'),
    section('attached'),
    rows('party', 'appliedOn'),
    sign('报告单位', { note: '法定代表人（负责人）签名，单位盖章' }),
  ],
}

const receipt: Template = {
  code: 'DOC-09',
  title: '送达回证',
  fields: [
    words('party', '受送达人', { covers: '受送达人' }),
    words('served', '送达文书名称', { covers: '文书名称与编号' }),
    words('servedNumber', '文书编号', { covers: '文书名称与编号', max: 60, optional: true }),
    choice('way', '送达方式', ['直接送达', '留置送达', '电子送达', '邮寄送达', '委托送达', '公告送达'], {
      covers: '送达方式（直接、留置、电子、邮寄、委托、公告）',
    }),
    words('place', '送达地点', { covers: '送达地点' }),
    moment('at', '送达时间', { covers: '送达时间' }),
    words('receiver', '签收人', { covers: '受送达人签名/代收人及关系', max: 60, optional: true }),
    words('relation', '代收人与受送达人的关系', {
      covers: '受送达人签名/代收人及关系',
      max: 60,
      optional: true,
    }),
    prose('refusal', '拒收事由', { covers: '拒收理由、见证人', max: 500, optional: true }),
    words('witness', '见证人', { covers: '拒收理由、见证人', max: 60, optional: true }),
    officers('officers', '送达人', { covers: '送达人（≥2）' }),
    prose('remark', '备注', { covers: '备注', max: 500, optional: true }),
  ],
  parts: [
    rows(
      'party',
      'served',
      'servedNumber',
      'way',
      'place',
      'at',
      'receiver',
      'relation',
      'refusal',
      'witness',
      'officers',
      'remark',
    ),
    text(
      '程序规定 82 (一)',
      '由受送达人在送达回证上注明签收日期，并签名或者盖章；受送达人在送达回证上注明的签收日期为送达日期。',
      { when: { field: 'way', is: ['直接送达'] } },
    ),
    text(
      '程序规定 82 (二)',
      '受送达人或者其同住成年家属拒绝签收的，载明拒收事由和日期，由送达人、见证人签名或者以其他方式确认，将执法文书留在受送达人的住所；也可以将执法文书留在受送达人的住所，并采取拍照、录像等方式记录送达过程，即视为送达。',
      { when: { field: 'way', is: ['留置送达'] } },
    ),
    text(
      '程序规定 82 (三)',
      '受送达人已同意并签订送达地址确认书。电子方式到达受送达人特定系统的日期为送达日期，并已通过拍照、截屏、录音、录像等方式予以记录。',
      { when: { field: 'way', is: ['电子送达'] } },
    ),
    text('程序规定 82 (四)', '邮寄送达的，以回执上注明的收件日期为送达日期。', {
      when: { field: 'way', is: ['邮寄送达'] },
    }),
    text('程序规定 82 (四)', '委托、转交送达的，受送达人的签收日期为送达日期。', {
      when: { field: 'way', is: ['委托送达'] },
    }),
    text('程序规定 82 (五)', '自公告发布之日起经过三十日，即视为送达；原因和经过在案件材料中载明。', {
      when: { field: 'way', is: ['公告送达'] },
    }),
    sign('受送达人或者代收人', { covers: '受送达人签名/代收人及关系' }),
    sign('见证人', { covers: '拒收理由、见证人' }),
    sign('送达人', { covers: '送达人（≥2）' }),
  ],
}

/** Ordering a correction, answering it, and the proof that a paper arrived. */
export const correction: readonly Template[] = [order, report, receipt]
