import { type ChecklistItem, commonFindings, type Result, severities, shortName } from '@domain/checklist'
import type { Photo } from '@domain/evidence'
import { Text, View } from '@tarojs/components'
import { memo, useState } from 'react'
import { problemOf, takePhotos } from '@/cloud'
import { Chips, Choice, names, Photos, say, Tag, TextArea, tell } from '@/components'
import { QuickTest } from './quick-test'
import { type Given, type Sheet, useSheet } from './sheet'

const rare: readonly Result[] = ['基本符合', '不适用', '无法检查']
const rareOptions = rare.map(value => ({ value, label: value }))
const UNSEEN = ['现场未生产', '资料不在现场', '设备停用', '负责人不在场']
const tones = { A: 'red', B: 'amber', C: undefined } as const

const options = (words: readonly string[]) => words.map(value => ({ value, label: value }))

/** What a finding needs: what was found, pictures, and what follows from it. */
function Finding({ sheet, row, given }: { sheet: Sheet; row: ChecklistItem; given: Given }) {
  const [grade, words] = severities[row.severity].split('：')
  return (
    <View className={names('finding', `finding-${row.severity}`)}>
      <View className="finding-follows">
        <Tag
          word={`${row.severity} ${grade}`}
          {...(tones[row.severity] ? { tone: tones[row.severity] } : {})}
        />
        <Text className="finding-what">
          {words}；{row.ifNot}
        </Text>
        <Text className="finding-law">
          依据：{row.basis}
          {row.basisToCheck ? '（依据待核）' : ''}
        </Text>
      </View>
      <Chips
        label="发现的情况"
        options={options(commonFindings(row.id))}
        value={given.tapped ?? []}
        onChange={tapped => sheet.give(row.id, { tapped })}
      />
      <TextArea
        label="补充说明"
        placeholder="可以不填"
        defaultValue={given.words}
        onChange={typed => sheet.give(row.id, { words: typed })}
      />
    </View>
  )
}

function Details({ row }: { row: ChecklistItem }) {
  return (
    <View className="item-more">
      <Text className="item-full">{row.item}</Text>
      <Text className="item-law">依据：{row.basis}</Text>
      <View>{row.basisToCheck ? <Tag tone="amber" word="依据待核" /> : null}</View>
      <Text className="item-law">
        不符合的：{row.ifNot}（{row.severity} {severities[row.severity].split('：')[0]}）
      </Text>
    </View>
  )
}

/** One item of the checklist; it renders by itself, so that an answer re-sends only this. */
export const Item = memo(function Item({ sheet, row }: { sheet: Sheet; row: ChecklistItem }) {
  const given = useSheet(sheet, () => sheet.given(row.id))
  const [details, setDetails] = useState(false)
  const [picking, setPicking] = useState(false)
  const name = shortName(row)
  const { result } = given
  const isRare = result !== undefined && rare.includes(result)
  const pictures = given.photos ?? []

  const choose = (chosen: '符合' | '不符合' | '其他') => {
    if (chosen === '其他') return setPicking(true)
    setPicking(false)
    sheet.give(row.id, { result: chosen })
  }
  const chooseRare = ([chosen]: Result[]) => {
    if (chosen) sheet.give(row.id, { result: chosen })
  }
  const snap = async () => {
    try {
      const taken: Photo[] = await takePhotos('camera', 9)
      if (taken.length) sheet.give(row.id, { photos: [...(sheet.given(row.id).photos ?? []), ...taken] })
    } catch (error) {
      tell(problemOf(error).message)
    }
  }

  return (
    <View className="item" id={row.id}>
      <View className="item-head">
        <View
          className="item-words"
          onClick={() => setDetails(!details)}
          {...say('button', `${name}，${details ? '收起' : '查看全文'}`)}
        >
          <Text className="item-name">{name}</Text>
          <Text className="item-look">{row.lookAt}</Text>
        </View>
        <View>
          {pictures.length || result === '不符合' ? null : (
            <View className="item-snap" onClick={snap} {...say('button', `${name}，拍照`)}>
              <Text>拍照</Text>
            </View>
          )}
        </View>
      </View>
      <View>{details ? <Details row={row} /> : null}</View>
      {row.quickTest ? (
        <QuickTest
          name={name}
          tested={given.tested ?? []}
          onTested={tested => sheet.give(row.id, { tested })}
        />
      ) : null}
      <Choice
        label={name}
        options={[
          { value: '符合', label: '符合', tone: 'green' },
          { value: '不符合', label: '不符合', tone: 'red' },
          { value: '其他', label: isRare ? result : '其他' },
        ]}
        value={isRare ? '其他' : (result as '符合' | '不符合' | undefined)}
        onChange={choose}
      />
      <View>
        {isRare || picking ? (
          <Chips
            label={`${name}，其他结果`}
            single
            options={rareOptions}
            value={isRare ? [result] : []}
            onChange={chooseRare}
          />
        ) : null}
        {result === '无法检查' || result === '基本符合' ? (
          <View>
            {result === '无法检查' ? (
              <Chips
                label="无法检查的原因"
                options={options(UNSEEN)}
                value={given.tapped ?? []}
                onChange={tapped => sheet.give(row.id, { tapped })}
              />
            ) : null}
            <TextArea
              label={result === '无法检查' ? '原因' : '情况说明'}
              placeholder={result === '无法检查' ? '点上面的词，或自己写' : '可以不填'}
              defaultValue={given.words}
              onChange={typed => sheet.give(row.id, { words: typed })}
            />
          </View>
        ) : null}
        {result === '不符合' ? <Finding sheet={sheet} row={row} given={given} /> : null}
        {pictures.length || result === '不符合' ? (
          <Photos
            direct
            label={result === '不符合' ? '拍照取证' : '照片'}
            value={pictures}
            onChange={photos => sheet.give(row.id, { photos })}
          />
        ) : null}
      </View>
    </View>
  )
})
