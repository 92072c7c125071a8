import { type CampaignLine, lines } from '@domain/campaign'
import { nameOf } from '@domain/organisation'
import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { KEPT, type OutputOf, useCall, useDraftState, useSend } from '@/cloud'
import { BarButton, Card, Chips, Field, Framed, Page, TextArea, tell } from '@/components'

interface Said {
  line?: CampaignLine
  words: string
  told: Record<string, number>
}

/** 报送动态: how one line of work goes, to the matching section, with the numbers the unit counts itself. */
export default function Report() {
  const { campaign = '', unit = '' } = useRouter().params
  const query = useCall('campaign.plan', { campaign, unit })
  return <Page query={query}>{plan => <Form plan={plan} />}</Page>
}

function Form({ plan }: { plan: OutputOf<'campaign.plan'> }) {
  const [said, setSaid, draft] = useDraftState<Said>(`campaign-report/${plan.campaign}/${plan.unit}`, () => ({
    words: '',
    told: {},
  }))
  const [wrong, setWrong] = useState<string>()
  const { send, busy, problem } = useSend('campaign.report', { title: `动态 · ${plan.title}` })
  const asked = [...plan.targets, ...(plan.plan?.tasks ?? [])].filter(({ measure }) => measure === 'told')
  const submit = async () => {
    const { line, words, told } = draft.value
    if (!line) return setWrong('line')
    if (!words.trim()) return setWrong('words')
    setWrong(undefined)
    const { state } = await send({
      campaign: plan.campaign,
      unit: plan.unit,
      line,
      words,
      told: Object.entries(told).map(([id, value]) => ({ id, value })),
    })
    if (state !== 'done' && state !== 'kept') return
    draft.clear()
    tell(state === 'kept' ? KEPT : `已报${nameOf(lines[line].section)}`)
    void Taro.navigateBack()
  }
  return (
    <>
      <Card title={plan.title} more={plan.unitName}>
        <Framed
          label="哪个业务口"
          required
          error={wrong === 'line' ? '请选择业务口' : undefined}
          hint={said.line ? `报市局${nameOf(lines[said.line].section)}` : '按业务口报市局对应科室'}
        >
          <Chips
            label="哪个业务口"
            single
            options={(Object.keys(lines) as CampaignLine[]).map(value => ({
              value,
              label: lines[value].name,
            }))}
            value={said.line ? [said.line] : []}
            onChange={([line]) => setSaid(({ line: _line, ...now }) => (line ? { ...now, line } : now))}
          />
        </Framed>
        <TextArea
          label="进展情况"
          required
          maxlength={1000}
          defaultValue={said.words}
          placeholder="做了什么，发现什么，下一步做什么"
          error={wrong === 'words' ? '请写明进展情况' : undefined}
          onChange={words => draft.patch({ words })}
        />
      </Card>
      <View>
        {asked.length ? (
          <Card title="填报的数字" more="填到现在为止的合计">
            {asked.map(({ id, name, count, progress }) => (
              <Field
                key={id}
                label={name}
                type="number"
                unit={count}
                defaultValue={String(said.told[id] ?? progress.value)}
                onChange={text =>
                  /^\d+$/.test(text) && draft.patch({ told: { ...draft.value.told, [id]: Number(text) } })
                }
              />
            ))}
          </Card>
        ) : null}
      </View>
      <BarButton text="报送动态" busy={busy} busyText="正在报送" error={problem?.message} onPress={submit} />
    </>
  )
}
