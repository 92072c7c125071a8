import Taro, { useDidShow } from '@tarojs/taro'
import { type OutputOf, person, useCall } from '@/cloud'
import { Page, useRefresh } from '@/components'
import { usePerson } from '../person'
import { City } from './city'
import { Enterprise } from './enterprise'
import { Head } from './head'
import './index.scss'
import { Nobody } from './nobody'
import { Officer } from './officer'

/** 今天: what presses comes first, for whoever it is. */
export default function Today() {
  const who = usePerson()
  // Only on a laptop can nobody be signed in.
  useDidShow(() => {
    if (!person()) void Taro.redirectTo({ url: '/pages/people/index' })
  })
  return who ? <Mine key={who} /> : <Page>{null}</Page>
}

function Mine() {
  const query = useCall('office.today', {}, { keep: true })
  useRefresh(query)
  const today = query.data as OutputOf<'office.today'> | undefined
  const asked = { query, at: query.dataUpdatedAt }
  switch (today?.role) {
    case 'officer':
      return <Officer today={today} {...asked} />
    case 'head':
      return <Head today={today} {...asked} />
    case 'city':
      return <City today={today} {...asked} />
    case 'enterprise':
      return <Enterprise today={today} {...asked} />
    case 'none':
      return <Nobody />
    default:
      return <Page query={query}>{null}</Page>
  }
}
