import { dayOf, spokenDay, timeOf } from '@domain/calendar'
import type { OutputOf } from '@/cloud'
import type { Tone } from '@/components'

export type Notice = OutputOf<'enforcement.read'>

interface Standing {
  tone?: Tone
  title: string
  /** What to do now, or that nothing is to be done. */
  text: string
  /** Steps of 签收, 整改, 复查, 办结 that are behind. */
  done: number
  stopped?: string
}

/** 11月3日 10:20. */
export const momentOf = (at: number): string => `${spokenDay(dayOf(at))} ${timeOf(at)}`

/** Where the correction stands, said to the one who has to act. */
export function standingOf(notice: Notice): Standing {
  const late = notice.daysLeft < 0
  const pressing: Pick<Standing, 'tone'> =
    notice.urgency === 'overdue' ? { tone: 'red' } : notice.urgency === 'soon' ? { tone: 'amber' } : {}
  switch (notice.state) {
    case 'served':
    case 'acknowledged': {
      const title = notice.state === 'served' ? '请先签收，再按要求逐项整改' : '请按下面的要求逐项整改'
      return {
        ...pressing,
        title: late ? '已经过了期限，请马上整改' : title,
        text: late
          ? '改好一项拍一项，尽快上传材料；有困难请马上联系承办人。'
          : '改好后写明情况、拍照上传，等检查员来复查。',
        done: notice.state === 'served' ? 0 : 1,
      }
    }
    case 'answered':
      return {
        tone: 'act',
        title: '材料已收到，等待复查',
        text: `${momentOf(notice.answers.at(-1)?.at ?? 0)} 提交。现在不用再做什么，复查时请有人在场。`,
        done: 2,
      }
    case 'failed':
      return {
        tone: 'red',
        title: '复查没有通过，请继续整改',
        text: `检查员说：${notice.reviews.at(-1)?.remark || '还有没改好的地方'} 改好后请再次上传材料。`,
        done: 1,
        stopped: '再整改',
      }
    case 'closed':
      return {
        tone: 'green',
        title: '✓ 复查合格，已办结',
        text: `${notice.closedOn ? `${spokenDay(notice.closedOn)}复查合格。` : ''}这件事到此结束，您不用再做什么。`,
        done: 4,
      }
    default:
      return { title: '这份通知书已作废', text: '您不用再做什么。', done: 0 }
  }
}
