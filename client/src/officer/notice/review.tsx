import type { Photo } from '@domain/evidence'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { KEPT, useDraftState, useSend } from '@/cloud'
import { BarButton, Card, Chips, Choice, Photos, TextArea, tell } from '@/components'
import { likely, rememberColleague } from '@/components/colleague'
import { optionsOf, type StepProps, sentBefore } from './notice'
import { Second, secondOf, useColleagues } from './second'

interface Reviewed {
  colleague: string
  passed?: boolean
  remark: string
  photos: Photo[]
}

const PASSED = { value: 'passed', label: '合格', tone: 'green' } as const
const FAILED = { value: 'failed', label: '不合格', tone: 'red' } as const

const WORDS = {
  passed: ['已全部改正', '资料齐全', '现场核实无误'],
  failed: ['仍未改正', '只改了一部分', '证明材料不足'],
}

/** 复查: once the enterprise has answered it stands open; before that it is offered. */
export function Review({ notice, instead, hold }: StepProps) {
  const { colleagues } = useColleagues(notice)
  const [reviewed, setReviewed, draft] = useDraftState<Reviewed>(`review/${notice._id}`, () => ({
    colleague: likely(colleagues),
    remark: '',
    photos: [],
    ...sentBefore<Reviewed>(instead, 'enforcement.review', ['colleague', 'passed', 'remark', 'photos']),
  }))
  const answered = notice.state === 'answered'
  const [open, setOpen] = useState(answered || draft.restored || instead?.path === 'enforcement.review')
  const [turn, setTurn] = useState(0)
  const { send, problem } = useSend(
    'enforcement.review',
    optionsOf(notice, '复查记录', 'enforcement.review', instead),
  )
  const { passed } = reviewed

  const press = async () => {
    if (!open) {
      setOpen(true)
      setTimeout(() => Taro.pageScrollTo({ selector: '#review', duration: 200 }), 60)
      return
    }
    if (passed === undefined) return tell('请选择复查结论')
    const remark = draft.value.remark.trim()
    if (!passed && !remark) return tell('请写明哪里没有改好')
    if (passed && !remark && !reviewed.photos.length) return tell('请写一句复查情况，或拍照')
    const colleague = secondOf(reviewed.colleague, colleagues)
    if (!colleague) return tell('请选择协办人员')
    const { state } = await hold(
      send({
        notice: notice._id,
        colleague,
        passed,
        remark,
        at: Date.now(),
        ...(reviewed.photos.length ? { photos: reviewed.photos } : {}),
      }),
    )
    if (state !== 'done' && state !== 'kept') return
    setReviewed({ colleague, remark: '', photos: [] })
    draft.clear()
    rememberColleague(colleague)
    setOpen(false)
    tell(state === 'kept' ? KEPT : passed ? '复查合格，已办结' : '已退回企业继续整改')
  }

  const text = !open
    ? '现在复查'
    : passed === undefined
      ? '登记复查'
      : passed
        ? '复查合格，办结'
        : '复查不合格，继续整改'
  return (
    <>
      <View id="review">
        {open ? (
          <Card title={answered ? '下一步：复查' : '复查'} more="时间记为现在">
            <Choice
              label="复查结论"
              options={[PASSED, FAILED]}
              value={passed === undefined ? undefined : passed ? 'passed' : 'failed'}
              onChange={next => setReviewed(now => ({ ...now, passed: next === 'passed', remark: '' }))}
            />
            <View>
              {passed === undefined ? null : (
                <View key={`${passed}${turn}`}>
                  <Chips
                    label="复查情况"
                    options={WORDS[passed ? 'passed' : 'failed'].map(value => ({ value, label: value }))}
                    value={reviewed.remark.split('；')}
                    onChange={words => {
                      setReviewed(now => ({ ...now, remark: words.filter(Boolean).join('；') }))
                      setTurn(turn + 1)
                    }}
                  />
                  <TextArea
                    label={passed ? '复查情况' : '哪里没有改好'}
                    required
                    defaultValue={reviewed.remark}
                    placeholder="点上面的词，或自己写"
                    onChange={remark => draft.patch({ remark })}
                  />
                </View>
              )}
            </View>
            <Second
              notice={notice}
              value={reviewed.colleague}
              onChange={colleague => setReviewed(now => ({ ...now, colleague }))}
            />
            <Photos
              direct
              label="复查照片（可以不拍）"
              value={reviewed.photos}
              onChange={photos => setReviewed(now => ({ ...now, photos }))}
            />
          </Card>
        ) : (
          <Text className="notice-wait">
            {notice.state === 'failed'
              ? '等企业再次提交整改材料。'
              : '企业还没有提交整改材料，也可以直接到现场复查。'}
          </Text>
        )}
      </View>
      <BarButton text={text} busyText="正在登记" onPress={press} error={problem?.message} />
    </>
  )
}
