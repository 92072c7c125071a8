import { amount, choice, day, list, moment, prose, words } from '../field'
import { approvals, ownText, rows, seal, section, sign, type Template, text } from '../template'

const COMPLAINANT = '投诉人姓名、电话、住址'
const TRADER = '被投诉人名称、联系人、地址、电话'
const DISPUTE = '消费者权益争议事实（内容、时间、地点、金额、争议情况）'
const REPORTER = '举报人姓名、电话、住址（可选）'
const REPORTED = '被举报人名称、地址'
const DECISION = '决定与理由'

const complaint: Template = {
  code: 'DOC-22',
  title: '投诉登记表',
  fields: [
    words('complainant', '投诉人', { covers: COMPLAINANT, max: 60 }),
    words('complainantPhone', '投诉人电话', { covers: COMPLAINANT, max: 30 }),
    words('complainantAddress', '投诉人住址', { covers: COMPLAINANT }),
    words('trader', '被投诉人', { covers: TRADER }),
    words('traderContact', '被投诉人联系人', { covers: TRADER, max: 30, optional: true }),
    words('traderAddress', '被投诉人地址', { covers: TRADER }),
    words('traderPhone', '被投诉人电话', { covers: TRADER, max: 30, optional: true }),
    words('bought', '商品或者服务', { covers: DISPUTE }),
    day('boughtOn', '消费日期', { covers: DISPUTE }),
    words('boughtAt', '消费地点', { covers: DISPUTE }),
    amount('price', '涉及金额', ['元'], { covers: DISPUTE }),
    prose('dispute', '争议情况', { covers: DISPUTE }),
    choice(
      'requests',
      '投诉请求',
      ['修理', '重作', '更换', '退货', '补足数量', '退还货款和服务费用', '赔偿损失', '其他'],
      {
        covers: '投诉请求（修理、重作、更换、退货、补足数量、退还货款和服务费用、赔偿损失等）',
        many: true,
      },
    ),
    list('evidence', '证据目录', { covers: '证据目录', optional: true }),
    day('madeOn', '投诉日期', { covers: '签字、日期' }),
  ],
  order: [['boughtOn', 'madeOn']],
  parts: [
    rows('complainant', 'complainantPhone', 'complainantAddress'),
    rows('trader', 'traderContact', 'traderAddress', 'traderPhone'),
    rows('bought', 'boughtOn', 'boughtAt', 'price', 'requests'),
    section('dispute'),
    section('evidence'),
    rows('madeOn'),
    sign('投诉人', { covers: '签字、日期' }),
    sign('登记人'),
  ],
}

const report: Template = {
  code: 'DOC-23',
  title: '举报登记表',
  fields: [
    words('reporter', '举报人', { covers: REPORTER, max: 60, optional: true }),
    words('reporterPhone', '举报人电话', { covers: REPORTER, max: 30, optional: true }),
    words('reporterAddress', '举报人住址', { covers: REPORTER, optional: true }),
    words('reported', '被举报人', { covers: REPORTED }),
    words('reportedAddress', '被举报人地址', { covers: REPORTED }),
    prose('clue', '具体线索与事实依据', { covers: '具体线索与事实依据' }),
    list('evidence', '证据', { covers: '证据', optional: true }),
    choice('open', '是否同意公开举报人信息', ['同意', '不同意'], { covers: '是否同意公开/是否奖励' }),
    choice('reward', '是否申请奖励', ['是', '否'], { covers: '是否同意公开/是否奖励' }),
    moment('madeAt', '举报时间'),
  ],
  parts: [
    rows('reporter', 'reporterPhone', 'reporterAddress', 'reported', 'reportedAddress', 'madeAt'),
    section('clue'),
    section('evidence'),
    rows('open', 'reward'),
    text(
      '投诉举报处理暂行办法 24',
      '举报人应当提供涉嫌违反市场监督管理法律、法规、规章的具体线索，对举报内容的真实性负责。',
    ),
    sign('登记人'),
  ],
}

const decision: Template = {
  code: 'DOC-24',
  title: '投诉受理决定书',
  titles: {
    field: 'decision',
    by: {
      受理: '投诉受理决定书',
      不予受理: '投诉不予受理决定书',
      终止调解: '投诉终止调解决定书',
      调解: '投诉调解书',
    },
  },
  fields: [
    choice('decision', '决定', ['受理', '不予受理', '终止调解', '调解'], { covers: DECISION }),
    words('file', '投诉编号', { covers: '编号', max: 60 }),
    words('complainant', '投诉人', { covers: '投诉人/被投诉人', max: 60 }),
    words('trader', '被投诉人', { covers: '投诉人/被投诉人' }),
    prose('matter', '投诉事项', { max: 2000 }),
    prose('reason', '理由（调解协议内容）', { covers: DECISION }),
    day('decidedOn', '决定日期', { covers: '盖章日期' }),
    words('phone', '联系电话', { max: 30, optional: true }),
  ],
  parts: [
    rows('file', 'complainant', 'trader', 'phone'),
    section('matter'),
    ownText('经审查，本局决定：{decision}。', { law: '总局令第121号 15, 16, 23, 24', covers: DECISION }),
    section('reason'),
    text(
      '消费者权益保护法 39',
      '消费者和经营者发生消费者权益争议的，还可以通过下列途径解决：（一）与经营者协商和解；（二）请求消费者协会或者依法成立的其他调解组织调解；（三）向有关行政部门投诉；（四）根据与经营者达成的仲裁协议提请仲裁机构仲裁；（五）向人民法院提起诉讼。',
      { covers: '救济途径' },
    ),
    rows('decidedOn'),
    sign('投诉人', { when: { field: 'decision', is: ['调解'] } }),
    sign('被投诉人', { when: { field: 'decision', is: ['调解'] } }),
    seal('盖章日期'),
    approvals(),
  ],
}

/** Complaints of consumers and reports. */
export const complaints: readonly Template[] = [complaint, report, decision]
