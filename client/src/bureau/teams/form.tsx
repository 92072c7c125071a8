import { type TeamKind, teamKinds, townsIn } from '@domain/team'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { KEPT, useSend } from '@/cloud'
import { Button, Choice, Field, Framed, TextArea, tell } from '@/components'
import type { Team } from './index'

const kinds = (Object.keys(teamKinds) as TeamKind[]).map(value => ({ value, label: teamKinds[value] }))

type Props = { unit: string; team?: undefined } | { team: Team; unit?: undefined }

/** Setting up a team, or changing one. */
export function TeamForm({ unit, team, onDone }: Props & { onDone: () => void }) {
  const [name, setName] = useState(team?.name ?? '')
  const [kind, setKind] = useState<TeamKind>(team?.kind ?? 'station')
  const [towns, setTowns] = useState(team?.towns.join('、') ?? '')
  const [wrong, setWrong] = useState('')
  const setUp = useSend('office.setUpTeam', { title: `设立所队 · ${name}` })
  const change = useSend('office.changeTeam', { title: `变更所队 · ${name}` })
  const problem = setUp.problem ?? change.problem
  const errorAt = (field: string) => (problem?.field?.startsWith(field) ? problem.message : undefined)
  const submit = async () => {
    if (!name.trim()) return setWrong('请填写名称')
    const content = { name, kind, towns: townsIn(towns) }
    const { state } = team
      ? await change.send({ team: team.id, ...content })
      : await setUp.send({ unit: unit as string, ...content })
    if (state !== 'done' && state !== 'kept') return
    tell(state === 'done' ? (team ? '已变更' : '已设立') : KEPT)
    onDone()
  }
  return (
    <View>
      <Field
        label="名称"
        required
        maxlength={30}
        placeholder="如 嘉定市场监管所"
        defaultValue={name}
        error={wrong || errorAt('name')}
        onChange={next => {
          setName(next)
          if (wrong) setWrong('')
        }}
      />
      <Framed label="类别" required>
        <Choice label="类别" options={kinds} value={kind} onChange={setKind} />
      </Framed>
      <TextArea
        label="辖区"
        maxlength={400}
        placeholder="如 嘉定镇、大塘埠镇"
        hint="管哪些乡镇、街道，用顿号隔开；一个乡镇只归一个市场监管所。"
        defaultValue={towns}
        error={errorAt('towns') ?? (problem && !problem.field ? problem.message : undefined)}
        onChange={setTowns}
      />
      <Button text={team ? '变更所队' : '设立所队'} busyText="正在提交" onPress={submit} />
      <Button kind="plain" text="返回" onPress={onDone} />
    </View>
  )
}
