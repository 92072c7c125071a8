import { spokenDay, timeOf } from '@domain/calendar'
import { enterpriseKinds } from '@domain/enterprise'
import { inGroups } from '@domain/text'
import { Text, View } from '@tarojs/components'
import { ask, Card, names, say, Tag } from '@/components'
import { ColleagueChoice } from '@/components/colleague'
import type { Prepared } from './content'
import { type Sheet, useSheet } from './sheet'

function Second({ sheet, prepared }: { sheet: Sheet; prepared: Prepared }) {
  const colleague = useSheet(sheet, () => sheet.filled.colleague)
  return (
    <ColleagueChoice
      colleagues={prepared.colleagues}
      value={colleague}
      onChange={next => sheet.patch({ colleague: next })}
    />
  )
}

interface RightProps {
  sheet: Sheet
  member: 'shownAt' | 'toldAt'
  word: string
  hint: string
}

/** 已亮证, 已告知: one tap, which keeps its time. */
function Right({ sheet, member, word, hint }: RightProps) {
  const at = useSheet(sheet, () => sheet.filled[member])
  const press = async () => {
    if (!at) return sheet.patch({ [member]: Date.now() })
    if (await ask(`撤销“${word}”？`, `记下的时间是 ${timeOf(at)}。`, '撤销'))
      sheet.patch({ [member]: undefined })
  }
  return (
    <View
      className={names('right', at !== undefined && 'right-on')}
      onClick={press}
      {...say('checkbox', word, { checked: at !== undefined })}
    >
      <Text className="right-word">
        {at ? '✓' : '○'} {word}
      </Text>
      <Text className="right-hint">{at ? timeOf(at) : hint}</Text>
    </View>
  )
}

/** Where, by whom, and that the formalities were kept (程序规定 22). */
export function Head({ sheet, prepared }: { sheet: Sheet; prepared: Prepared }) {
  const { enterprise, me } = prepared
  return (
    <Card>
      <Text className="head-name">{enterprise.name}</Text>
      <View className="head-line">
        <Tag tone="act" word={enterpriseKinds[enterprise.kind]} />
        <Text className="head-code">{inGroups(enterprise.code)}</Text>
      </View>
      <View>
        {enterprise.codeSound ? null : (
          <Text className="head-warn">▲ 信用代码的校验位对不上，请与营业执照核对</Text>
        )}
        {enterprise.lastCheck ? (
          <Text className="head-last">
            上次检查 {spokenDay(enterprise.lastCheck.on)}：{enterprise.lastCheck.outcome}
          </Text>
        ) : null}
      </View>
      <View className="officers">
        <View className="officer">
          <Text className="officer-role">主办</Text>
          <Text className="officer-name">{me.name}</Text>
          <Text className="officer-number">{me.certificate}</Text>
        </View>
        <Second sheet={sheet} prepared={prepared} />
      </View>
      <View className="rights">
        <Right sheet={sheet} member="shownAt" word="已亮证" hint="出示后点一下" />
        <Right sheet={sheet} member="toldAt" word="已告知" hint="权利、申请回避" />
      </View>
    </Card>
  )
}
