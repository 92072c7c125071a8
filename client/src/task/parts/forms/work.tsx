import type { Photo } from '@domain/evidence'
import { View } from '@tarojs/components'
import { useDraftState, useSend } from '@/cloud'
import { BarButton, Card, Chips, Field, Framed, Photos, TextArea, tell } from '@/components'
import { useMade } from '../made'
import type { Task } from '../words'
import { close, type FormProps, optionsOf, said, through } from './form'

interface Written {
  words: string
  count: string
  photos: Photo[]
  /** Of a visit: the record it is completed with; '' for none, the newest while nobody has said. */
  check?: string
}

const numberOf = (typed: string): number | undefined => {
  const number = Number(typed.trim())
  return typed.trim() && Number.isInteger(number) && number >= 0 ? number : undefined
}

/** Words, a count where there is a target, and pictures. */
function Work({
  task,
  label,
  value,
  recorded,
  onChange,
}: {
  task: Task
  label: string
  value: Written
  /** There is a record: no words are needed. */
  recorded: boolean
  onChange: (more: Partial<Written>, render?: boolean) => void
}) {
  return (
    <>
      <TextArea
        label={label}
        required={!recorded}
        maxlength={500}
        defaultValue={value.words}
        placeholder={recorded ? '有检查记录，可以不写' : '查了哪里，发现什么，怎么处理的'}
        onChange={words => onChange({ words })}
      />
      <View>
        {task.target ? (
          <Field
            label={`这次完成多少${task.target.of}`}
            type="number"
            unit={task.target.of}
            defaultValue={value.count}
            onChange={count => onChange({ count })}
          />
        ) : null}
      </View>
      <Photos
        direct
        label="现场照片（可以不拍）"
        value={value.photos}
        onChange={photos => onChange({ photos }, true)}
      />
    </>
  )
}

/** Checks offered as what came of a visit. */
const CHECKS = 3

const EMPTY: Written = { words: '', count: '', photos: [] }

interface Kind {
  path: 'task.report' | 'task.complete'
  /** What the outbox calls it. */
  called: string
  title: string
  label: string
  missing: string
  button: string
  done: string
}

const PROGRESS: Kind = {
  path: 'task.report',
  called: '任务进度',
  title: '报进度',
  label: '进展情况',
  missing: '请写一句进展情况',
  button: '提交进度',
  done: '进度已报',
}

const END: Kind = {
  path: 'task.complete',
  called: '办结任务',
  title: '办结',
  label: '完成情况',
  missing: '请写明完成情况',
  button: '办结任务',
  done: '已办结',
}

/** 报进度. */
export const ReportProgress = (props: FormProps) => <Done {...props} kind={PROGRESS} />

/** 办结: needs what came of it. */
export const Complete = (props: FormProps) => <Done {...props} kind={END} />

function Done({ kind, ...props }: FormProps & { kind: Kind }) {
  const { task, hold, onClose } = props
  const [made, setMade, draft] = useDraftState<Written>(`${kind.path}/${task._id}`, () => EMPTY)
  const { send, problem } = useSend(kind.path, optionsOf(kind.called, kind.path, props))
  const checks = useMade(task).slice(0, CHECKS)
  const stands = made.check === '' || checks.some(({ id }) => id === made.check)
  const check = (kind === END && (stands ? made.check : checks[0]?.id)) || ''
  const press = async () => {
    const { words, count, photos } = draft.value
    if (!words.trim() && !check) return tell(kind.missing)
    const number = numberOf(count)
    const { state } = await hold(
      send({
        task: task._id,
        words,
        ...(check ? { check } : {}),
        ...(number === undefined ? {} : { count: number }),
        ...(photos.length ? { photos } : {}),
      }),
    )
    if (!through(state)) return
    draft.clear()
    said(state, kind.done)
    onClose()
  }
  return (
    <>
      <Card title={kind.title}>
        <View>
          {kind === END && checks.length ? (
            <Framed label="检查记录">
              <Chips
                label="检查记录"
                single
                options={checks.map(({ id, words }) => ({ value: id, label: words }))}
                value={[check]}
                onChange={([next = '']) => setMade(now => ({ ...now, check: next }))}
              />
            </Framed>
          ) : null}
        </View>
        <Work
          task={task}
          label={kind.label}
          value={made}
          recorded={check !== ''}
          onChange={(more, render) => (render ? setMade(now => ({ ...now, ...more })) : draft.patch(more))}
        />
      </Card>
      <BarButton
        text={kind.button}
        busyText="正在提交"
        onPress={press}
        error={problem?.message}
        second={close(onClose)}
      />
    </>
  )
}
