import { type Day, spokenDay, writtenDay } from '@domain/calendar'
import type { Demand } from '@domain/notice'
import { Paper } from './paper'

export interface NoticePaperProps {
  /** Full name of the bureau whose paper it is. */
  bureau: string
  enterpriseName: string
  demands: readonly Demand[]
  deadline: Day
  number?: string | undefined
  numberedOn?: Day | undefined
  sealed: boolean
}

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const ordinal = (at: number) =>
  at < 10
    ? numerals[at]
    : at < 19
      ? `十${numerals[at - 10]}`
      : at === 19
        ? '二十'
        : `二十${numerals[at - 20]}`

/** 责令改正通知书 (DOC-06) as it will be printed. Its parts are domain/12's; the wording is a proposal. */
export function NoticePaper(props: NoticePaperProps) {
  const { bureau, enterpriseName, demands, deadline, number, numberedOn, sealed } = props
  const text = [
    '经查，你单位存在下列行为：',
    ...demands.map(({ fact }, at) => `${ordinal(at)}、${ending(fact)}`),
    `上述行为不符合有关规定，现责令你单位于${writtenDay(deadline)}前（含当日）改正，具体要求如下：`,
    ...demands.map(({ correction }, at) => `${ordinal(at)}、${ending(correction)}`),
    '改正完成后，请提交整改情况和证明材料，由本局复查。逾期不改正的，将依法处理。',
    '对本通知有异议的，可以向本局陈述、申辩，也可以依法申请行政复议或者提起行政诉讼。',
  ]
  return (
    <Paper
      authority={bureau}
      title="责令改正通知书"
      to={enterpriseName}
      text={text}
      {...(number ? { number } : {})}
      {...(numberedOn ? { date: writtenDay(numberedOn) } : {})}
      seal={sealed ? '已加盖公章' : '此处加盖公章'}
    />
  )
}

const ending = (sentence: string) => (/[。！？；]$/.test(sentence) ? sentence : `${sentence}。`)

/** 7月28日前. */
export const before = (deadline: Day): string => `${spokenDay(deadline)}前`
