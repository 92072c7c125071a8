import { spokenDay } from '@domain/calendar'
import { planForm } from '@domain/campaign-forms'
import type { Photo } from '@domain/evidence'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { type ContentOf, KEPT, useDraftState, useSend } from '@/cloud'
import { BarButton, Card, Photos, TextArea, tell } from '@/components'
import { AimsForm, type DraftAim } from '../parts/aims-form'
import { PeopleForm, type Person } from '../parts/people'
import { saidOf, type Wrong, within, wrongFrom } from '../parts/wrong'
import type { Read, Refused } from './plan'

interface Draft {
  goals: string
  tasks: DraftAim[]
  people: Person[]
  pages: Photo[]
}

/** The plan as handed in before; else a task for each target of the unit, so that nobody types them again. */
function begin({ plan: handedIn, targets }: Read, refused: Refused | undefined): Draft {
  const plan = refused ?? handedIn
  const task = ({ id, name, count, wanted, measure, owner, due }: DraftAim): DraftAim => ({
    id,
    name,
    count,
    wanted,
    measure,
    owner,
    due,
  })
  if (plan) return { goals: plan.goals, tasks: plan.tasks.map(task), people: plan.people, pages: plan.pages }
  return {
    goals: '',
    tasks: targets.map(target => task({ ...target, id: `p${target.id.slice(1)}`, owner: '' })),
    people: [
      { role: '组长', name: '' },
      { role: '联系人', name: '' },
    ],
    pages: [],
  }
}

/** 报送本单位方案: goals, tasks, persons. */
export function PlanForm({ read, refused }: { read: Read; refused: Refused | undefined }) {
  const [form, setForm, draft] = useDraftState<Draft>(
    `campaign-plan/${refused?.item ?? read.campaign}/${read.unit}`,
    () => begin(read, refused),
  )
  const [wrong, setWrong] = useState<Wrong>({})
  const { send, busy, problem } = useSend('campaign.submitPlan', {
    title: `方案 · ${read.title}`,
    page: '/campaign/plan/index',
    ...(refused ? { instead: refused.item } : {}),
  })
  const returned = read.planState === 'returned' ? read.steps.at(-1)?.words : undefined
  const contentOf = () => ({ ...draft.value, campaign: read.campaign, unit: read.unit })
  const submit = async () => {
    const content = contentOf()
    const found = wrongFrom(planForm.safeParse(content))
    setWrong(found)
    const [first] = Object.values(found)
    if (first) return tell(first)
    const { state } = await send(content as ContentOf<'campaign.submitPlan'>)
    if (state !== 'done' && state !== 'kept') return
    draft.clear()
    tell(state === 'kept' ? KEPT : '方案已报送，请等市局审阅')
    if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  }
  const put = (change: Partial<Draft>) => {
    setForm({ ...draft.value, ...change })
    // What is being put right is said to be wrong no longer than it is.
    if (Object.keys(wrong).length) setWrong(wrongFrom(planForm.safeParse(contentOf())))
  }
  return (
    <>
      <View>
        {returned ? (
          <Card tone="red" title="■ 退回修改">
            <Text>{returned}</Text>
          </Card>
        ) : null}
      </View>
      <Card title="目标" more={draft.restored ? '已恢复上次填写的' : `${spokenDay(read.planBy)}前报送`}>
        <TextArea
          label="本单位要达到什么"
          required
          maxlength={1000}
          defaultValue={form.goals}
          error={saidOf('goals', wrong, problem)}
          onChange={goals => put({ goals })}
        />
      </Card>
      <AimsForm
        title="任务"
        kind="p"
        aims={form.tasks}
        last={read.last}
        errors={within('tasks', {
          ...wrong,
          ...(problem?.field ? { [problem.field]: problem.message } : {}),
        })}
        error={saidOf('tasks', wrong, problem)}
        onChange={tasks => put({ tasks })}
      />
      <PeopleForm
        people={form.people}
        error={Object.entries(wrong).find(([field]) => field.startsWith('people'))?.[1]}
        onChange={people => put({ people })}
      />
      <Card title="方案原件" more="可以不传">
        <Photos label="盖章的方案" value={form.pages} onChange={pages => put({ pages })} />
      </Card>
      <BarButton text="报送方案" busy={busy} busyText="正在报送" error={problem?.message} onPress={submit} />
    </>
  )
}
