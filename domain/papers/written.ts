import { type Day, dayOf, type Instant, timeOf, writtenDay } from '../calendar'
import type { Amount, Column, Field, FieldValue, Named, Row } from './field'

/** Where something is not known and is written in by hand. */
export const BLANK = '________'
export const BLANK_DAY = '____年__月__日'

/** `2026年7月17日9时05分`. */
export const writtenMoment = (at: Instant): string => {
  const [hour, minute] = timeOf(at).split(':')
  return `${writtenDay(dayOf(at))}${Number(hour)}时${minute}分`
}

const amount = ({ value, unit }: Amount): string => `${value}${unit}`

const named = ({ name, certificate }: Named): string =>
  certificate ? `${name}（执法证号${certificate}）` : name

/** A cell of a table as printed; empty where nothing is known. */
export const cellText = (column: Column, row: Row): string => {
  const value = row[column.id]
  return value === undefined ? '' : typeof value === 'string' ? value : amount(value)
}

/** A field's content within a sentence; a blank where nothing is known. Tables do not stand in sentences. */
export function fieldText(field: Field, value: FieldValue | undefined): string {
  if (value === undefined || value === '' || (Array.isArray(value) && !value.length)) {
    return field.type === 'day' || field.type === 'moment' ? BLANK_DAY : BLANK
  }
  switch (field.type) {
    case 'words':
    case 'prose':
      return value as string
    case 'day':
      return writtenDay(value as Day)
    case 'moment':
      return writtenMoment(value as Instant)
    case 'amount':
      return amount(value as Amount)
    case 'list':
      return (value as string[]).join('；')
    case 'people':
      return (value as Named[]).map(named).join('、')
    case 'choice':
      return field.many ? (value as string[]).join('、') : (value as string)
    case 'table':
      return (value as Row[]).map(row => field.columns.map(one => cellText(one, row)).join(' ')).join('；')
  }
}

/** A choice as in the boxes of a form: what was chosen is filled in. */
export const boxes = (options: readonly string[], value: FieldValue | undefined): string => {
  const chosen = Array.isArray(value) ? (value as string[]) : [value]
  return options.map(option => `${chosen.includes(option) ? '■' : '□'}${option}`).join('　')
}

const NUMERALS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

/** 一, 十一, 二十, 二十二: up to 99. */
export function ordinal(count: number): string {
  const [tens, ones] = [Math.floor(count / 10), count % 10]
  return `${tens > 1 ? NUMERALS[tens] : ''}${tens ? '十' : ''}${NUMERALS[ones]}`
}

/** A sentence with its full stop. */
export const ended = (sentence: string): string => (/[。！？；]$/.test(sentence) ? sentence : `${sentence}。`)
