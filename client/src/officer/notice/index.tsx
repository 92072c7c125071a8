import { useRouter } from '@tarojs/taro'
import { Ordering } from './draft'
import { Standing } from './standing'
import './index.scss'

/**
 * 责令改正通知书, the officer's side. Parameters: `check`, to draw one up from its findings; `notice`, one that there is;
 * `fix`, one that came back from its approvers; `item`, a draft that came back from the outbox.
 */
export default function Screen() {
  const { check = '', notice, fix, item } = useRouter().params
  return notice ? <Standing notice={notice} /> : <Ordering check={check} fix={fix} item={item} />
}
