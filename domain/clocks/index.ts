export { type ClockAnswer, type ClockOptions, clock, isLate } from './clock'
export { type ComplaintClocks, complaintClocks, ORDER_121_FROM } from './complaints'
export {
  checkedOn,
  countingRules,
  type Deadline,
  deadlineOf,
  deadlines,
  type Rollover,
  type Unit,
} from './deadlines'
export { spokenLength, spokenPeriod } from './words'
