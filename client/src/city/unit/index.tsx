import { dayOf, spokenDay, timeOf } from '@domain/calendar'
import { Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { type OutputOf, useCall } from '@/cloud'
import { Card, Figure, Figures, Page, Row, Tag, useRefresh } from '@/components'

type Unit = OutputOf<'statistics.unit'>
type Shown = Unit['figures'][number]

/** A unit's figures: each opens the records it is made of. */
export default function UnitPage() {
  const { unit = '' } = useRouter().params
  const query = useCall('statistics.unit', { unit }, { keep: true })
  useRefresh(query)
  return (
    <Page
      headline={query.data?.unitName ?? ''}
      {...(query.data ? { under: `${query.data.bureau} · ${spokenDay(query.data.today)}` } : {})}
      query={query}
    >
      {page => <Content page={page} />}
    </Page>
  )
}

function Content({ page }: { page: Unit }) {
  const stocks = ['noticesOverdue', 'noticesOpen', 'covered', 'enterprises'].map(measure =>
    page.figures.find(figure => figure.measure === measure),
  )
  const flows = page.figures.filter(figure => figure.inMonth !== undefined)
  return (
    <>
      <Card title="现在">
        <Figures>
          {stocks.map(figure => figure && <Stock key={figure.measure} figure={figure} unit={page.unit} />)}
        </Figures>
      </Card>
      <Card title="本月" more="点数字看记录">
        <Figures>
          {flows.map(figure => (
            <Figure
              key={figure.measure}
              value={figure.inMonth ?? 0}
              unit={figure.count}
              label={figure.name}
              onPress={() => open(page.unit, figure)}
            />
          ))}
        </Figures>
      </Card>
      <Card title="开展以来">
        {flows.map(figure => (
          <Row
            key={figure.measure}
            label={figure.name}
            value={`${figure.value} ${figure.count}`}
            onPress={() => open(page.unit, figure)}
          />
        ))}
      </Card>
      <Recount page={page} />
      <Definitions figures={page.figures} />
    </>
  )
}

const open = (unit: string, { measure }: Shown) =>
  void Taro.navigateTo({ url: `/city/records/index?unit=${unit}&measure=${measure}` })

function Stock({ figure, unit }: { figure: Shown; unit: string }) {
  const late = figure.measure === 'noticesOverdue' && figure.value > 0
  return (
    <Figure
      value={figure.value}
      unit={figure.count}
      label={figure.name}
      {...(late ? { tone: 'red' as const } : {})}
      onPress={() => open(unit, figure)}
    />
  )
}

/** 账实核对: whether figures and records agreed when they were last counted against each other. */
function Recount({ page: { recount } }: { page: Unit }) {
  const at = recount ? `${spokenDay(dayOf(recount.at))} ${timeOf(recount.at)}` : ''
  return (
    <Card>
      <Row
        label="账实核对"
        hint={recount ? `${at} 按记录逐条重数` : '还没有核对过，系统会自动进行'}
        value={
          recount ? (
            <Tag word={recount.agrees ? '一致' : '不一致，待查'} tone={recount.agrees ? 'green' : 'red'} />
          ) : (
            <Tag word="待核对" />
          )
        }
      />
    </Card>
  )
}

function Definitions({ figures }: { figures: readonly Shown[] }) {
  const [shown, setShown] = useState(false)
  return (
    <Card>
      <Row label={shown ? '收起' : '这些数字怎么算'} onPress={() => setShown(now => !now)} />
      <View>
        {shown
          ? figures.map(({ measure, name, definition }) => (
              <View key={measure} className="field">
                <Text>{name}</Text>
                <Text className="field-hint">{definition}。</Text>
              </View>
            ))
          : null}
      </View>
    </Card>
  )
}
