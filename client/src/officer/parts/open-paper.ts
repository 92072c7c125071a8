import Taro from '@tarojs/taro'
import { call, problemOf } from '@/cloud'
import { openFile } from '@/cloud/open-file'
import { tell } from '@/components'

/** Has a notice made into a file and opens it; says what went wrong, or what could not be printed. */
export async function openPaper(notice: string, format: 'pdf' | 'docx'): Promise<void> {
  Taro.showLoading({ title: '正在生成', mask: true })
  try {
    const { url, name, said } = await call('print.notice', { notice, format })
    await openFile(url, name)
    Taro.hideLoading()
    if (said) await Taro.showModal({ title: '请核对文书', content: said, showCancel: false })
  } catch (error) {
    Taro.hideLoading()
    tell(problemOf(error).message)
  }
}
