/** 期限: clocks at work, each on a record and with an owner. */
export { endTerm, moveTerm, type Start, startTerm, termId } from './term'
