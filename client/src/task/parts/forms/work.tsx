import type { Photo } from '@domain/evidence'
import { View } from '@tarojs/components'
import { useDraftState, useSend } from '@/cloud'
import { BarButton, Card, Field, Photos, TextArea, tell } from '@/components'
import type { Task } from '../words'
import { close, type FormProps, optionsOf, said, through } from './form'

interface Made {
  words: string
  count: string
  photos: Photo[]
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
  onChange,
}: {
  task: Task
  label: string
  value: Made
  onChange: (more: Partial<Made>, render?: boolean) => void
}) {
  return (
    <>
      <TextArea
        label={label}
        required
        maxlength={500}
        defaultValue={value.words}
        placeholder="查了哪里，发现什么，怎么处理的"
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

const EMPTY: Made = { words: '', count: '', photos: [] }

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
  const [made, setMade, draft] = useDraftState<Made>(`${kind.path}/${task._id}`, () => EMPTY)
  const { send, problem } = useSend(kind.path, optionsOf(kind.called, kind.path, props))
  const press = async () => {
    const { words, count, photos } = draft.value
    if (!words.trim()) return tell(kind.missing)
    const number = numberOf(count)
    const { state } = await hold(
      send({
        task: task._id,
        words,
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
        <Work
          task={task}
          label={kind.label}
          value={made}
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
