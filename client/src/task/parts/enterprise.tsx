import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Card, Failed, Row, Skeleton, say } from '@/components'
import { type EnterpriseRow, OnlyKept, SearchBox, useEnterprises } from '@/components/enterprises'

/** The one enterprise a task is about. */
export type Visited = Pick<EnterpriseRow, 'id' | 'name' | 'kind' | 'unit'>

/** Rows of a form: who does not see his enterprise types a part of its name. */
const ROWS = 6

interface EnterpriseProps {
  /** Whose enterprises can be chosen. */
  unit: string
  value: Visited | undefined
  onChange: (enterprise: Visited | undefined) => void
  /** Why it cannot be so, in red. */
  error?: string | undefined
}

/** 针对的企业: folded until somebody wants it; one is chosen, and can be taken away again. */
export function EnterpriseCard({ unit, value, onChange, error }: EnterpriseProps) {
  const [open, setOpen] = useState(false)
  if (value)
    return (
      <Card
        title="针对的企业"
        more={
          <View
            className="task-all"
            onClick={() => onChange(undefined)}
            {...say('button', `去掉${value.name}`)}
          >
            <Text>去掉</Text>
          </View>
        }
      >
        <Text className="task-visited">{value.name}</Text>
        <Text className="row-hint">{value.kind ? `${value.kind}企业，` : ''}承办人从任务直接开始检查</Text>
        <View>{error ? <Text className="field-error">{error}</Text> : null}</View>
      </Card>
    )
  return (
    <Card>
      <Row
        label={open ? '针对的企业' : '＋ 针对一家企业'}
        hint={open ? '不选也可以，再按一次收起' : '去哪一家检查，承办人从任务直接开始'}
        onPress={() => setOpen(!open)}
      />
      <View>
        {open ? (
          <Search
            unit={unit}
            onChoose={chosen => {
              setOpen(false)
              onChange(chosen)
            }}
          />
        ) : null}
      </View>
    </Card>
  )
}

function Search({ unit, onChoose }: { unit: string; onChoose: (chosen: Visited) => void }) {
  const [text, setText] = useState('')
  return (
    <View>
      <SearchBox label="找企业" onText={setText} />
      <View key={text}>
        <Found text={text} unit={unit} onChoose={onChoose} />
      </View>
    </View>
  )
}

interface FoundProps {
  text: string
  unit: string
  onChoose: (chosen: Visited) => void
}

function Found({ text, unit, onChoose }: FoundProps) {
  const { rows, next, kept, error, refetch } = useEnterprises({ text, unit })
  if (!rows)
    return error ? (
      <Failed problem={error.problem} onRetry={refetch} safe="请检查网络后再试。" />
    ) : (
      <Skeleton cards={1} />
    )
  const more = rows.length > ROWS || next !== undefined
  return (
    <View>
      <View>{kept ? <OnlyKept text={text} none={!rows.length} /> : null}</View>
      <View>
        {rows.slice(0, ROWS).map(({ id, name, kind, unit: its, address }) => (
          <Row
            key={id}
            label={name}
            hint={`${kind}｜${address}`}
            onPress={() => onChoose({ id, name, kind, unit: its })}
          />
        ))}
      </View>
      <View>
        {more ? <Text className="row-hint">还有更多，请输入名称中的两三个字。</Text> : null}
        {rows.length || kept ? null : (
          <Text className="row-hint">
            {text ? `没有找到“${text}”，请换名称中的两三个字。` : '还没有企业档案，请先由检查员建档。'}
          </Text>
        )}
      </View>
    </View>
  )
}
