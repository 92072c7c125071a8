import {
  choice,
  column,
  day,
  firstColumn,
  goods,
  moment,
  officers,
  party,
  partyRows,
  prose,
  table,
  words,
} from '../field'
import { approvals, ownText, rows, seal, section, sign, type Template, text, to } from '../template'

const REFUSED = ['拒绝签名', '无人在场'] as const
const signing = (covers: string) => [
  choice('signing', '当事人签名情况', ['已签名', ...REFUSED], { covers }),
  prose('refusal', '拒绝签名或者无人在场的情况', { covers, optional: true, max: 500 }),
  words('witness', '见证人', { covers, optional: true, max: 60 }),
]

// 程序规定 43, as it is said to those who write.
const refusalNoted = (covers?: string) =>
  text(
    '程序规定 43',
    '当事人{signing}，情况如下：{refusal}。已采取录音、录像等方式记录，见证人：{witness}。',
    { when: { field: 'signing', is: REFUSED }, ...(covers ? { covers } : {}) },
  )

const record: Template = {
  code: 'DOC-01',
  title: '现场笔录',
  fields: [
    moment('startedAt', '检查开始时间', { covers: '检查时间（起止到分）' }),
    moment('finishedAt', '检查结束时间', { covers: '检查时间（起止到分）' }),
    words('place', '检查地点', { covers: '检查地点' }),
    words('party', '检查对象', { covers: '检查对象名称、统一社会信用代码' }),
    words('partyCode', '统一社会信用代码', {
      covers: '检查对象名称、统一社会信用代码',
      max: 30,
      optional: true,
    }),
    words('present', '当事人或者在场人', {
      covers: '当事人或在场人姓名、证件号、职务、电话',
      max: 60,
      optional: true,
    }),
    words('presentId', '证件号码', {
      covers: '当事人或在场人姓名、证件号、职务、电话',
      max: 30,
      optional: true,
    }),
    words('presentDuty', '职务', {
      covers: '当事人或在场人姓名、证件号、职务、电话',
      max: 30,
      optional: true,
    }),
    words('presentPhone', '联系电话', {
      covers: '当事人或在场人姓名、证件号、职务、电话',
      max: 30,
      optional: true,
    }),
    officers('officers', '执法人员', { covers: '执法人员（≥2）姓名与执法证号' }),
    moment('shownAt', '出示执法证件时间', { covers: '出示证件告知' }),
    moment('toldAt', '告知权利时间', { covers: '告知申请回避权利' }),
    prose('notified', '通知当事人到场情况', { covers: '通知当事人到场情况', max: 500 }),
    prose('findings', '检查情况', {
      covers: '检查情况（事件、现场状况、产品、数量、标识）',
      max: 12_000,
    }),
    table('products', '现场产品', goods(column('marks', '标识')), {
      covers: '检查情况（事件、现场状况、产品、数量、标识）',
      optional: true,
    }),
    table(
      'evidence',
      '取证清单',
      [
        firstColumn('kind', '种类'),
        column('what', '内容'),
        column('amount', '数量', ['张', '段', '份', '件']),
      ],
      { covers: '取证清单（照片、录像、书证、样品）', optional: true },
    ),
    ...signing('当事人签名/拒签及注明、见证人'),
    words('recorder', '记录人', { covers: '记录人', max: 30 }),
  ],
  order: [
    ['startedAt', 'finishedAt'],
    ['startedAt', 'shownAt'],
    ['shownAt', 'finishedAt'],
    ['startedAt', 'toldAt'],
    ['toldAt', 'finishedAt'],
  ],
  parts: [
    rows(
      'startedAt',
      'finishedAt',
      'place',
      'party',
      'partyCode',
      'present',
      'presentId',
      'presentDuty',
      'presentPhone',
      'officers',
      'recorder',
    ),
    text(
      '程序规定 22',
      '告知：我们是{organ}的执法人员，现依法对你（单位）进行检查，已于{shownAt}向你出示执法证件，请你过目。',
      { covers: '出示证件告知' },
    ),
    text('程序规定 21, 4', '已于{toldAt}告知你（单位）依法享有陈述权、申辩权以及申请回避的权利。', {
      covers: '告知申请回避权利',
    }),
    section('notified'),
    section('findings'),
    section('products'),
    section('evidence'),
    refusalNoted('当事人签名/拒签及注明、见证人'),
    sign('当事人或者在场人', {
      note: '以上笔录经核对无误',
      covers: '当事人签名/拒签及注明、见证人',
    }),
    sign('见证人', { covers: '当事人签名/拒签及注明、见证人' }),
    sign('执法人员', { covers: '执法人员签名' }),
    sign('记录人', { covers: '记录人' }),
  ],
  everySheet: ['页码'],
}

const keeping: Template = {
  code: 'DOC-15',
  title: '先行登记保存证据通知书',
  fields: [
    ...party('当事人'),
    prose('suspicion', '涉嫌违法行为', { max: 1000 }),
    table('goods', '先行登记保存物品清单', goods(column('state', '状态')), {
      covers: '物品名称、规格、数量',
    }),
    words('keptAt', '存放处', { covers: '存放处' }),
    words('keeper', '保管人', { covers: '存放处', max: 60, optional: true }),
    day('from', '登记保存开始日', { covers: '期限（7个工作日）' }),
    day('until', '登记保存期满日', { covers: '期限（7个工作日）' }),
    officers('officers', '办案人员'),
    ...signing('签字'),
  ],
  order: [['from', 'until']],
  parts: [
    to('party'),
    rows('partyCode', 'partyAddress', 'partyHead', 'partyPhone'),
    section('suspicion'),
    text(
      '程序规定 33',
      '在证据可能灭失或者以后难以取得的情况下，本局决定对与上述行为有关的下列证据采取先行登记保存措施。',
    ),
    section('goods'),
    rows('keptAt', 'keeper', 'from', 'until'),
    text(
      '程序规定 35',
      '本局将在七个工作日内对先行登记保存的证据作出处理；逾期未采取相关措施的，先行登记保存措施自动解除。',
      {
        covers: '期限（7个工作日）',
      },
    ),
    text('程序规定 34', '先行登记保存期间，当事人或者有关人员不得损毁、销毁或者转移证据。'),
    rows('officers'),
    refusalNoted(),
    sign('当事人', { note: '上述物品已当场清点，清单和通知书已收到', covers: '签字' }),
    sign('见证人', { covers: '签字' }),
    sign('办案人员', { covers: '签字' }),
    seal(),
    approvals(),
  ],
}

const seizure: Template = {
  code: 'DOC-16',
  title: '实施行政强制措施决定书',
  titles: {
    field: 'measure',
    by: { 查封: '查封决定书', 扣押: '扣押决定书', '查封、扣押': '查封、扣押决定书' },
  },
  fields: [
    ...party('当事人'),
    choice('measure', '强制措施', ['查封', '扣押', '查封、扣押']),
    prose('facts', '违法嫌疑的事实', { covers: '事实与依据' }),
    prose('basis', '法律依据', { covers: '事实与依据', max: 1000 }),
    prose('places', '查封的场所、设施', { covers: '查封/扣押场所或财物清单', max: 500, optional: true }),
    table('goods', '财物清单', goods(column('marks', '生产单位、批号'), column('remark', '备注')), {
      covers: '查封/扣押场所或财物清单',
      optional: true,
    }),
    words('keptAt', '存放地点', { covers: '查封/扣押场所或财物清单', optional: true }),
    day('from', '期限自', { covers: '期限' }),
    day('until', '期限至', { covers: '期限' }),
    words('reviewOrgan', '行政复议机关', { covers: '权利告知' }),
    words('reviewTime', '申请行政复议的期限', { covers: '权利告知', max: 60 }),
    words('court', '管辖的人民法院', { covers: '权利告知' }),
    words('courtTime', '提起行政诉讼的期限', { covers: '权利告知', max: 60 }),
    officers('officers', '办案人员'),
    ...signing('签名'),
  ],
  order: [['from', 'until']],
  parts: [
    rows(...partyRows),
    section('facts'),
    section('basis'),
    text('程序规定 36', '本局决定对你（单位）的下列场所、设施或者财物实施{measure}。'),
    section('places'),
    section('goods'),
    rows('keptAt', 'from', 'until'),
    text(
      '程序规定 38',
      '查封、扣押的期限不得超过三十日；情况复杂的，经本局负责人批准可以延长，但是延长期限不得超过三十日。对物品需要进行检测、检验、检疫、鉴定的，查封、扣押的期间不包括检测、检验、检疫、鉴定的期间。',
      { covers: '期限' },
    ),
    text(
      '程序规定 41',
      '查封、扣押的场所、设施或者财物应当妥善保管，不得使用或者损毁；封条任何人不得随意动用。',
    ),
    // 行政强制法 8, 18 were not read: the periods are filled in by whoever knows them, none is printed unasked.
    ownText(
      '你（单位）对本决定享有陈述权、申辩权；不服本决定的，可以在{reviewTime}内向{reviewOrgan}申请行政复议，也可以在{courtTime}内向{court}提起行政诉讼。',
      { law: '行政强制法', covers: '权利告知' },
    ),
    rows('officers'),
    refusalNoted(),
    sign('当事人', { note: '决定书和清单已当场收到', covers: '签名' }),
    sign('见证人', { covers: '签名' }),
    sign('办案人员', { covers: '签名' }),
    seal(),
    approvals(),
  ],
}

const questioning: Template = {
  code: 'DOC-17',
  title: '询问笔录',
  fields: [
    moment('startedAt', '询问开始时间'),
    moment('finishedAt', '询问结束时间'),
    words('place', '询问地点'),
    words('asked', '被询问人', { covers: '被询问人身份', max: 60 }),
    choice('sex', '性别', ['男', '女'], { covers: '被询问人身份', optional: true }),
    words('idNumber', '证件号码', { covers: '被询问人身份', max: 30, optional: true }),
    words('work', '工作单位和职务', { covers: '被询问人身份', optional: true }),
    words('address', '住址', { covers: '被询问人身份', optional: true }),
    words('phone', '联系电话', { covers: '被询问人身份', max: 30, optional: true }),
    officers('officers', '询问人', { covers: '询问人（≥2）' }),
    words('recorder', '记录人', { max: 30 }),
    table(
      'questions',
      '询问内容',
      [
        { type: 'words', id: 'asked', label: '问', max: 1000 },
        { type: 'words', id: 'answer', label: '答', max: 2000 },
      ],
      { covers: '问答' },
    ),
  ],
  order: [['startedAt', 'finishedAt']],
  parts: [
    rows(
      'startedAt',
      'finishedAt',
      'place',
      'asked',
      'sex',
      'idNumber',
      'work',
      'phone',
      'address',
      'officers',
      'recorder',
    ),
    text('程序规定 22', '我们是{organ}的执法人员，现向你出示执法证件，请你过目。'),
    text('程序规定 21', '你依法享有陈述权、申辩权以及申请回避的权利。'),
    { part: 'section', field: 'questions', title: '询问内容', as: 'dialogue' },
    text(
      '程序规定 29',
      '以上笔录请你核对；阅读有困难的，我们向你宣读。笔录如有差错、遗漏，可以更正或者补充，涂改部分由你签名、盖章或者以其他方式确认。经核对无误后，请逐页签名、盖章或者以其他方式确认。',
      { covers: '逐页签名' },
    ),
    sign('被询问人', { note: '以上笔录我已看过（已向我宣读），与我所说一致' }),
    sign('询问人'),
    sign('记录人'),
  ],
  signEachPage: '被询问人',
}

const materials: Template = {
  code: 'DOC-18',
  title: '限期提供材料通知书',
  fields: [
    ...party('当事人'),
    prose('matter', '调查事项', { max: 1000 }),
    table(
      'materials',
      '材料清单',
      [firstColumn('name', '材料名称'), column('amount', '份数', ['份', '件']), column('remark', '要求')],
      { covers: '材料清单' },
    ),
    day('deadline', '提供期限', { covers: '期限' }),
    words('place', '提交地点'),
    officers('officers', '联系人'),
    words('phone', '联系电话', { max: 30 }),
  ],
  parts: [
    to('party'),
    rows('partyCode', 'partyAddress', 'partyHead', 'partyPhone'),
    section('matter'),
    text(
      '程序规定 30',
      '为查明上述事项，请你（单位）在{deadline}前（含当日）向本局提供下列材料，并由材料提供人在有关材料上签名或者盖章。',
      {
        covers: '期限',
      },
    ),
    section('materials'),
    rows('place', 'officers', 'phone'),
    seal(),
    approvals(),
  ],
}

/** Papers made on site and while a matter is looked into. */
export const onSite: readonly Template[] = [record, keeping, seizure, questioning, materials]
