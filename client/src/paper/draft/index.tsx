import type { PaperFields } from '@domain/papers'
import Taro, { useRouter } from '@tarojs/taro'
import { type OutputOf, outbox, useCall, useSession } from '@/cloud'
import { Card, Page, Row, Skeleton } from '@/components'
import { kindGroups, marksOf } from '../parts/kinds'
import { ownUnit } from '../parts/unit'
import '../paper.scss'
import { Form } from './form'

/** What came back from the outbox, as far as a form begins with it. */
type Sent = {
  kind?: string
  paper?: string
  about?: { record?: string; enterprise?: string }
  fields?: PaperFields
}

/**
 * 拟文书. Parameters: `kind`, else it is chosen here; `record`, `enterprise`, what it is about; `paper`, a draft to go on
 * with; `item`, one that came back from the outbox.
 */
export default function Draft() {
  const { kind, record, enterprise, paper, item } = useRouter().params
  const unit = ownUnit(useSession().data)
  const sent = item ? (outbox.items.find(one => one.id === item)?.content as Sent | undefined) : undefined
  if (!unit) return <Page>{<Skeleton />}</Page>
  const filed = paper ?? sent?.paper
  if (filed) return <Revising paper={filed} unit={unit} item={item} sent={sent} />
  const chosen = kind ?? sent?.kind
  const about = sent?.about ?? { ...(record ? { record } : {}), ...(enterprise ? { enterprise } : {}) }
  return chosen ? (
    <Beginning kind={chosen} unit={unit} about={about} item={item} sent={sent} />
  ) : (
    <Kinds record={record} enterprise={enterprise} />
  )
}

function Kinds({ record, enterprise }: { record: string | undefined; enterprise: string | undefined }) {
  const about = `${record ? `&record=${record}` : ''}${enterprise ? `&enterprise=${enterprise}` : ''}`
  return (
    <Page headline="拟哪一种文书" under="责令改正通知书请从检查记录里拟">
      {kindGroups(record).map(({ title, kinds }) => (
        <Card key={title} title={title}>
          {kinds.map(kind => (
            <Row
              key={kind.code}
              label={kind.name}
              hint={marksOf(kind)}
              onPress={() => Taro.redirectTo({ url: `/paper/draft/index?kind=${kind.code}${about}` })}
            />
          ))}
        </Card>
      ))}
    </Page>
  )
}

interface BeginningProps {
  kind: string
  unit: string
  about: { record?: string; enterprise?: string }
  item: string | undefined
  sent: Sent | undefined
}

function Beginning({ kind, unit, about, item, sent }: BeginningProps) {
  const query = useCall('paper.begin', { unit, kind, ...about }, { keep: true, fresh: 60_000 })
  return (
    <Page query={query} skeleton={<Skeleton cards={3} />}>
      {begun => (
        <Form
          begun={begun}
          unit={unit}
          values={{ ...begun.values, ...sent?.fields }}
          name={`paper/${kind}/${about.record ?? about.enterprise ?? ''}`}
          item={item}
        />
      )}
    </Page>
  )
}

type Filed = OutputOf<'paper.read'>

function Revising(props: { paper: string; unit: string; item: string | undefined; sent: Sent | undefined }) {
  const query = useCall('paper.read', { paper: props.paper }, { keep: true })
  return (
    <Page query={query} skeleton={<Skeleton cards={3} />}>
      {filed => <Reviser filed={filed} {...props} />}
    </Page>
  )
}

function Reviser({
  filed,
  unit,
  item,
  sent,
}: {
  filed: Filed
  unit: string
  item: string | undefined
  sent: Sent | undefined
}) {
  const { record, enterprise } = filed.about
  const asked = {
    unit,
    kind: filed.paper.kind,
    ...(record ? { record } : {}),
    ...(enterprise ? { enterprise } : {}),
  }
  const query = useCall('paper.begin', asked, { keep: true, fresh: 60_000 })
  if (!query.data) return <Skeleton cards={3} />
  return (
    <Form
      begun={query.data}
      unit={unit}
      values={sent?.fields ?? filed.fields}
      name={`paper/${filed._id}`}
      item={item}
      filed={filed}
    />
  )
}
