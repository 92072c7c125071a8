import { choice, column, day, firstColumn, list, moment, people, prose, table, words } from '../field'
import { approvals, ownText, rows, seal, section, sign, type Template, text, to } from '../template'

const PRODUCT = '产品、批号、检验结论'
const WHERE = '生产者、流向'

const supervision: Template = {
  code: 'DOC-12',
  title: '挂牌督办通知书',
  fields: [
    words('file', '督办编号', { covers: '督办编号与级别（市级/报省级）', max: 60 }),
    choice('level', '督办级别', ['市级', '报省级'], { covers: '督办编号与级别（市级/报省级）' }),
    words('supervised', '被督办地区（单位）', { covers: '被督办地区（单位）' }),
    prose('matter', '督办事项与依据', { covers: '督办事项与依据（频发问题、区域性问题数据）' }),
    table(
      'figures',
      '问题数据',
      [
        firstColumn('what', '问题'),
        column('count', '数量', ['件', '家', '批次']),
        column('period', '时间范围'),
      ],
      { covers: '督办事项与依据（频发问题、区域性问题数据）', optional: true },
    ),
    list('goals', '整改要求与目标', { covers: '整改要求与目标' }),
    day('deadline', '完成时限', { covers: '完成时限' }),
    words('rhythm', '报告频次', { covers: '报告频次', max: 60 }),
    words('contact', '联系人', { covers: '联系人', max: 30 }),
    words('phone', '联系电话', { covers: '联系人', max: 30 }),
    prose('ending', '摘牌条件与程序', { covers: '摘牌条件与程序', max: 1000 }),
  ],
  parts: [
    to('supervised'),
    ownText('针对质量问题频发、存在区域性质量问题的情况，决定对你地区（单位）实施挂牌督办，现通知如下。', {
      law: '整治行动通知 五（二）',
    }),
    rows('file', 'level'),
    section('matter'),
    section('figures'),
    section('goals'),
    rows('deadline', 'rhythm', 'contact', 'phone'),
    section('ending'),
    seal(),
    approvals(),
  ],
}

const talk: Template = {
  code: 'DOC-13',
  title: '行政约谈通知书',
  titles: { field: 'stage', by: { 通知: '行政约谈通知书', 记录: '行政约谈记录' } },
  fields: [
    choice('stage', '文书类别', ['通知', '记录']),
    words('party', '被约谈单位', { covers: '被约谈单位、人员' }),
    people('invited', '被约谈人员', { covers: '被约谈单位、人员' }),
    prose('reason', '约谈事由', { covers: '事由' }),
    moment('at', '约谈时间', { covers: '时间、地点' }),
    words('place', '约谈地点', { covers: '时间、地点' }),
    prose('said', '约谈内容', { covers: '约谈内容' }),
    prose('promised', '承诺事项', { covers: '承诺与期限', optional: true }),
    day('promisedBy', '承诺完成期限', { covers: '承诺与期限', optional: true }),
    people('hosts', '约谈人', { covers: '签字' }),
  ],
  parts: [
    to('party'),
    ownText('现依法对你单位进行行政约谈，有关事项如下。', { law: '整治行动通知 五（二）' }),
    rows('invited', 'at', 'place', 'hosts'),
    section('reason'),
    section('said'),
    section('promised'),
    rows('promisedBy', 'stage'),
    sign('被约谈人', { covers: '签字' }),
    sign('约谈人', { covers: '签字' }),
    seal(),
    approvals(),
  ],
}

const circular: Template = {
  code: 'DOC-25',
  title: '不合格产品信息通报函',
  fields: [
    words('told', '受函单位'),
    words('product', '产品名称和型号规格', { covers: PRODUCT }),
    words('batch', '批号或者生产日期', { covers: PRODUCT, max: 60 }),
    prose('verdict', '检验结论', { covers: PRODUCT, max: 1000 }),
    words('report', '检验报告编号', { covers: PRODUCT, max: 60, optional: true }),
    words('producer', '生产者', { covers: WHERE }),
    words('producerAddress', '生产者地址', { covers: WHERE, optional: true }),
    prose('spread', '产品流向', { covers: WHERE, max: 1000 }),
    list('advice', '建议措施', { covers: '建议措施' }),
    day('answerBy', '反馈期限', { covers: '反馈期限' }),
    words('contact', '联系人', { max: 30, optional: true }),
    words('phone', '联系电话', { max: 30, optional: true }),
  ],
  parts: [
    to('told'),
    ownText('现将本局发现的不合格产品信息通报如下。', { law: '整治行动通知 四（二）3；总局令第18号 44' }),
    rows('product', 'batch', 'report', 'producer', 'producerAddress'),
    section('verdict'),
    section('spread'),
    section('advice'),
    ownText('请于{answerBy}前反馈处理情况。', { covers: '反馈期限' }),
    rows('contact', 'phone'),
    seal(),
    approvals(),
  ],
}

const misconduct: Template = {
  code: 'DOC-26',
  title: '职务违法犯罪线索移送函',
  fields: [
    words('receiver', '受移送机关'),
    words('source', '线索来源', { covers: '线索来源' }),
    words('persons', '涉及人员', { covers: '涉及人员与事实', max: 300 }),
    prose('facts', '涉及的事实', { covers: '涉及人员与事实' }),
    list('materials', '材料清单', { covers: '材料清单' }),
    words('handler', '移送人', { max: 60, optional: true }),
  ],
  parts: [
    to('receiver'),
    ownText('本局在整治行动中发现下列线索，现予移送。', { law: '整治行动通知 五（三）；移送规定 19' }),
    rows('source', 'persons', 'handler'),
    section('facts'),
    section('materials'),
    text('程序规定 5', '对知悉的国家秘密、商业秘密和个人隐私应当依法予以保密。', { covers: '涉密保护' }),
    ownText('本函及所附材料仅供受移送机关办案使用。', { covers: '涉密保护' }),
    seal(),
    approvals(),
    ownText('回执：上述线索和材料已收到。'),
    sign('接收人', { note: '受移送机关（盖章）' }),
  ],
}

/** Papers of supervision, and to other departments. */
export const governance: readonly Template[] = [supervision, talk, circular, misconduct]
