import { amount, choice, day, list, moment, officers, party, partyRows, prose, words } from '../field'
import { approvals, ownText, rows, seal, section, sign, type Template, text, to } from '../template'

const YUAN = ['元', '万元'] as const
const ATTACHED = '附：调查报告、涉案物品清单、检验报告/鉴定结论、其他材料'
const SUMS = '案情与涉案金额（已售、未售货值）'

const source: Template = {
  code: 'DOC-20',
  title: '案件来源登记表',
  fields: [
    choice('source', '来源类型', ['监督检查', '投诉', '举报', '其他部门移送', '上级交办', '其他'], {
      covers: '来源类型',
    }),
    moment('registeredAt', '登记时间', { covers: '登记时间' }),
    ...party(undefined),
    prose('clue', '线索内容', { covers: '线索内容' }),
    prose('opinion', '处理意见', { covers: '处理意见', max: 1000 }),
    words('registrar', '登记人', { max: 30 }),
  ],
  parts: [
    rows('source', 'registeredAt', 'registrar', ...partyRows),
    section('clue'),
    section('opinion'),
    text(
      '程序规定 18',
      '自发现线索或者收到材料之日起十五个工作日内予以核查，由本局负责人决定是否立案；特殊情况下，经本局负责人批准，可以延长十五个工作日。',
    ),
    approvals('处理意见'),
    sign('登记人'),
  ],
}

const opening: Template = {
  code: 'DOC-14',
  title: '立案审批表',
  titles: { field: 'decision', by: { 立案: '立案审批表', 不予立案: '不予立案审批表' } },
  fields: [
    choice('decision', '拟办意见', ['立案', '不予立案']),
    words('source', '案源', { covers: '案源' }),
    day('foundOn', '发现线索或者收到材料日期', { covers: '线索时间' }),
    ...party('当事人'),
    prose('evidence', '初步证据', { covers: '初步证据' }),
    prose('reason', '立案依据或者不予立案理由', { covers: '拟立案依据或不予立案理由' }),
    officers('handlers', '承办人', { covers: '承办人' }),
    prose('opinion', '负责人意见', { covers: '负责人意见与日期', max: 500, optional: true }),
    day('decidedOn', '负责人批准日期', { covers: '负责人意见与日期', optional: true }),
  ],
  order: [['foundOn', 'decidedOn']],
  parts: [
    rows('source', 'foundOn', ...partyRows),
    section('evidence'),
    section('reason'),
    text(
      '程序规定 19',
      '立案条件：（一）有证据初步证明存在违反市场监督管理法律、法规、规章的行为；（二）依据市场监督管理法律、法规、规章应当给予行政处罚；（三）属于本部门管辖；（四）在给予行政处罚的法定期限内。',
      { when: { field: 'decision', is: ['立案'] } },
    ),
    text(
      '程序规定 20',
      '可以不予立案的情形：（一）违法行为轻微并及时改正，没有造成危害后果；（二）初次违法且危害后果轻微并及时改正；（三）当事人有证据足以证明没有主观过错，但法律、行政法规另有规定的除外；（四）依法可以不予立案的其他情形。',
      { when: { field: 'decision', is: ['不予立案'] } },
    ),
    rows('decision', 'handlers', 'opinion', 'decidedOn'),
    sign('承办人', { covers: '承办人' }),
    approvals('负责人意见与日期'),
    sign('负责人', { covers: '负责人意见与日期' }),
  ],
}

const transfer: Template = {
  code: 'DOC-10',
  title: '案件移送函',
  fields: [
    words('receiver', '受移送机关', { covers: '受移送机关' }),
    words('caseName', '案件名称', { covers: '案件名称与来源' }),
    words('source', '案件来源', { covers: '案件名称与来源' }),
    ...party('当事人'),
    prose('facts', '简要案情', { covers: '简要案情与证据目录' }),
    list('evidence', '证据目录', { covers: '简要案情与证据目录' }),
    prose('reason', '移送理由和法律依据', { covers: '移送理由和法律依据' }),
    list('attached', '附件清单', { covers: '附件清单' }),
    officers('handlers', '承办人', { covers: '承办人、日期、回执' }),
    words('phone', '联系电话', { max: 30, optional: true }),
  ],
  parts: [
    to('receiver'),
    text('程序规定 14, 17', '本局在查处{caseName}中发现，该案不属于本局管辖，现依法将案件移送你单位处理。'),
    rows('source', ...partyRows),
    section('facts'),
    section('evidence'),
    section('reason'),
    section('attached'),
    rows('handlers', 'phone'),
    seal('承办人、日期、回执'),
    approvals(),
    ownText('回执：上述案件材料已收到。', { covers: '承办人、日期、回执' }),
    sign('收件人', { note: '受移送机关（盖章）', covers: '承办人、日期、回执' }),
  ],
}

const crime: Template = {
  code: 'DOC-11',
  title: '涉嫌犯罪案件移送书',
  fields: [
    words('sender', '移送机关', { covers: '移送机关与受移送公安机关' }),
    words('police', '受移送公安机关', { covers: '移送机关与受移送公安机关' }),
    words('crime', '涉嫌罪名', { covers: '涉嫌罪名' }),
    ...party('当事人'),
    prose('facts', '案情', { covers: SUMS }),
    amount('sold', '已销售金额', YUAN, { covers: SUMS }),
    amount('unsold', '未销售货值金额', YUAN, { covers: SUMS }),
    words('inquiry', '涉嫌犯罪案件情况的调查报告', { covers: ATTACHED }),
    words('goods', '涉案物品清单', { covers: ATTACHED }),
    words('testReport', '检验报告或者鉴定结论', { covers: ATTACHED }),
    list('attached', '其他有关涉嫌犯罪的材料', { covers: ATTACHED, optional: true }),
    moment('approvedAt', '本局负责人批准移送时间', { covers: '负责人批准日期时间（24小时起算）' }),
    officers('handlers', '承办人'),
    words('receiver', '接收人', { covers: '回执与接收人', max: 60, optional: true }),
    moment('receivedAt', '接收时间', { covers: '回执与接收人', optional: true }),
  ],
  order: [['approvedAt', 'receivedAt']],
  parts: [
    to('police'),
    text('程序规定 17', '{sender}发现当事人{party}的行为涉嫌犯罪，现依法将案件移送你单位。'),
    rows('crime', 'sold', 'unsold', ...partyRows),
    section('facts'),
    rows('inquiry', 'goods', 'testReport'),
    section('attached'),
    rows('approvedAt', 'handlers'),
    ownText('自批准移送时起二十四小时内移送。', {
      law: '行政执法机关移送涉嫌犯罪案件的规定 5',
      covers: '负责人批准日期时间（24小时起算）',
    }),
    seal(),
    approvals(),
    ownText('回执：上述案件及材料已收到。接收人：{receiver}，接收时间：{receivedAt}。', {
      covers: '回执与接收人',
    }),
    sign('接收人', { note: '受移送公安机关（盖章）', covers: '回执与接收人' }),
  ],
}

const help: Template = {
  code: 'DOC-19',
  title: '协助调查函',
  fields: [
    words('asked', '受函单位', { covers: '受函单位' }),
    prose('facts', '事实', { covers: '事实' }),
    list('matters', '协查事项', { covers: '协查事项' }),
    day('deadline', '请于此日前函复', { covers: '期限（15工作日）' }),
    officers('handlers', '联系人'),
    words('phone', '联系电话', { max: 30 }),
  ],
  parts: [
    to('asked'),
    text('程序规定 45', '本局办理行政处罚案件，确需你单位协助调查取证，现函请协助。'),
    section('facts'),
    section('matters'),
    text(
      '程序规定 45',
      '请在接到本函之日起十五个工作日内完成相关工作，并于{deadline}前函复本局；需要延期完成的，请在期限届满前告知本局。',
      { covers: '期限（15工作日）' },
    ),
    rows('handlers', 'phone'),
    seal(),
    approvals(),
  ],
}

const penalty: Template = {
  code: 'DOC-21',
  title: '行政处罚决定书',
  fields: [
    ...party('当事人'),
    words('breach', '违法行为类型', { covers: '违法类型' }),
    prose('facts', '违反法律、法规、规章的事实', { covers: '内容与依据', max: 8000 }),
    list('evidence', '证据', { covers: '内容与依据' }),
    prose('pleading', '陈述、申辩的采纳情况及理由', { covers: '内容与依据' }),
    prose('penalty', '行政处罚的内容', { covers: '内容与依据' }),
    prose('basis', '行政处罚的依据', { covers: '内容与依据' }),
    prose('performance', '履行方式和期限', { covers: '内容与依据', max: 1000 }),
    words('reviewOrgan', '行政复议机关', {}),
    words('reviewTime', '申请行政复议的期限', { max: 60 }),
    words('court', '管辖的人民法院', {}),
    words('courtTime', '提起行政诉讼的期限', { max: 60 }),
    day('decidedOn', '作出决定的日期', { covers: '机关与日期' }),
  ],
  parts: [
    rows(...partyRows, 'breach'),
    section('facts'),
    section('evidence'),
    section('pleading'),
    section('basis'),
    section('penalty'),
    section('performance'),
    text(
      '程序规定 72, 75',
      '处以罚款、没收违法所得的，应当自收到本决定书之日起十五日内，通过指定银行或者电子支付系统缴纳罚没款；逾期不缴纳罚款的，可以每日按罚款数额的百分之三加处罚款，加处罚款的数额不得超出罚款的数额。',
    ),
    text(
      '程序规定 62 (六), 71',
      '不服本决定的，可以在{reviewTime}内向{reviewOrgan}申请行政复议，也可以在{courtTime}内向{court}提起行政诉讼。申请行政复议或者提起行政诉讼的，行政处罚不停止执行，法律另有规定的除外。',
    ),
    text('程序规定 63；公示规定 4', '本行政处罚决定将按照有关规定向社会公开。', { covers: '公示提示' }),
    rows('decidedOn'),
    seal('机关与日期'),
    approvals(),
  ],
  everySheet: ['文号'],
}

/** Papers of a case: from the clue to the decision, and to other authorities. */
export const cases: readonly Template[] = [source, opening, transfer, crime, help, penalty]
