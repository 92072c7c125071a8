/** Whom a kind of paper goes to: a party, by the rules of service; another office; or nobody, it stays in the file. */
export type Addressee = 'party' | 'office' | 'nobody'

// Source: domain/12, who is named as receiver of each; what only the office itself signs goes to nobody.
const PARTY = [
  'DOC-03',
  'DOC-05',
  'DOC-06',
  'DOC-08',
  'DOC-13',
  'DOC-15',
  'DOC-16',
  'DOC-18',
  'DOC-21',
  'DOC-24',
]
const OFFICE = ['DOC-10', 'DOC-11', 'DOC-12', 'DOC-19', 'DOC-25', 'DOC-26']

export const addresseeOf = (kind: string): Addressee =>
  PARTY.includes(kind) ? 'party' : OFFICE.includes(kind) ? 'office' : 'nobody'
