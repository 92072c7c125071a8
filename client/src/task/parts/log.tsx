import { taskSteps } from '@domain/task/steps'
import { partyWords } from '@domain/task/task'
import { Text, View } from '@tarojs/components'
import { useSession } from '@/cloud'
import { Card, names } from '@/components'
import { Pictures } from '@/components/pictures'
import { momentOf, ownUnit, type Task } from './words'

type Line = Task['log'][number]
type Report = Task['reports'][number]

/** Through whose hands a task went, and what was reported on the way; the newest first. */
export function Log({ task }: { task: Task }) {
  const own = ownUnit(useSession().data)
  // A report has its own line; the log's line of the same moment says nothing more.
  const lines = task.log.filter(({ step }) => step !== 'report' && step !== 'assist')
  const all = [
    ...lines.map(line => ({ at: line.at, line })),
    ...task.reports.map(report => ({ at: report.at, report })),
  ].sort((a, b) => b.at - a.at)
  return (
    <Card title="办理经过">
      {all.map((one, at) => (
        <View key={`${one.at}${at}`} className={names('task-log', at === 0 && 'task-log-now')}>
          {'line' in one ? (
            <Step line={one.line} own={own} />
          ) : (
            <Reported report={one.report} task={task} own={own} />
          )}
        </View>
      ))}
    </Card>
  )
}

function Head({ what, at }: { what: string; at: number }) {
  return (
    <View className="task-log-head">
      <Text className="task-log-what">{what}</Text>
      <Text className="task-log-at">{momentOf(at)}</Text>
    </View>
  )
}

function Step({ line, own }: { line: Line; own: string | undefined }) {
  const moves = JSON.stringify(line.from) !== JSON.stringify(line.to)
  return (
    <>
      <Head what={taskSteps[line.step].name} at={line.at} />
      <Text className="task-log-words">
        {partyWords(line.by, own)}
        {moves ? ` → ${partyWords(line.to, line.by.unit)}` : ''}
      </Text>
      {line.reason ? <Text className="task-log-reason">{line.reason}</Text> : null}
    </>
  )
}

function Reported({ report, task, own }: { report: Report; task: Task; own: string | undefined }) {
  const { by, words, count, photos } = report
  return (
    <>
      <Head what={by.unit === task.unit ? '进度' : '配合'} at={report.at} />
      <Text className="task-log-words">
        {partyWords(by, own)}：{words}
        {count ? `（${count}${task.target?.of ?? ''}）` : ''}
      </Text>
      {photos.length ? <Pictures photos={photos} addresses={task.addresses} label="进度" /> : null}
    </>
  )
}
