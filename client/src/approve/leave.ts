import Taro from '@tarojs/taro'

/** Back to where the person came from; to 今天 when this page was opened directly. */
export function leave(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else void Taro.switchTab({ url: '/pages/today/index' })
}
