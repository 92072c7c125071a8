import { dayOf } from '@domain/calendar'
import { type CodeReading, readCode } from '@domain/identifiers'
import { inGroups } from '@domain/text'
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useMemo, useState } from 'react'
import { Button, Card, Field, Page, Row, Tag, type Tone } from '@/components'
import { canScan, scan } from '@/components/scan'
import { Tools } from '@/components/tools'
import '../index.scss'

const states: Record<CodeReading['state'], { word: string; tone: Tone }> = {
  sound: { word: '格式正确', tone: 'green' },
  doubtful: { word: '有疑问，请核对', tone: 'amber' },
  broken: { word: '有错', tone: 'red' },
}

/** 速查, 认编码. Parameter `text`: what was scanned elsewhere. It calls nobody. */
export default function Codes() {
  const { text = '' } = useRouter().params
  return (
    <Page offline="速查照常可用。">
      <Tools at="code" />
      <View className="tool">
        <CodeTool scanned={decodeURIComponent(text)} />
      </View>
    </Page>
  )
}

/** What a code is and whether it is sound; the wrong character is shown where it stands. */
function CodeTool({ scanned }: { scanned: string }) {
  const [filled, setFilled] = useState({ words: scanned, turn: 0 })
  const [typed, setTyped] = useState(scanned)
  const read = useMemo(() => (typed.trim() ? readCode(typed, dayOf(Date.now())) : undefined), [typed])
  const take = (text: string) => {
    setFilled(({ turn }) => ({ words: text, turn: turn + 1 }))
    setTyped(text)
  }
  const snap = async () => {
    const text = await scan()
    if (text) take(text)
  }
  return (
    <>
      <Card>
        <Field
          key={filled.turn}
          label="粘贴或输入编码"
          placeholder="信用代码、许可证、CCC、条码、电话"
          defaultValue={filled.words}
          maxlength={300}
          onChange={setTyped}
        />
        <View>{canScan ? <Button kind="second" text="扫一扫" onPress={snap} /> : null}</View>
      </Card>
      <View>
        {read ? (
          <Read read={read} onTake={take} />
        ) : (
          <Text className="tool-quiet">
            能认统一社会信用代码、生产许可证编号、CCC证书编号、商品条码、GS1二维码网址和电话号码。
          </Text>
        )}
      </View>
    </>
  )
}

function Read({ read, onTake }: { read: CodeReading; onTake: (code: string) => void }) {
  const { word, tone } = states[read.state]
  return (
    <Card title={read.name} more={<Tag word={word} tone={tone} />} {...(tone === 'green' ? {} : { tone })}>
      <View>
        {read.wrong.length ? (
          <View className="tool-code">
            {Array.from(read.code).map((character, i) => {
              const wrong = read.wrong.some(({ at }) => at === i + 1)
              return (
                <Text key={i} className={wrong ? 'tool-wrong' : ''}>
                  {character}
                </Text>
              )
            })}
          </View>
        ) : (
          <Text className="tool-code">{/^[0-9A-Z]+$/.test(read.code) ? inGroups(read.code) : read.code}</Text>
        )}
      </View>
      <Text className="tool-words">{read.trouble?.message ?? read.words}</Text>
      {read.readAs ? <Text className="tool-note">{read.readAs}</Text> : null}
      {(read.suggestions ?? []).map(code => (
        <Row
          key={code}
          label="是不是这个"
          hint="点一下换成它"
          value={code}
          spoken={`换成${code}`}
          onPress={() => onTake(code)}
        />
      ))}
      {read.parts.map(({ label, value }) => (
        <Row key={label} label={label} value={value} />
      ))}
    </Card>
  )
}
