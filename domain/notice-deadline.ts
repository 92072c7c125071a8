import { addDays, type Day } from './calendar'
import { addWorkdays } from './calendar/working-days'

/** Days the officer is offered for putting things right; 行政处罚法 28 fixes none, the officer sets the date. */
export const deadlineChoices = [7, 15, 30, 60] as const

/**
 * The day a choice stands for: so many days after `today`, or the first working day after that, so that nobody has to
 * hand in papers on a day off. Source: own proposal, the officer may set any day.
 */
export const deadlineIn = (today: Day, days: number): Day => addWorkdays(addDays(today, days - 1), 1).day

/** The default deadline: fifteen days. */
export const usualDeadline = (today: Day): Day => deadlineIn(today, 15)
