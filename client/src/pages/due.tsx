import { type Day, daysBetween, spokenDay } from '@domain/calendar'
import type { NoticeState } from '@domain/notice'
import Taro from '@tarojs/taro'
import type { OutputOf } from '@/cloud'
import { Row, Tag, type Tone } from '@/components'

type Today = OutputOf<'office.today'>

/** One correction in a list, as the first page answers it. */
export type NoticeRow = Extract<Today, { role: 'officer' }>['open'][number]

/** The office's words, shorter than the paper's: domain/notice.ts would bring zod into the main package. */
const states: Record<NoticeState, string> = {
  drafted: '待送达',
  served: '整改中',
  acknowledged: '企业已签收',
  answered: '已交材料，待复查',
  failed: '复查不合格',
  closed: '已办结',
  void: '已作废',
}

/** What a paper waits for before it can be served. */
const papers: Partial<Record<NoticeRow['paper'], string>> = {
  draft: '退回修改',
  pending: '待审批',
  numbered: '待盖章',
}

/** How a deadline stands on a day, in words and tone. */
export function dueOf(deadline: Day, today: Day): { left: number; word: string; tone?: Tone } {
  const left = daysBetween(today, deadline)
  if (left < 0) return { left, word: `已超期 ${-left} 天`, tone: 'red' }
  if (left === 0) return { left, word: '今天到期', tone: 'amber' }
  return { left, word: `还剩 ${left} 天`, ...(left <= 3 ? { tone: 'amber' } : {}) }
}

/** Corrections to open: whose, which paper, how it stands, how many days are left. */
export function NoticeRows({ rows, today }: { rows: readonly NoticeRow[]; today: Day }) {
  return (
    <>
      {rows.map(row => {
        const due = dueOf(row.deadline, today)
        // A paper left lying past its own deadline can no longer be served.
        const stale = !row.open && due.left < 0
        const waits = papers[row.paper] ?? states[row.state]
        const word = row.open ? due.word : stale ? '期限已过' : waits
        const tone = row.open ? due.tone : stale ? ('amber' as const) : undefined
        return (
          <Row
            key={row.id}
            label={row.enterpriseName}
            hint={
              row.open
                ? `${spokenDay(row.deadline)}前 · ${states[row.state]}`
                : `${row.number || '还没有编号'}${stale ? ' · 请作废后重新拟稿' : ''}`
            }
            value={<Tag word={word} {...(tone ? { tone } : {})} />}
            spoken={`${row.enterpriseName}，${word}`}
            onPress={() => Taro.navigateTo({ url: `/officer/notice/index?notice=${row.id}` })}
          />
        )
      })}
    </>
  )
}

/** 信丰县局, 经开区分局: what colleagues call a bureau. */
export const bureauOf = (unitName: string): string =>
  `${unitName}${/(经开区|新区)$/.test(unitName) ? '分局' : '局'}`

/** 嘉定所 for 嘉定市场监督管理所: what colleagues call a team. */
export const placeOf = (teamName: string): string => teamName.replace(/市场(监督管理|监管)(所|分局)$/, '$2')
