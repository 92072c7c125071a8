import { spokenDay, writtenDay } from '@domain/calendar'
import { Switch, Text, View } from '@tarojs/components'
import Taro, { useDidShow } from '@tarojs/taro'
import { person, signOut, useSession } from '@/cloud'
import { Card, Page, Row, setCare, useCare, useRefresh } from '@/components'
import { inputName } from '@/components/names'
import { OutboxList } from '@/components/outbox-list'
import { MyApplications } from '../my-applications'
import { usePerson } from '../person'
import { Applications } from './applications'

/** 我的: who I am, what waits on this phone, who waits for me. */
export default function Mine() {
  const who = usePerson()
  useDidShow(() => {
    if (!person()) void Taro.redirectTo({ url: '/pages/people/index' })
  })
  return who ? <Me key={who} /> : <Page>{null}</Page>
}

function Me() {
  const session = useSession()
  useRefresh(session)
  const me = session.data
  const own = (me?.posts ?? []).filter(({ standIn }) => !standIn)
  const admits = own.some(({ role }) => role === 'head' || role === 'officer' || role === 'admin')
  return (
    <Page headline={me?.name || '我的'} {...(me ? { under: summary(me) } : {})}>
      <View>{me?.certificateWarning ? <Warning text={me.certificateWarning} /> : null}</View>
      <View>{admits ? <Applications /> : null}</View>
      <MyApplications />
      <OutboxList />
      <View>{me?.posts.some(({ role }) => APPROVE.includes(role)) ? <Approvals me={me} /> : null}</View>
      <Posts me={me} />
      <View>{own.some(({ role }) => role !== 'enterprise') ? <Bureau posts={own} /> : null}</View>
      <Card>
        {me?.posts.some(({ role }) => role === 'officer' || APPROVE.includes(role)) ? (
          <Row
            label="文书"
            hint="拟稿、盖章、送达、文号、补录"
            onPress={() => Taro.navigateTo({ url: '/paper/index' })}
          />
        ) : null}
        <Row
          label="速查"
          hint="判电缆、算期限、认编码，没有信号也能用"
          onPress={() => Taro.navigateTo({ url: '/rules/cable/index' })}
        />
        <Row
          label="规则和依据"
          hint="限值、期限从哪里来，核对到什么程度"
          onPress={() => Taro.navigateTo({ url: '/rules/index' })}
        />
      </Card>
      <Settings />
    </Page>
  )
}

type Me = NonNullable<ReturnType<typeof useSession>['data']>

const summary = (me: Me) =>
  me.posts
    .map(({ roleName, orgName, teamName, standIn }) =>
      standIn
        ? `代理${standIn.name}（至${spokenDay(standIn.to)}）`
        : `${[orgName, teamName].filter(Boolean).join('·')} ${roleName}`,
    )
    .join('、') || '还没有岗位'

const Warning = ({ text }: { text: string }) => (
  <View className="banner">
    <Text>▲ {text}</Text>
  </View>
)

function Bureau({ posts }: { posts: Me['posts'] }) {
  const org = posts.find(({ role }) => role !== 'enterprise')?.org
  const go = (url: string) => void Taro.navigateTo({ url })
  return (
    <Card>
      <Row
        label="岗位和人员"
        hint="谁在哪个所队，哪些岗位没有人，谁在外出"
        onPress={() => go(`/bureau/people/index?unit=${org}`)}
      />
      <View>
        {posts.some(({ role }) => role !== 'enterprise' && role !== 'admin') ? (
          <Row
            label="外出授权"
            hint="外出、休假时，请同事代为审批和办理"
            onPress={() => go('/bureau/away/index')}
          />
        ) : null}
      </View>
    </Card>
  )
}

/** Roles that may approve papers; domain/posts would bring its table into the main package. */
const APPROVE: readonly string[] = ['chief', 'head', 'deputy', 'legal', 'leader']

function Approvals({ me }: { me: Me }) {
  return (
    <Card>
      <Row
        label="待我批"
        hint="送到我这里的文书"
        onPress={() => Taro.navigateTo({ url: '/approve/index' })}
      />
      {me.posts.some(({ role }) => role === 'head') ? (
        <Row
          label="审批流程"
          hint="每种文书由谁审批"
          onPress={() => Taro.navigateTo({ url: '/approve/chains/index' })}
        />
      ) : null}
    </Card>
  )
}

function Posts({ me }: { me: Me | undefined }) {
  return (
    <Card>
      {me?.certificate ? (
        <Row
          label="执法证号"
          value={me.certificate}
          {...(me.certificateUntil ? { hint: `有效期至${writtenDay(me.certificateUntil)}` } : {})}
        />
      ) : null}
      <Row
        label="申请岗位"
        hint={me && me.posts.length === 0 ? '有了岗位才能办理工作' : '换了单位或又有新的岗位时用'}
        onPress={() => Taro.navigateTo({ url: '/post/index' })}
      />
    </Card>
  )
}

function Settings() {
  const care = useCare()
  const leave = () => {
    signOut()
    return Taro.redirectTo({ url: '/pages/people/index' })
  }
  return (
    <Card>
      <Row
        label="关怀版"
        hint="字更大，一行只放一样东西"
        value={
          <Switch
            checked={care}
            color="#1457c8"
            onChange={event => setCare(event.detail.value)}
            {...inputName('关怀版')}
          />
        }
      />
      {process.env.TARO_ENV === 'h5' ? (
        <Row label="换一个身份" hint="只在电脑上有；没有发送的内容会留着" onPress={leave} />
      ) : null}
    </Card>
  )
}
