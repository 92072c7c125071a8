import Taro from '@tarojs/taro'
import { call, problemOf } from '@/cloud'
import { openFile } from '@/cloud/open-file'
import { tell } from './ask'

/** What can be made into a file: a correction's notice, or a paper of the file. */
export type Printed = { notice: string } | { paper: string }

/** Has a paper made into a file and opens it; says what went wrong, or what could not be printed. */
export async function openPrinted(what: Printed, format: 'pdf' | 'docx'): Promise<void> {
  Taro.showLoading({ title: '正在生成', mask: true })
  try {
    const made =
      'notice' in what
        ? await call('print.notice', { ...what, format })
        : await call('print.paper', { ...what, format })
    await openFile(made.url, made.name)
    Taro.hideLoading()
    if (made.said) await Taro.showModal({ title: '请核对文书', content: made.said, showCancel: false })
  } catch (error) {
    Taro.hideLoading()
    tell(problemOf(error).message)
  }
}
