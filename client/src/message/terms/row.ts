import type { OutputOf } from '@/cloud'

/** One running term as the list tells it. */
export type TermRow = OutputOf<'term.list'>['rows'][number]
