import { addDays, type Day, spokenDay } from '../calendar'
import { kindOf, publishedYears } from '../calendar/working-days'
import holidays from '../data/statutory-holidays.json'
import type { RuleGroup } from './rule'

/** The days off and make-up days of each published year. */
export function calendarRules(): RuleGroup {
  return {
    title: '放假和调休',
    note: `收录${publishedYears[0]}至${publishedYears[publishedYears.length - 1]}年，其他年份算出的日期为暂定。`,
    rules: publishedYears.map(year => {
      const off: string[] = []
      const work: string[] = []
      let run: Day[] = []
      const close = () => {
        if (run.length > 0)
          off.push(
            run.length > 1
              ? `${spokenDay(run[0] as Day)}至${spokenDay(run[run.length - 1] as Day)}`
              : spokenDay(run[0] as Day),
          )
        run = []
      }
      for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
        const { kind } = kindOf(day)
        if (kind === 'holiday') run.push(day)
        else close()
        if (kind === 'make-up') work.push(spokenDay(day))
      }
      close()
      return {
        id: `DAY-${year}`,
        words: `${year}年放假：${off.join('、')}；调休上班：${work.join('、')}`,
        source: `国务院办公厅关于${year}年部分节假日安排的通知`,
        confidence: 'high' as const,
        checkedOn: holidays.checkedOn,
      }
    }),
  }
}
