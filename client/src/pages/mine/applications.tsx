import { dayOf, spokenDay } from '@domain/calendar'
import { Text, View } from '@tarojs/components'
import { KEPT, type OutputOf, useCall, useSend } from '@/cloud'
import { ask, Button, Card, tell, useRefresh } from '@/components'

type Application = OutputOf<'office.applications'>[number]

/** Who waits to be let in by me (待确认的申请). Nothing is shown when nobody waits. */
export function Applications() {
  const query = useCall('office.applications', {}, { keep: true })
  useRefresh(query)
  const waiting = query.data ?? []
  return (
    <View>
      {waiting.length ? (
        <Card title="待确认的申请" more={`${waiting.length} 人`}>
          {waiting.map(application => (
            <Applicant key={application.id} application={application} />
          ))}
        </Card>
      ) : null}
    </View>
  )
}

function Applicant({ application }: { application: Application }) {
  const { id, name, role, orgName, certificate, phone, at } = application
  const { send, problem } = useSend('office.admit', { title: `确认岗位 · ${name}` })
  const admit = async () => {
    const sure = await ask(
      `确认${name}？`,
      `确认后，${name}就是${orgName}的${role}。请先核实是本人，不认识的不要确认。`,
      '确认',
    )
    if (!sure) return
    const { state } = await send({ application: id })
    if (state === 'done') tell(`${name}可以开始工作了`)
    if (state === 'kept') tell(KEPT)
  }
  return (
    <View className="applicant">
      <View className="row-main">
        <Text className="card-title">
          {name} · {role}
        </Text>
        <Text className="row-hint">{[orgName, certificate, phone].filter(Boolean).join(' · ')}</Text>
        <Text className="row-hint">{spokenDay(dayOf(at))}申请</Text>
        {problem ? <Text className="field-error">{problem.message}</Text> : null}
      </View>
      <Button kind="second" text="确认" onPress={admit} />
    </View>
  )
}
