import { useRouter } from '@tarojs/taro'
import { useCall, useSession } from '@/cloud'
import { Page, Skeleton } from '@/components'
import { ownUnit } from '../parts/unit'
import '../paper.scss'
import { type Served, ServiceForm } from './form'

/** 登记送达 in any of the six ways. Parameter: `paper`, or `notice` for a 责令改正通知书. */
export default function Serve() {
  const { paper, notice } = useRouter().params
  return notice ? <OfNotice notice={notice} /> : <OfPaper paper={paper ?? ''} />
}

function OfPaper({ paper }: { paper: string }) {
  const query = useCall('paper.read', { paper }, { keep: true })
  return (
    <Page query={query} skeleton={<Skeleton cards={2} />}>
      {filed => (
        <Form
          subject={{
            path: 'paper.serve',
            id: paper,
            title: filed.title,
            number: filed.paper.number ?? '',
            to: filed.about.enterpriseName ?? '',
            office: filed.addressee === 'office',
            page: `/paper/serve/index?paper=${paper}`,
          }}
          enterprise={filed.about.enterprise}
        />
      )}
    </Page>
  )
}

function OfNotice({ notice }: { notice: string }) {
  const query = useCall('enforcement.read', { notice }, { keep: true })
  return (
    <Page query={query} skeleton={<Skeleton cards={2} />}>
      {found => (
        <Form
          subject={{
            path: 'enforcement.serve',
            id: notice,
            title: '责令改正通知书',
            number: found.paper.number ?? '',
            to: found.enterpriseName,
            office: false,
            page: `/paper/serve/index?notice=${notice}`,
          }}
          enterprise={found.enterprise}
        />
      )}
    </Page>
  )
}

function Form({ subject, enterprise }: { subject: Served; enterprise: string | undefined }) {
  const unit = ownUnit(useSession().data)
  const query = useCall(
    'paper.serving',
    { unit, ...(enterprise ? { enterprise } : {}) },
    { keep: true, enabled: unit !== '' },
  )
  // Without a signal one serves all the same: who was there last time is on the phone, the rest is asked by the server.
  if (!query.data && !query.error) return <Skeleton cards={2} />
  return (
    <ServiceForm
      subject={subject}
      enterprise={enterprise}
      facts={query.data ?? { colleagues: [], accounts: [], address: '' }}
    />
  )
}
