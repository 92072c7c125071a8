import { itemOf, shortName } from '@domain/checklist'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Card, Chips, Choice, Field, Framed, Row, Signature, TextArea } from '@/components'
import { type Missing, missingIn, type Prepared, type Spot } from './content'
import { type Filled, type Sheet, useSheet } from './sheet'

const DUTIES = ['联系人', '法定代表人', '负责人', '质量安全员', '店员']
const OTHER = '其他'
const REASONS: Record<'refused' | 'absent', string[]> = {
  refused: ['对检查结果有异议', '称须请示负责人', '未说明理由'],
  absent: ['大门紧闭，无人应答', '已停业', '仅有无关人员在场'],
}
const options = (words: readonly string[]) => words.map(value => ({ value, label: value }))

/** Here: what the end itself still wants, below it; elsewhere: what leads back, above it, so that nothing jumps. */
function MissingList({ sheet, prepared, onGo, here }: EndProps & { here: boolean }) {
  // As text: a list made anew each time would never be the same.
  const text = useSheet(sheet, () => JSON.stringify(missingIn(sheet, prepared)))
  const all = JSON.parse(text) as Missing[]
  const missing = all.filter(({ spot }) => (spot.at === 'end') === here)
  if (!all.length && here)
    return (
      <Card tone="green" title="✓ 都填好了">
        <Text className="row-hint">请再看一遍，然后提交。提交后不能修改。</Text>
      </Card>
    )
  if (!missing.length) return null
  return (
    <Card tone="amber" title={here ? '这里还差' : `▲ 前面还差 ${missing.length} 件`}>
      {missing.map(({ words, spot }) => (
        <Row key={words} label={words} onPress={() => onGo(spot)} />
      ))}
    </Card>
  )
}

function Findings({ sheet, onGo }: Pick<EndProps, 'sheet' | 'onGo'>) {
  const found = useSheet(sheet, () =>
    sheet.items
      .filter(row => sheet.given(row.id).result === '不符合')
      .map(row => row.id)
      .join(),
  )
  if (!found) return null
  const ids = found.split(',')
  return (
    <Card title={`发现问题 ${ids.length} 项`} more="提交后责令改正">
      {ids.map(id => {
        const row = itemOf(id)
        const { tapped = [], words = '', photos = [] } = sheet.given(id)
        const said = [...tapped, words].filter(Boolean).join('；')
        return row ? (
          <Row
            key={id}
            label={shortName(row)}
            hint={`${said || '未写情况'}${photos.length ? `，照片${photos.length}张` : ''}`}
            onPress={() => onGo({ at: 'item', item: id })}
          />
        ) : null
      })}
    </Card>
  )
}

function Present({ sheet, prepared }: Pick<EndProps, 'sheet' | 'prepared'>) {
  const contact = prepared.enterprise.contact.name
  // Fields keep what is typed themselves; another turn makes them take what was tapped.
  const [turn, setTurn] = useState(0)
  const { present } = sheet.filled
  const [own, setOwn] = useState(present.duty !== '' && !DUTIES.includes(present.duty))
  const put = (members: Partial<Filled['present']>) =>
    sheet.patch({ present: { ...sheet.filled.present, ...members } })
  const fill = (members: Partial<Filled['present']>) => {
    put(members)
    setTurn(turn + 1)
  }
  const isContact = present.name === contact
  return (
    <Card title="企业在场人">
      <Chips
        label="企业在场人"
        single
        options={[{ value: contact, label: `${contact}（企业联系人）` }]}
        value={isContact ? [contact] : []}
        onChange={([name]) => fill(name ? { name, duty: present.duty || '联系人' } : { name: '' })}
      />
      <View key={turn}>
        <Field
          label="姓名"
          defaultValue={present.name}
          maxlength={30}
          onChange={name => put({ name })}
          placeholder="请填写在场人姓名"
        />
        <Framed label="职务">
          <Chips
            label="职务"
            single
            options={options([...DUTIES, OTHER])}
            value={[own ? OTHER : present.duty]}
            onChange={([duty]) => {
              setOwn(duty === OTHER)
              fill({ duty: duty === OTHER ? '' : (duty ?? '') })
            }}
          />
        </Framed>
        <View>
          {own ? (
            <Field
              label="其他职务"
              defaultValue={present.duty}
              maxlength={30}
              onChange={duty => put({ duty })}
            />
          ) : null}
        </View>
        <Field
          label="电话"
          type="number"
          defaultValue={present.phone}
          maxlength={13}
          onChange={phone => put({ phone })}
          placeholder="可以不填"
        />
      </View>
    </Card>
  )
}

function Sign({ sheet }: Pick<EndProps, 'sheet'>) {
  const how = useSheet(sheet, () => sheet.filled.how)
  const picture = useSheet(sheet, () => sheet.filled.picture)
  const [turn, setTurn] = useState(0)
  return (
    <Card title="签名">
      <Choice
        label="签名方式"
        options={[
          { value: 'signed', label: '签名' },
          { value: 'refused', label: '拒签' },
          { value: 'absent', label: '无人在场' },
        ]}
        value={how}
        onChange={next => sheet.patch({ how: next, reason: '' })}
      />
      <View>
        {how === 'signed' ? (
          <Signature
            label="企业在场人核对后在此签名"
            value={picture}
            onChange={signed => sheet.patch({ picture: signed })}
          />
        ) : (
          <View key={`${how}${turn}`} className="end-reason">
            <Chips
              label="原因"
              single
              options={options(REASONS[how])}
              value={[sheet.filled.reason]}
              onChange={([reason]) => {
                sheet.patch({ reason: reason ?? '' })
                setTurn(turn + 1)
              }}
            />
            <TextArea
              label={how === 'refused' ? '拒签的原因' : '无人在场的情况'}
              required
              maxlength={200}
              defaultValue={sheet.filled.reason}
              onChange={reason => sheet.patch({ reason })}
            />
          </View>
        )}
      </View>
    </Card>
  )
}

interface EndProps {
  sheet: Sheet
  prepared: Prepared
  /** Leads to what is missing. */
  onGo: (spot: Spot) => void
}

/** The end of a check: what was found, who was there, how it was signed, what is missing. */
export function End(props: EndProps) {
  const { sheet } = props
  return (
    <View id="end">
      <View>
        <MissingList {...props} here={false} />
        <Findings {...props} />
      </View>
      <View id="present">
        <Present {...props} />
      </View>
      <View id="sign">
        <Sign sheet={sheet} />
      </View>
      <Card>
        <TextArea
          label="备注"
          placeholder="可以不填"
          defaultValue={sheet.filled.remark}
          onChange={remark => sheet.patch({ remark })}
        />
      </Card>
      <View>
        <MissingList {...props} here />
      </View>
    </View>
  )
}
