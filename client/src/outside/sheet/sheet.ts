import type { OutputOf } from '@/cloud'

/** What is to be entered elsewhere, field by field. */
export type Sheet = OutputOf<'outside.sheet'>
