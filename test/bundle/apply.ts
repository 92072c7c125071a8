import { type Phone, type PhoneOptions, startPhone } from './harness/phone'

/** A person without a post opens the mini-program, goes to 申请岗位 and fills it in; the phone is left before 提交申请. */
export async function fillInApplication(options: PhoneOptions): Promise<Phone> {
  const phone = await startPhone(options)
  const { screen } = phone
  try {
    await screen.tap('申请岗位')
    await screen.tap('检查员')
    await screen.input({ label: '姓名' }, '钟晓明')
    await screen.input({ label: '手机号' }, '13800001234')
    await screen.pick({ label: '所在县（市、区）' }, '信丰县')
    await screen.input({ label: '执法证号' }, '赣B07001')
    await screen.pick({ label: '证件有效期' }, '2099-12-31')
    return phone
  } catch (error) {
    phone.kill()
    throw error
  }
}
