import { dayOf } from '@domain/calendar'
import type { FieldValue, Named, PaperFields } from '@domain/papers'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { KEPT, type OutputOf, useDraftState, useSend } from '@/cloud'
import { BarButton, Card, say, tell } from '@/components'
import { ColleagueChoice, likely, rememberColleague } from '@/components/colleague'
import { leave } from '@/components/leave'
import { type Concerned, EnterpriseField } from '../parts/enterprise'
import { PaperFieldInput } from '../parts/fields'
import { BlockNumber, type Chosen } from './block-number'

type Begun = OutputOf<'paper.begin'>

interface FormProps {
  begun: Begun
  unit: string
  values: PaperFields
  /** Names the draft on the phone. */
  name: string
  item: string | undefined
  /** The draft it goes on with. */
  filed?: OutputOf<'paper.read'>
}

type State = { fields: PaperFields; colleague: string; number?: Chosen; enterprise?: Concerned }

/** Where the paper names its officers, the second officer stands there beside the first. */
function withColleague(begun: Begun, values: PaperFields, colleague: string): PaperFields {
  const field = begun.fields.find(one => one.type === 'people' && one.certificate)
  const second = begun.colleagues.find(({ post }) => post === colleague)
  const named = field && (values[field.id] as Named[] | undefined)
  if (!field || !second || named?.length !== 1) return values
  const { name, certificate } = second
  return { ...values, [field.id]: [...named, { name, certificate }] }
}

/** The first field that is missing of what the form asks for. */
const lackingIn = ({ fields }: Begun, values: PaperFields) =>
  fields.find(({ id, optional }) => !optional && values[id] === undefined)

/** The form of one kind of paper, made from its fields: what is known is there, what is optional is folded away. */
export function Form({ begun, unit, values, name, item, filed }: FormProps) {
  const [state, setState, draft] = useDraftState<State>(name, () => {
    const was = begun.colleagues.find(({ post }) => filed?.officers.some(one => one.post === post))
    const colleague = was?.post ?? likely(begun.colleagues)
    return { fields: withColleague(begun, values, colleague), colleague }
  })
  const [missing, setMissing] = useState<{ field: string; message: string }>()
  const path = filed ? 'paper.revise' : 'paper.draft'
  const { about } = begun
  const title = `${begun.name}${about.enterpriseName ? ` · ${about.enterpriseName}` : ''}`
  const { send, problem } = useSend(path, {
    title,
    page: '/paper/draft/index',
    ...(item ? { instead: item } : {}),
  })
  const wrong =
    missing ??
    (problem?.field ? { field: problem.field.replace(/^fields\./, ''), message: problem.message } : undefined)
  const errorAt = (field: string) =>
    wrong && (wrong.field === field || wrong.field.startsWith(`${field}.`)) ? wrong.message : undefined
  const put = (id: string, value: FieldValue | undefined) => {
    if (missing?.field === id) setMissing(undefined)
    draft.set(now => {
      const { [id]: _old, ...rest } = now.fields
      return { ...now, fields: value === undefined ? rest : { ...rest, [id]: value } }
    })
  }

  const submit = async (sending: boolean) => {
    const { fields, colleague, number, enterprise } = draft.value
    const lacks = sending ? lackingIn(begun, fields) : undefined
    setMissing(lacks && { field: lacks.id, message: `请填写${lacks.label}` })
    if (lacks) {
      void Taro.pageScrollTo({ selector: `#field-${lacks.id}`, duration: 200 })
      return tell(`请填写${lacks.label}`)
    }
    const common = { fields, ...(colleague ? { colleague } : {}), submit: sending }
    const content = filed
      ? { paper: filed._id, ...common }
      : {
          unit,
          kind: begun.kind,
          about: {
            ...(about.record ? { record: about.record } : {}),
            ...(about.enterprise || enterprise ? { enterprise: about.enterprise ?? enterprise?.id } : {}),
          },
          ...(number ? { number } : {}),
          ...common,
        }
    const result = await send(content as never)
    if (result.state !== 'done' && result.state !== 'kept') return
    draft.clear()
    rememberColleague(colleague)
    if (result.state === 'kept') {
      tell(KEPT)
      return leave()
    }
    tell(sending ? '已送审' : '已存为拟稿')
    const paper = filed?._id ?? result.id
    if (filed) return leave()
    await Taro.redirectTo({ url: `/paper/paper/index?paper=${paper}` })
  }

  const officers = [begun.me, ...begun.colleagues]
  const fieldOf = (id: string) => {
    const field = begun.fields.find(one => one.id === id)
    return field ? (
      <View key={id} id={`field-${id}`}>
        <PaperFieldInput
          field={field}
          value={state.fields[id]}
          error={errorAt(id)}
          officers={officers}
          onChange={value => put(id, value)}
        />
      </View>
    ) : null
  }

  return (
    <View className="paper-page">
      <Card title={begun.name} more={draft.restored ? '已恢复上次填写的' : '随时自动保存'}>
        <View>
          {about.enterpriseName ? <Text className="paper-of">{about.enterpriseName}</Text> : null}
          {!about.enterprise && !filed ? (
            <EnterpriseField
              value={state.enterprise}
              onChange={enterprise =>
                setState(({ enterprise: _old, ...now }) => ({
                  ...now,
                  ...(enterprise ? { enterprise } : {}),
                }))
              }
            />
          ) : null}
        </View>
        <ColleagueChoice
          colleagues={begun.colleagues}
          value={state.colleague}
          onChange={colleague => setState(now => ({ ...now, colleague }))}
        />
        <View>
          {errorAt('colleague') ? <Text className="field-error">{errorAt('colleague')}</Text> : null}
        </View>
      </Card>
      {begun.groups.map(({ title: headline, fields, more }) => (
        <Group
          key={`${headline}${fields[0] ?? more[0]}`}
          title={headline}
          fields={[...fields, ...more.filter(id => values[id] !== undefined || errorAt(id) !== undefined)]}
          more={more.filter(id => values[id] === undefined && errorAt(id) === undefined)}
          show={fieldOf}
        />
      ))}
      <View>
        {!filed && begun.blocks.length ? (
          <BlockNumber
            blocks={begun.blocks}
            today={dayOf(Date.now())}
            value={state.number}
            error={errorAt('number')}
            onChange={number =>
              setState(({ number: _old, ...now }) => ({ ...now, ...(number ? { number } : {}) }))
            }
          />
        ) : null}
      </View>
      <BarButton
        text="送审"
        busyText="正在送审"
        onPress={() => submit(true)}
        second={{ text: '存为拟稿', busyText: '正在存', onPress: () => submit(false) }}
        error={problem && !problem.field ? problem.message : undefined}
      />
    </View>
  )
}

interface GroupProps {
  title: string
  fields: readonly string[]
  more: readonly string[]
  show: (id: string) => React.ReactElement | null
}

/** A card of fields; what the paper is complete without is unfolded on demand. */
function Group({ title, fields, more, show }: GroupProps) {
  const [all, setAll] = useState(false)
  return (
    <Card {...(title ? { title } : {})}>
      <View>{fields.map(show)}</View>
      <View>
        {all ? (
          more.map(show)
        ) : more.length ? (
          <View
            className="more-fields"
            onClick={() => setAll(true)}
            {...say('button', `选填${more.length}项，展开`)}
          >
            <Text>＋ 选填 {more.length} 项</Text>
          </View>
        ) : null}
      </View>
    </Card>
  )
}
