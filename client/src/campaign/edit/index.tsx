import { addDays, dayOf, spokenDay } from '@domain/calendar'
import type { CampaignForm } from '@domain/campaign'
import { campaignForm } from '@domain/campaign-forms'
import { newCampaignFrom, template2021 } from '@domain/campaign-template'
import { sections, units } from '@domain/organisation'
import { Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { KEPT, type OutputOf, useCall, useDraftState, useSend } from '@/cloud'
import {
  BarButton,
  Card,
  Chips,
  Choice,
  DateField,
  Field,
  Framed,
  Page,
  Photos,
  Row,
  TextArea,
  tell,
} from '@/components'
import { AimsForm } from '../parts/aims-form'
import { PeopleForm } from '../parts/people'
import { refusedContent } from '../parts/refused'
import '../parts/parts.scss'
import { saidOf, type Wrong, within, wrongFrom } from '../parts/wrong'

/** What has to be given; all else follows from the template until somebody changes it. */
interface Base {
  product: string
  number: string
  first: string
  last: string
}
/** What was changed by hand. */
type Own = Partial<Omit<CampaignForm, 'targets' | 'unclassified' | 'draft'>> & {
  targets?: Parameters<typeof AimsForm>[0]['aims']
}
interface Draft {
  base: Base
  own: Own
  unclassified: boolean
}

const months = (day: string) => addDays(day, 120)

function fresh(): Draft {
  const today = dayOf(Date.now())
  return {
    base: { product: template2021.product, number: '', first: today, last: months(today) },
    own: {},
    unclassified: false,
  }
}

/** One that was kept or came back, taken apart again: everything in it is somebody's own. */
function from(content: Omit<CampaignForm, 'unclassified' | 'draft'>): Draft {
  const { number, first, last, ...own } = content
  return { base: { product: own.products[0] ?? '', number, first, last }, own, unclassified: false }
}

const written = (read: OutputOf<'campaign.read'>): Draft => {
  const { title, number, office, issuedOn, first, last, products, openness, text, pages, planBy, people } =
    read
  const targets = read.targets.map(({ id, name, count, wanted, measure, owner, due }) => ({
    id,
    name,
    count,
    wanted,
    measure,
    owner,
    due,
  }))
  const { units, sections } = read
  const said = {
    title,
    number,
    office,
    issuedOn,
    first,
    last,
    products,
    openness,
    text,
    pages,
    planBy,
    people,
  }
  return from({ ...said, units, sections, targets })
}

/**
 * 拟专项行动: four fields, and what the template makes of them. Parameters: `draft`, one that is drawn up anew; `item`, one that
 * came back from the outbox.
 */
export default function Screen() {
  const { draft: asked, item } = useRouter().params
  const refused = refusedContent<CampaignForm>(item)
  const draft = refused?.draft ?? asked
  const query = useCall(
    'campaign.read',
    { campaign: draft ?? '' },
    { enabled: draft !== undefined && !refused },
  )
  const more = { ...(draft ? { draft } : {}), ...(item ? { item } : {}) }
  if (refused) {
    const { unclassified: _unclassified, draft: _draft, ...content } = refused
    return <Form initial={() => from(content)} {...more} />
  }
  if (!draft) return <Form initial={fresh} />
  if (!query.data) return <Page query={query}>{null}</Page>
  const read = query.data
  return <Form initial={() => written(read)} {...more} />
}

/** Four fields, what the template makes of them, and what was changed by hand. */
const filled = ({ base, own }: Draft) => ({
  ...newCampaignFrom(template2021, { ...base, product: base.product || template2021.product }),
  ...own,
})

const contentOf = (kept: Draft, draft: string | undefined): CampaignForm =>
  ({ ...filled(kept), unclassified: kept.unclassified, ...(draft ? { draft } : {}) }) as CampaignForm

const wrongIn = (kept: Draft, draft: string | undefined): Wrong => ({
  ...(kept.base.product ? {} : { product: '请填写产品，如电线电缆' }),
  ...wrongFrom(campaignForm.safeParse(contentOf(kept, draft))),
})

function Form({ initial, draft, item }: { initial: () => Draft; draft?: string; item?: string }) {
  const [kept, setKept, store] = useDraftState<Draft>(`campaign/${item ?? draft ?? 'new'}`, initial)
  const [wrong, setWrong] = useState<Wrong>({})
  const [all, setAll] = useState(false)
  const { base, own } = kept
  const form = filled(kept)
  const { send, problem, busy } = useSend('campaign.draft', {
    title: `专项行动 · ${form.title}`,
    page: '/campaign/edit/index',
    ...(item ? { instead: item } : {}),
  })
  // What is being put right is said to be wrong no longer than it is.
  const change = (next: Draft) => {
    setKept(next)
    if (Object.keys(wrong).length) setWrong(wrongIn(next, draft))
  }
  const put = (base: Partial<Base>) => change({ ...store.value, base: { ...store.value.base, ...base } })
  const set = (own: Own) => change({ ...store.value, own: { ...store.value.own, ...own } })
  const said = (field: string) => saidOf(field, wrong, problem)

  const submit = async () => {
    const found = wrongIn(store.value, draft)
    setWrong(found)
    const [first] = Object.entries(found)
    if (first && !['product', 'number', 'first', 'last', 'unclassified'].includes(first[0])) setAll(true)
    if (first) return tell(first[1])
    const result = await send(contentOf(store.value, draft))
    if (result.state !== 'done' && result.state !== 'kept') return
    store.clear()
    if (result.state === 'kept') {
      tell(KEPT)
      return void Taro.navigateBack()
    }
    if (draft) return void Taro.navigateBack()
    await Taro.redirectTo({ url: `/campaign/page/index?campaign=${result.answer.campaign}` })
  }

  return (
    <Page
      headline={draft ? '修改草稿' : '按模板新建'}
      under="模板：赣市市监质监字〔2021〕13号，电线电缆“联查联打联治”"
      bar={
        <BarButton
          text="存为草稿"
          busyText="正在保存"
          busy={busy}
          note="存好后先看一遍，再下发"
          error={problem && !problem.field ? problem.message : undefined}
          onPress={submit}
        />
      }
    >
      <Card title="先填这四项" more={store.restored ? '已恢复上次填写的' : ''}>
        <Field
          label="产品"
          required
          maxlength={30}
          defaultValue={base.product}
          placeholder="如电线电缆、燃气软管"
          error={said('product')}
          onChange={product => put({ product: product.trim() })}
        />
        <Field
          label="发文字号"
          required
          maxlength={40}
          defaultValue={base.number}
          placeholder="赣市市监质监字〔2026〕13号"
          error={said('number')}
          onChange={number => put({ number })}
        />
        <View className="tool-two">
          <DateField
            label="开始日期"
            required
            value={base.first}
            error={said('first')}
            onChange={first => put({ first })}
          />
          <DateField
            label="结束日期"
            required
            value={base.last}
            error={said('last')}
            onChange={last => put({ last })}
          />
        </View>
        <Framed label="保密审查" required error={said('unclassified')}>
          <Chips
            label="保密审查"
            options={[{ value: 'yes', label: '不涉及国家秘密和工作秘密' }]}
            value={kept.unclassified ? ['yes'] : []}
            onChange={chosen => change({ ...store.value, unclassified: chosen.length > 0 })}
          />
        </Framed>
      </Card>
      <Card title="其余已按模板填好" more={Object.keys(own).length ? '已改过' : ''}>
        <Row
          label={form.title || '标题'}
          hint={`方案${spokenDay(form.planBy)}前报送 · 主送${form.units.length}个单位和${form.sections.length}个科室`}
        />
        <Row
          label={`目标任务${form.targets.length}项`}
          hint={form.targets.map(({ name }) => name).join('、')}
        />
        <Row label={all ? '收起' : '打开修改'} onPress={() => setAll(now => !now)} />
      </Card>
      <View>
        {all ? (
          // Fields keep what was typed: another product begins them anew.
          <Rest key={JSON.stringify(base)} form={form} last={base.last} set={set} said={said} wrong={wrong} />
        ) : null}
      </View>
    </Page>
  )
}

interface RestProps {
  form: Omit<CampaignForm, 'targets'> & { targets: Parameters<typeof AimsForm>[0]['aims'] }
  last: string
  set: (change: Own) => void
  said: (field: string) => string | undefined
  wrong: Wrong
}

/** What the template has filled. */
function Rest({ form, last, set, said, wrong }: RestProps) {
  return (
    <>
      <Card title="通知">
        <TextArea
          label="标题"
          required
          maxlength={80}
          defaultValue={form.title}
          error={said('title')}
          onChange={title => set({ title })}
        />
        <Field
          label="发文机关"
          required
          maxlength={60}
          defaultValue={form.office}
          error={said('office')}
          onChange={office => set({ office })}
        />
        <DateField
          label="印发日期"
          required
          value={form.issuedOn}
          error={said('issuedOn')}
          onChange={issuedOn => set({ issuedOn })}
        />
        <DateField
          label="各单位方案报送日期"
          required
          value={form.planBy}
          error={said('planBy')}
          onChange={planBy => set({ planBy })}
        />
        <TextArea
          label="重点产品"
          required
          hint="用顿号隔开"
          defaultValue={form.products.join('、')}
          error={said('products')}
          onChange={text =>
            set({
              products: text
                .split(/[、，,\n]/)
                .map(one => one.trim())
                .filter(Boolean),
            })
          }
        />
        <Framed label="公开还是内部" required error={said('openness')}>
          <Choice
            label="公开还是内部"
            options={[
              { value: 'public', label: '公开' },
              { value: 'internal', label: '内部' },
            ]}
            value={form.openness}
            onChange={openness => set({ openness })}
          />
          <Text className="field-hint">公开的，企业和群众能看到正文；联系人和进度都不公开。</Text>
        </Framed>
      </Card>
      <Card title="主送单位" more={`${form.units.length}个`}>
        <Chips
          label="主送单位"
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
          value={form.units}
          onChange={chosen => set({ units: units.map(({ id }) => id).filter(id => chosen.includes(id)) })}
        />
        <View>{said('units') ? <Text className="field-error">{said('units')}</Text> : null}</View>
        <Chips
          label="科室"
          options={sections.map(({ id, name }) => ({ value: id, label: name }))}
          value={form.sections}
          onChange={chosen => set({ sections: chosen })}
        />
      </Card>
      <AimsForm
        title="目标任务"
        kind="t"
        aims={form.targets}
        last={last}
        owners={['each', ...sections.map(({ id }) => id), ...form.units]}
        errors={within('targets', wrong)}
        onChange={targets => set({ targets })}
      />
      <PeopleForm
        people={form.people}
        error={said('people')}
        onChange={people => set({ people: people as CampaignForm['people'] })}
      />
      <Card title="正文" more={`${form.text.length}字`}>
        <TextArea
          label="正文"
          maxlength={12_000}
          defaultValue={form.text}
          error={said('text')}
          onChange={text => set({ text })}
        />
        <Photos label="或者拍照上传文件" value={form.pages} onChange={pages => set({ pages })} />
      </Card>
    </>
  )
}
