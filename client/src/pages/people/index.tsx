import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { person, signInAs } from '@/cloud'
import { Button, Card, Field, Page, Row, Skeleton } from '@/components'

interface Introduced {
  openid: string
  name: string
  orgName: string
  says: string
}

const enter = (openid: string) => {
  signInAs(openid)
  return Taro.switchTab({ url: '/pages/today/index' })
}

/** Only on a laptop: who plays whom. In WeChat identity comes from WeChat. */
export default function People() {
  const [people, setPeople] = useState<Introduced[]>()
  const [other, setOther] = useState('')
  const me = person()

  useEffect(() => {
    void fetch('/people.json')
      .then(async answer => setPeople(answer.ok ? await answer.json() : []))
      .catch(() => setPeople([]))
  }, [])

  return (
    <Page headline="请选择以谁的身份查看" under="三联 · 电线电缆联查、联打、联治">
      <View className="banner banner-demo">
        <Text>● 演示数据：企业、人员和文书均为虚构。这个页面只在电脑上有，手机上由微信确认身份。</Text>
      </View>
      <View>
        {people ? (
          <Card>
            {people.length === 0 ? (
              <Text className="row-hint">没有可选的演示人员，请在下面填写人员编号。</Text>
            ) : null}
            {people.map(one => (
              <Row
                key={one.openid}
                label={
                  <>
                    <Text className="card-title">{one.name}</Text>
                    {one.openid === me ? <Text className="row-hint">现在是这个身份</Text> : null}
                  </>
                }
                hint={`${one.orgName} · ${one.says}`}
                spoken={`${one.name}，${one.orgName}，${one.says}`}
                onPress={() => enter(one.openid)}
              />
            ))}
          </Card>
        ) : (
          <Skeleton />
        )}
      </View>
      <Card>
        <Field
          label="其他人员编号"
          hint="没有用过的编号会被当作还没有岗位的新人员。"
          onChange={setOther}
          onConfirm={() => other.trim() && enter(other.trim())}
        />
        <Button
          kind="second"
          text="用这个编号进入"
          disabled={!other.trim()}
          onPress={() => enter(other.trim())}
        />
      </Card>
    </Page>
  )
}
