import type { OutputOf } from '@/cloud'

export type Post = OutputOf<'office.post'>
