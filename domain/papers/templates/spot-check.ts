import { amount, choice, column, day, firstColumn, officers, people, prose, table, words } from '../field'
import { approvals, ownText, rows, seal, section, sign, type Template, text, to } from '../template'

const METRES = ['米', '盘'] as const
const PRODUCT = '产品名称、型号规格、商标'
const STANDARD = '执行标准、生产日期/批号'
const PRODUCER = '标称生产者名称、地址、信用代码、电话'
const SAMPLED = '被抽样单位（生产/销售）名称、地址、信用代码、联系人、电话、企业规模'

const samplingSheet: Template = {
  code: 'DOC-02',
  title: '产品质量监督抽查抽样单',
  fields: [
    words('sheet', '抽样单编号', { covers: '抽样单编号', max: 40 }),
    words('task', '任务来源', { covers: '任务来源与抽查通知书号' }),
    words('notice', '抽查通知书号', { covers: '任务来源与抽查通知书号', max: 60 }),
    words('product', '产品名称', { covers: PRODUCT }),
    words('model', '型号规格', { covers: PRODUCT }),
    words('brand', '商标', { covers: PRODUCT, max: 60, optional: true }),
    words('standard', '执行标准', { covers: STANDARD }),
    words('batch', '生产日期或者批号', { covers: STANDARD, max: 60 }),
    words('licence', '许可证号或者CCC证书号', { covers: '许可证号或CCC号', max: 60, optional: true }),
    words('producer', '标称生产者', { covers: PRODUCER }),
    words('producerAddress', '生产者地址', { covers: PRODUCER, optional: true }),
    words('producerCode', '生产者统一社会信用代码', { covers: PRODUCER, max: 30, optional: true }),
    words('producerPhone', '生产者电话', { covers: PRODUCER, max: 30, optional: true }),
    choice('sampledAs', '抽样环节', ['生产', '销售'], { covers: SAMPLED }),
    words('sampled', '被抽样单位', { covers: SAMPLED }),
    words('sampledAddress', '被抽样单位地址', { covers: SAMPLED }),
    words('sampledCode', '统一社会信用代码', { covers: SAMPLED, max: 30 }),
    words('sampledContact', '联系人', { covers: SAMPLED, max: 30 }),
    words('sampledPhone', '联系电话', { covers: SAMPLED, max: 30 }),
    choice('sampledSize', '企业规模', ['大型', '中型', '小型', '微型'], { covers: SAMPLED, optional: true }),
    choice('place', '抽样地点', ['成品库', '货架', '网店'], { covers: '抽样地点（成品库/货架/网店）' }),
    amount('base', '抽样基数', METRES, { covers: '抽样基数（米/盘）' }),
    amount('test', '检验样品量', METRES, { covers: '检验样品量' }),
    amount('reserve', '备用样品量', METRES, { covers: '备用样品量' }),
    amount('price', '样品单价', ['元/米', '元/盘'], { covers: '样品单价与购买金额' }),
    amount('paid', '购买金额', ['元'], { covers: '样品单价与购买金额' }),
    words('sealing', '封样状态', { covers: '封样状态、封条编号' }),
    words('sealNumber', '封条编号', { covers: '封样状态、封条编号', max: 60 }),
    words('reserveAt', '备用样品存放处', { covers: '备用样品存放处' }),
    words('method', '抽样方法', { covers: '抽样方法' }),
    day('sampledOn', '抽样日期', { covers: '抽样日期' }),
    officers('samplers', '抽样人员', { covers: '抽样人员（≥2）签名及工作证号' }),
    choice('signing', '被抽样单位签名情况', ['已签名盖章', '拒绝签名'], {
      covers: '被抽样单位签名盖章/拒签见证人',
    }),
    words('witness', '见证人', { covers: '被抽样单位签名盖章/拒签见证人', max: 60, optional: true }),
    words('photos', '照片编号', { covers: '照片编号', optional: true }),
    prose('remark', '备注', { covers: '备注', max: 500, optional: true }),
  ],
  parts: [
    rows('sheet', 'task', 'notice'),
    rows('product', 'model', 'brand', 'standard', 'batch', 'licence'),
    rows('producer', 'producerAddress', 'producerCode', 'producerPhone'),
    rows(
      'sampledAs',
      'sampled',
      'sampledAddress',
      'sampledCode',
      'sampledContact',
      'sampledPhone',
      'sampledSize',
    ),
    rows('place', 'base', 'test', 'reserve', 'price', 'paid'),
    rows(
      'sealing',
      'sealNumber',
      'reserveAt',
      'method',
      'sampledOn',
      'samplers',
      'photos',
      'signing',
      'witness',
      'remark',
    ),
    text('程序规定 43', '被抽样单位{signing}，见证人：{witness}。', {
      when: { field: 'signing', is: ['拒绝签名'] },
    }),
    sign('抽样人员', { covers: '抽样人员（≥2）签名及工作证号' }),
    sign('被抽样单位', {
      note: '产品和样品情况属实（签名、盖章）',
      covers: '被抽样单位签名盖章/拒签见证人',
    }),
    sign('见证人', { covers: '被抽样单位签名盖章/拒签见证人' }),
  ],
}

const announcement: Template = {
  code: 'DOC-03',
  title: '产品质量监督抽查通知书',
  fields: [
    words('sampled', '被抽样单位', { covers: '被抽样单位' }),
    prose('basis', '抽查依据', { covers: '抽查依据', max: 1000 }),
    words('product', '产品名称', { covers: '产品名称' }),
    words('samplingBody', '抽样机构', { covers: '抽样机构和人员' }),
    people('samplers', '抽样人员', { covers: '抽样机构和人员', least: 2 }),
    words('laboratory', '检验机构', { covers: '检验机构' }),
    day('validUntil', '有效期至', { covers: '有效期' }),
    words('contact', '联系人', { max: 30, optional: true }),
    words('phone', '联系电话', { max: 30, optional: true }),
  ],
  parts: [
    to('sampled'),
    text('产品质量法 15', '本局依法对你单位生产（销售）的产品实施监督抽查，现将有关事项通知如下。'),
    section('basis'),
    rows('product', 'samplingBody', 'samplers', 'laboratory', 'validUntil', 'contact', 'phone'),
    text('产品质量法 16', '配合义务：对依法进行的产品质量监督检查，生产者、销售者不得拒绝。', {
      covers: '配合义务与权利告知',
    }),
    text(
      '产品质量法 15',
      '权利告知：检验抽取样品的数量不得超过检验的合理需要，并不得向被检查人收取检验费用。对抽查检验的结果有异议的，可以自收到检验结果之日起十五日内申请复检。',
      { covers: '配合义务与权利告知' },
    ),
    seal('公章'),
    approvals(),
  ],
}

const sealSlip: Template = {
  code: 'DOC-04',
  title: '封样单',
  fields: [
    words('sheet', '抽样单编号', { covers: '抽样单编号', max: 40 }),
    words('sample', '样品编号', { covers: '样品编号', max: 40 }),
    choice('use', '样品用途', ['检验样品', '备用样品'], { covers: '检验样品/备用样品' }),
    day('sealedOn', '封样日期', { covers: '封样日期' }),
    people('samplers', '抽样人员', { covers: '双方签字', least: 2 }),
    words('sampled', '被抽样单位', { covers: '双方签字' }),
  ],
  parts: [
    rows('sheet', 'sample', 'use', 'sealedOn', 'samplers', 'sampled'),
    sign('抽样人员', { covers: '双方签字' }),
    sign('被抽样单位', { covers: '双方签字' }),
  ],
}

const result: Template = {
  code: 'DOC-05',
  title: '检验结果告知书',
  fields: [
    words('told', '被告知单位', { covers: '被告知单位' }),
    words('product', '产品名称', { covers: '产品、规格、批号' }),
    words('model', '规格型号', { covers: '产品、规格、批号' }),
    words('batch', '批号', { covers: '产品、规格、批号', max: 60 }),
    words('report', '检验报告编号', { covers: '检验报告编号、检验机构', max: 60 }),
    words('laboratory', '检验机构', { covers: '检验报告编号、检验机构' }),
    table(
      'failed',
      '不合格项目',
      [
        firstColumn('item', '检验项目'),
        column('required', '标准要求'),
        column('measured', '检验值'),
        column('verdict', '判定'),
      ],
      { covers: '不合格项目、标准要求、检验值、判定' },
    ),
    words('objectionTo', '异议和复检申请递交处', { covers: '异议与复检权利（15日）、递交处' }),
    day('toldOn', '告知日期', { covers: '告知日期、送达方式' }),
    choice('way', '送达方式', ['直接送达', '留置送达', '电子送达', '邮寄送达', '委托送达', '公告送达'], {
      covers: '告知日期、送达方式',
    }),
    words('contact', '联系人', { covers: '联系人', max: 30 }),
    words('phone', '联系电话', { covers: '联系人', max: 30 }),
  ],
  parts: [
    to('told'),
    ownText('对你单位产品的检验已经结束，现将结果告知如下。', { law: '程序规定 32' }),
    rows('product', 'model', 'batch', 'report', 'laboratory'),
    section('failed'),
    text(
      '产品质量法 15',
      '对检验结果有异议的，可以自收到检验结果之日起十五日内，向实施监督抽查的市场监督管理部门或者其上级市场监督管理部门申请复检。递交处：{objectionTo}。',
      { covers: '异议与复检权利（15日）、递交处' },
    ),
    rows('toldOn', 'way', 'contact', 'phone'),
    seal(),
    approvals(),
  ],
}

const conclusion: Template = {
  code: 'DOC-08',
  title: '复查结论通知书',
  fields: [
    words('reviewed', '复查单位', { covers: '复查单位' }),
    words('notice', '责令改正通知书编号', { max: 60, optional: true }),
    words('sample', '样品', { covers: '样品与检验结果', optional: true }),
    words('report', '检验报告编号', { covers: '样品与检验结果', max: 60, optional: true }),
    prose('found', '复查情况和检验结果', { covers: '样品与检验结果' }),
    choice('conclusion', '结论', ['合格', '不合格'], { covers: '结论（合格/不合格）' }),
    prose('next', '恢复生产销售或者后续措施', { covers: '恢复生产销售或后续措施', max: 1000 }),
    day('reviewedOn', '复查日期', { covers: '日期' }),
    officers('officers', '复查人员'),
  ],
  parts: [
    to('reviewed'),
    ownText('本局于{reviewedOn}对你单位的改正情况进行了复查，现将结论通知如下。', { law: '总局令第18号 47' }),
    rows('notice', 'sample', 'report', 'officers'),
    section('found'),
    ownText('复查结论：{conclusion}。', { covers: '结论（合格/不合格）' }),
    section('next'),
    seal('日期'),
    approvals(),
  ],
}

/** Papers of a product spot check (监督抽查). */
export const spotCheck: readonly Template[] = [samplingSheet, announcement, sealSlip, result, conclusion]
