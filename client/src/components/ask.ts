import Taro from '@tarojs/taro'

/** Asks before something that cannot be taken back; true when the person agrees. */
export async function ask(title: string, text: string, yes: string): Promise<boolean> {
  const answer = await Taro.showModal({
    title,
    content: text,
    confirmText: yes.slice(0, 4),
    cancelText: '取消',
    confirmColor: '#1457c8',
  })
  return answer.confirm
}

/** Says in passing that something went well, or was kept on the device. */
export function tell(text: string): void {
  void Taro.showToast({ title: text, icon: 'none', duration: 2500 })
}
