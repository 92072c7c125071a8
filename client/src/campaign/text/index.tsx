import { writtenDay } from '@domain/calendar'
import { opennesses } from '@domain/campaign'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useCall } from '@/cloud'
import { Card, Page, Paper } from '@/components'
import { Pictures } from '@/components/pictures'

/** The text of a campaign as its paper; everybody's where it is 公开. */
export default function TextPage() {
  const { campaign = '' } = useRouter().params
  const query = useCall('campaign.text', { campaign }, { keep: true })
  return (
    <Page query={query} offline="可以看已经打开过的内容。">
      {paper => (
        <>
          <Paper
            authority={paper.office}
            title={paper.title}
            number={paper.number}
            text={paper.text.split('\n').filter(Boolean)}
            date={writtenDay(paper.issuedOn)}
          />
          <View>
            {paper.pages.length ? (
              <Card title="附件">
                <Pictures photos={paper.pages} addresses={paper.addresses} label="文件" />
              </Card>
            ) : null}
          </View>
          <Card>
            <View>
              {paper.openness === 'public'
                ? '（此件主动公开）'
                : `（${opennesses[paper.openness]}，不得外传）`}
            </View>
          </Card>
        </>
      )}
    </Page>
  )
}
