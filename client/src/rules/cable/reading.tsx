import { productClasses, schemes } from '@domain/cable/cable'
import type { Designation } from '@domain/cable/designation'
import { schemeOf, standardInForce } from '@domain/cable/standards'
import { dayOf } from '@domain/calendar'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Card, Row, Tag } from '@/components'
import { Sure } from '@/components/sure'

type Read = Extract<Designation, { ok: true }>

/** What the letters and figures mean, what they ask of the maker, and what could not be read. */
export function Reading({ read }: { read: Read }) {
  const [all, setAll] = useState(false)
  const { cable, unread, warnings } = read
  const today = dayOf(Date.now())
  const scheme = schemeOf(cable, today)
  const standard = cable.standard ? standardInForce(cable.standard, today) : undefined
  const maybe = scheme?.confidence === 'low' ? '可能' : ''
  const asked = [scheme && `${maybe}${asks[scheme.scheme]}`, standard?.number].filter(Boolean)
  return (
    <Card {...(unread.length || warnings.length ? { tone: 'amber' as const } : {})}>
      <Row
        label={cable.productClass ? productClasses[cable.productClass] : '不在这次的五类产品里'}
        hint={asked.join(' · ') || '准入和标准没有收录'}
        value={<Text className="tone-act">{all ? '收起' : '详细'}</Text>}
        spoken={`${cable.productClass ? productClasses[cable.productClass] : '不在五类产品里'}，${asked.join('，')}，${all ? '收起' : '看详细'}`}
        onPress={() => setAll(!all)}
      />
      <View>
        {unread.length ? (
          <View className="tool-said">
            <Tag tone="amber" word="没读懂" />
            <Text className="pocket-mark">{unread.join('　')}</Text>
          </View>
        ) : null}
      </View>
      {warnings.map(words => (
        <View key={words} className="tool-said">
          <Text className="tone-amber">▲ {words}</Text>
        </View>
      ))}
      <View>{all ? <Details read={read} scheme={scheme} standard={standard} /> : null}</View>
    </Card>
  )
}

const asks = { CCC: '须有CCC', licence: '须有生产许可证', neither: '不需CCC和许可证' } as const

interface DetailsProps {
  read: Read
  scheme: ReturnType<typeof schemeOf>
  standard: ReturnType<typeof standardInForce>
}

function Details({ read, scheme, standard }: DetailsProps) {
  return (
    <View>
      {read.parts.map((part, i) => (
        <View key={i} className="pocket-part">
          <Text className="pocket-mark">{part.text}</Text>
          <Text className={part.meaning ? '' : 'tone-amber'}>{part.meaning ?? '没读懂'}</Text>
        </View>
      ))}
      {scheme ? (
        <Row label={schemes[scheme.scheme]} hint={scheme.why} value={<Sure level={scheme.confidence} />} />
      ) : null}
      {standard ? (
        <Row
          label={`${standard.number} 现行`}
          hint={`${standard.title}${standard.note ? `。${standard.note}` : ''}`}
          value={<Sure level={standard.confidence} />}
        />
      ) : null}
    </View>
  )
}
