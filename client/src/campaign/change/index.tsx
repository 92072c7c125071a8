import { sections } from '@domain/organisation'
import { Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { type ContentOf, KEPT, type OutputOf, useCall, useSend } from '@/cloud'
import { BarButton, Card, Field, Page, tell } from '@/components'
import { AimsForm, type DraftAim } from '../parts/aims-form'
import { PeopleForm, type Person } from '../parts/people'
import '../parts/parts.scss'

type Campaign = OutputOf<'campaign.read'>

/** 调整联系人和目标: what may change while a campaign runs. */
export default function Change() {
  const { campaign = '' } = useRouter().params
  const query = useCall('campaign.read', { campaign })
  if (!query.data) return <Page query={query}>{null}</Page>
  return <Form key={campaign} campaign={query.data} />
}

function Form({ campaign }: { campaign: Campaign }) {
  const [people, setPeople] = useState<Person[]>(campaign.people)
  const [targets, setTargets] = useState<DraftAim[]>(() =>
    campaign.targets.map(({ id, name, count, wanted, measure, owner, due }) => ({
      id,
      name,
      count,
      wanted,
      measure,
      owner,
      due,
    })),
  )
  const [told, setTold] = useState<Record<string, number>>(campaign.told)
  const { send, busy, problem } = useSend('campaign.change', { title: `调整 · ${campaign.title}` })
  const own = targets.filter(
    ({ measure, owner }) => measure === 'told' && sections.some(({ id }) => id === owner),
  )
  const submit = async () => {
    const missing = targets.find(({ name, wanted }) => !name || !wanted)
    if (missing) return tell(missing.name ? `请填写“${missing.name}”的数量` : '请填写目标')
    const { state } = await send({
      campaign: campaign._id,
      people,
      targets,
      told: own.flatMap(({ id }) => (told[id] === undefined ? [] : [{ id, value: told[id] }])),
    } as ContentOf<'campaign.change'>)
    if (state !== 'done' && state !== 'kept') return
    tell(state === 'kept' ? KEPT : '已调整，目标有变动的单位会收到消息')
    void Taro.navigateBack()
  }
  return (
    <Page
      headline={campaign.title}
      under="正文和日期下发后不能改"
      bar={<BarButton text="保存调整" busy={busy} error={problem?.message} onPress={submit} />}
    >
      <PeopleForm people={people} onChange={setPeople} />
      <View>
        {own.length ? (
          <Card title="科室自己计数的目标">
            {own.map(({ id, name, count }) => (
              <Field
                key={id}
                label={name || '目标'}
                type="number"
                unit={count}
                defaultValue={told[id] === undefined ? '' : String(told[id])}
                onChange={text => /^\d+$/.test(text) && setTold(now => ({ ...now, [id]: Number(text) }))}
              />
            ))}
            <Text className="field-hint">填到现在为止的合计数。</Text>
          </Card>
        ) : null}
      </View>
      <AimsForm
        title="目标任务"
        kind="t"
        aims={targets}
        last={campaign.last}
        owners={['each', ...sections.map(({ id }) => id), ...campaign.units]}
        errors={problem?.field ? { [problem.field.replace(/^targets\./, '')]: problem.message } : {}}
        onChange={setTargets}
      />
    </Page>
  )
}
