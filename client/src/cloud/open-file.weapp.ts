import Taro from '@tarojs/taro'
import { deviceProblem } from './problem'

type FileType = keyof Taro.openDocument.FileType

/** Fetches a file and shows it; the menu at its top sends it on or prints it. Rejects with `network.offline`. */
export async function openFile(url: string, name: string): Promise<void> {
  const { tempFilePath, statusCode } = await Taro.downloadFile({ url }).catch(() => {
    throw deviceProblem('network.offline')
  })
  if (statusCode !== 200) throw deviceProblem('network.slow', '文书没有下载下来，请再试一次')
  const fileType = name.slice(name.lastIndexOf('.') + 1) as FileType
  await Taro.openDocument({ filePath: tempFilePath, fileType, showMenu: true })
}
