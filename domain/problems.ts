/**
 * The catalogue of problems: a stable code and the sentence a person reads when nothing more exact is known.
 * A code never changes its meaning; screens and outbox go by the code, people by the sentence.
 */
export const problems = {
  'path.unknown': '没有这个功能，请更新小程序后再试',
  'input.invalid': '填写的内容有误，请检查',
  'input.tooLarge': '内容太大，请减少文字后再试；照片请用拍照按钮上传',
  'identity.none': '无法确认您的身份，请重新打开小程序',
  'post.none': '您还没有岗位，请先在“我的”里申请，由本单位负责人确认',
  'verb.denied': '您的岗位不能办理这项工作，需要时请联系本单位负责人',
  'scope.foreign': '这不在您的辖区，需要时请与当地局联系',
  'record.missing': '没有找到这条记录，或者它不在您的辖区',
  'record.exists': '这条记录已经登记过了',
  'state.wrong': '这一步已经办过，或现在还不能办，请刷新后再看',
  'number.refused': '这个号不能用，请换一个号',
  'service.refused': '这样送达不能成立，请换一种方式',
  'service.early': '公告期还没有满，期满后再登记送达',
  'replay.conflict': '同一编号已经提交过另一份内容，两份都已保留，请核对',
  'certificate.expired': '执法证已过有效期，换证并由本局负责人登记后才能执法',
  'post.taken': '这个岗位已经有人了，请刷新后再看',
  'post.last': '这是最后一位负责人，请先指定接任人，或请市级管理员办理',
  'transaction.busy': '正有人在办理同一件事，请稍后再试，内容已保存在手机上',
  'file.missing': '照片没有传上来，请重新上传',
  'file.foreign': '这张照片不是您上传的，请重新拍摄',
  'file.changed': '照片与拍摄时不一致，请重新上传',
  'file.notPicture': '这个文件不是照片，请重新拍摄（支持 JPG、PNG）',
  'paper.changed': '这份文书的内容有改动，请重新打开，看过再同意',
  'approval.author': '自己拟的文书不能由自己批准，请由其他人审批',
  'approval.burdens': '会给当事人增加负担的文书不能批量同意，请逐份打开',
  'chain.long': '审批流程最多6步，请减少几步',
  'chain.cycle': '审批流程里同一个人出现了两次，请去掉一处',
  'chain.vacant': '审批流程里有岗位现在没有人，请换一位',
  'chain.foreign': '审批流程里有不属于本单位的岗位，请重新选择',
  'chain.role': '审批流程里有不能审批的岗位，请换一位',
  'chain.empty': '这类文书依法须经负责人批准，审批流程不能为空',
  'chain.head': '这类文书依法须经负责人批准，最后一步应为局负责人',
  'time.future': '时间在将来，请检查手机日期',
  'time.past': '时间太早，请检查手机日期',
  'answer.tooLarge': '内容太多，请缩小查询范围',
  internal: '系统出了点问题，您的内容没有丢，请稍后再试',
} as const

export type ProblemCode = keyof typeof problems

/** Problems that pass by themselves: the outbox tries again. */
export const transient: readonly ProblemCode[] = ['transaction.busy', 'internal']

export type Problem = {
  code: ProblemCode
  message: string
  /** Path of the field in the content, e.g. `answers.3.photos`. */
  field?: string
  /** Finds the failure in the function's log; said instead of a stack. */
  trace?: string
  /** With `replay.conflict`: what the server holds under the same id. */
  theirs?: { at: number; record: string; digest: string }
}
