import type { OutputOf } from '@/cloud'

export type People = OutputOf<'office.people'>
export type Team = People['teams'][number]
