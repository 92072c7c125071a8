import { View } from '@tarojs/components'
import type { OutputOf } from '@/cloud'
import { Tag } from '@/components'

type Post = Pick<OutputOf<'office.people'>['posts'][number], 'vacant' | 'away' | 'certificate'>

/** What stands out about a post, the most pressing first: nobody there, certificate over, away. */
export function Standing({ post: { vacant, away, certificate } }: { post: Post }) {
  if (vacant) return <Tag tone="amber" word="无人" />
  if (certificate?.standing === 'expired') return <Tag tone="red" word="证件已到期" />
  if (away) return <Tag tone="act" word={away.now ? '外出' : '将外出'} />
  if (certificate?.standing === 'ending') return <Tag tone="amber" word="证件将到期" />
  return <View />
}
