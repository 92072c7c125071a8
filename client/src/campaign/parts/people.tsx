import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button, Card, Field, Row } from '@/components'

export interface Person {
  role: string
  name: string
  phone?: string | undefined
}

/** The leading group and the contacts; a tap calls. */
export function People({ title, people }: { title: string; people: readonly Person[] }) {
  return (
    <Card title={title} more={people.some(({ phone }) => phone) ? '点一下拨打' : ''}>
      {people.length ? null : <Text className="row-hint">还没有填写联系人。</Text>}
      {people.map(({ role, name, phone }) => (
        <Row
          key={`${role} ${name}`}
          label={name}
          hint={role}
          spoken={`给${role}${name}打电话`}
          {...(phone
            ? {
                value: phone,
                onPress: () => void Taro.makePhoneCall({ phoneNumber: phone }).catch(() => {}),
              }
            : {})}
        />
      ))}
    </Card>
  )
}

interface PeopleFormProps {
  people: readonly Person[]
  onChange: (people: Person[]) => void
  error?: string | undefined
}

/** Who is to be asked, one after the other. */
export function PeopleForm({ people, onChange, error }: PeopleFormProps) {
  const put = (at: number, change: Partial<Person>) =>
    onChange(people.map((person, i) => (i === at ? tidied({ ...person, ...change }) : person)))
  return (
    <Card title="领导小组和联系人" more={`${people.length}人`}>
      {people.map((person, at) => (
        // A line is its place: what is typed stays in its field.
        <View key={`${people.length} ${at}`} className="part">
          <Field
            label={`职务${at + 1}`}
            required
            maxlength={30}
            placeholder="组长、副组长、联系人"
            defaultValue={person.role}
            onChange={role => put(at, { role })}
          />
          <View className="tool-two">
            <Field
              label={`姓名${at + 1}`}
              required
              maxlength={30}
              defaultValue={person.name}
              onChange={name => put(at, { name })}
            />
            <Field
              label={`电话${at + 1}`}
              maxlength={20}
              defaultValue={person.phone ?? ''}
              onChange={phone => put(at, { phone })}
            />
          </View>
          <Button
            kind="plain"
            text={`删去${person.name || `第${at + 1}人`}`}
            onPress={() => onChange(people.filter((_, i) => i !== at))}
          />
        </View>
      ))}
      <View>{error ? <Text className="field-error">{error}</Text> : null}</View>
      <Button
        kind="second"
        text="添加一人"
        onPress={() => onChange([...people, { role: people.length ? '' : '联系人', name: '' }])}
      />
    </Card>
  )
}

// An empty number is none.
const tidied = ({ phone, ...person }: Person): Person => (phone ? { ...person, phone } : person)
