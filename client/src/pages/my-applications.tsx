import { dayOf, spokenDay } from '@domain/calendar'
import { View } from '@tarojs/components'
import { type OutputOf, useCall, useSend } from '@/cloud'
import { ask, Button, Card, Row, Tag, tell, useRefresh } from '@/components'

type Mine = OutputOf<'office.myApplications'>[number]

/** What I asked for and nobody has decided, or was turned down, and why. Nothing is shown once all is settled. */
export function MyApplications() {
  const query = useCall('office.myApplications', {}, { keep: true })
  useRefresh(query)
  const open = (query.data ?? []).filter(({ state }) => state === 'waiting' || state === 'declined')
  return (
    <View>
      {open.map(one => (
        <Asked key={one.id} application={one} />
      ))}
    </View>
  )
}

function Asked({ application }: { application: Mine }) {
  const { role, roleName, orgName, state, stateName, at, reason, by } = application
  const { send, problem } = useSend('office.withdraw', { title: `撤回申请 · ${roleName}` })
  const withdraw = async () => {
    if (!(await ask('撤回申请？', `撤回后，${orgName}${roleName}的申请不再等待确认，可以重新申请。`, '撤回')))
      return
    if ((await send({ role })).state === 'done') tell('已撤回')
  }
  const waiting = state === 'waiting'
  return (
    <Card {...(waiting ? {} : { tone: 'red' as const })}>
      <Row
        label={`申请：${orgName} ${roleName}`}
        hint={
          problem?.message ??
          (waiting ? `${spokenDay(dayOf(at))}申请` : `${by}：${reason}。核对后可以重新申请。`)
        }
        value={<Tag word={stateName} tone={waiting ? 'amber' : 'red'} />}
      />
      {waiting ? <Button kind="plain" text="撤回申请" onPress={withdraw} /> : null}
    </Card>
  )
}
