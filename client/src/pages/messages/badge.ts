import Taro from '@tarojs/taro'

/** Where 消息 stands in the tab bar. */
const TAB = 1

/** The number on the tab 消息: nothing for none, 99+ for more than can be counted at a glance. */
export function showUnread(unread: number): void {
  // Only where a tab bar is in front; elsewhere WeChat refuses, and the next page with one says it.
  const quiet = { fail: () => {} }
  if (unread === 0) void Taro.removeTabBarBadge({ index: TAB, ...quiet })
  else void Taro.setTabBarBadge({ index: TAB, text: unread > 99 ? '99+' : `${unread}`, ...quiet })
}
