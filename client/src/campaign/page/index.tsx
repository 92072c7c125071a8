import { spokenDay, writtenDay } from '@domain/calendar'
import { campaignStates, opennesses } from '@domain/campaign'
import { Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useCall } from '@/cloud'
import { Card, Days, Page, Row, useRefresh } from '@/components'
import { Aim } from '../parts/aim'
import { momentOf } from '../parts/moments'
import { People } from '../parts/people'
import '../parts/parts.scss'
import type { Campaign } from './campaign'
import { DraftBar, Lead } from './lead'
import { Matrix } from './matrix'
import './index.scss'
import { Mine, UnitBar } from './mine'

/** One campaign: for the city who has received and planned; for a unit what it has to do now. */
export default function CampaignPage() {
  const { campaign = '' } = useRouter().params
  const query = useCall('campaign.read', { campaign }, { keep: true })
  useRefresh(query)
  const read = query.data
  return (
    <Page
      headline={read?.title ?? ''}
      {...(read
        ? { under: `${read.number} · ${opennesses[read.openness]} · ${campaignStates[read.state]}` }
        : {})}
      query={query}
      {...(read?.mine ? { bar: <UnitBar campaign={read} /> } : {})}
      {...(read?.may.issue ? { bar: <DraftBar campaign={read} /> } : {})}
    >
      {one => <Content campaign={one} />}
    </Page>
  )
}

function Content({ campaign }: { campaign: Campaign }) {
  const { days, state, first, last } = campaign
  return (
    <>
      {campaign.mine ? <Mine campaign={campaign} /> : null}
      <Card>
        {state === 'running' && days.until === 'last' ? (
          <Days left={days.left} total={days.total} until={`${spokenDay(first)}至${spokenDay(last)}`} />
        ) : (
          <Row
            label={`${writtenDay(first)}至${writtenDay(last)}`}
            hint={state === 'running' ? days.words : campaignStates[state]}
          />
        )}
      </Card>
      {state === 'running' && !campaign.mine ? <Matrix campaign={campaign} /> : null}
      {campaign.closed ? (
        <Card title="小结" more={momentOf(campaign.closed.at)}>
          <Text>{campaign.closed.words}</Text>
        </Card>
      ) : null}
      <Card
        title={campaign.mine ? '本单位的目标' : '目标任务'}
        more={campaign.targets.length ? '只计行动期间' : ''}
      >
        {campaign.targets.length ? null : <Text className="row-hint">没有设定目标任务。</Text>}
        {campaign.targets.map(target =>
          state === 'draft' ? (
            <Row
              key={target.id}
              label={target.name}
              hint={`${target.ownerName} · ${spokenDay(target.due)}前 · ${target.countedBy}`}
              value={`${target.owner === 'each' ? '每个单位 ' : ''}${target.wanted} ${target.count}`}
            />
          ) : (
            <Aim key={target.id} {...target} owner={target.ownerName} />
          ),
        )}
      </Card>
      <Card>
        <Row
          label="通知正文"
          hint={`${campaign.office} · ${writtenDay(campaign.issuedOn)}印发`}
          onPress={() => void Taro.navigateTo({ url: `/campaign/text/index?campaign=${campaign._id}` })}
        />
        <Row label="重点产品" hint={campaign.products.join('、')} />
        <Row label="方案报送" value={`${spokenDay(campaign.planBy)}前`} />
      </Card>
      <People title="联系人" people={campaign.people} />
      <Reports campaign={campaign} />
      <Lead campaign={campaign} />
    </>
  )
}

function Reports({ campaign }: { campaign: Campaign }) {
  return (
    <View>
      {campaign.reports.length ? (
        <Card title="动态" more={`最近${campaign.reports.length}条`}>
          {campaign.reports.map(report => (
            <View key={report.id} className="report">
              <Text className="report-head">
                {report.unitName} · {report.line} · {momentOf(report.at)}
              </Text>
              <Text className="report-words">{report.words}</Text>
            </View>
          ))}
        </Card>
      ) : null}
    </View>
  )
}
