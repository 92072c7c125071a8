import { useState } from 'react'
import { keptAnswer, useCall, useSession } from '@/cloud'
import { type Colleague, ColleagueChoice } from '@/components/colleague'
import type { Notice } from './notice'

/**
 * Who can be the second officer of this step: those who made the check, and the bureau's others as far as the phone
 * knows them; pressing 更换 asks the server for all.
 */
export function useColleagues(notice: Notice): { colleagues: Colleague[]; more: () => void } {
  const mine = (useSession().data?.posts ?? []).map(post => post.id)
  const [asked, setAsked] = useState(false)
  const input = { enterprise: notice.enterprise }
  const all = useCall('inspection.prepare', input, { keep: true, enabled: asked, fresh: 60_000 })
  const known = (all.data ?? keptAnswer('inspection.prepare', input))?.colleagues ?? []
  const colleagues = [...notice.officers, ...known].filter(
    (one, at, list) => !mine.includes(one.post) && list.findIndex(other => other.post === one.post) === at,
  )
  return { colleagues, more: () => setAsked(true) }
}

/** The one of the check is the one of the steps after it, if nobody else was chosen. */
export const secondOf = (chosen: string, colleagues: readonly Colleague[]): string =>
  colleagues.some(one => one.post === chosen) ? chosen : (colleagues[0]?.post ?? '')

export function Second(props: { notice: Notice; value: string; onChange: (post: string) => void }) {
  const { colleagues, more } = useColleagues(props.notice)
  return (
    <ColleagueChoice
      colleagues={colleagues}
      value={secondOf(props.value, colleagues)}
      onChange={props.onChange}
      onChoosing={more}
    />
  )
}
