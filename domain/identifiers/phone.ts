import { tidyPhone } from '../text'
import { digits, type Plain, withText } from './look-alikes'
import { broken, type CodeReading, part, sound } from './reading'

const FORM = '格式正确；是否在用，拨打才知道。'

/** Reads a telephone number as the forms take it (domain/fields.ts); undefined where the text is none. */
export function readPhone(plain: Plain): CodeReading | undefined {
  const tidied = tidyPhone(plain.text)
  const inland = tidied.replace(/^(\+|00)86-?/, '')
  // Behind +86 the area code stands without its 0.
  const zero = inland !== tidied && !/^0|^1[3-9]/.test(inland) ? '0' : ''
  const read = digits(withText(plain, zero + inland))
  const bare = withText(read, read.text.replace(/-/g, ''))
  if (/^1\d{10}$/.test(bare.text))
    return /^1[3-9]/.test(bare.text)
      ? sound('mobile', bare, FORM)
      : broken('mobile', bare, 'range', '第2位应为3至9，请核对。', [{ at: 2, is: bare.text[1] as string }])
  const found = /^(0(?:10|2\d|[3-9]\d\d))?-?(\d{3,4})-?(\d{4})$/.exec(read.text)
  if (!found) return undefined
  const area = found[1] ?? ''
  const local = `${found[2]}${found[3]}`
  return sound(
    'landline',
    withText(read, area ? `${area}-${local}` : local),
    local.length === 8 && !area ? `${FORM}如是商品条码，则校验码不对。` : FORM,
    [part('区号', area === '0797' ? '0797（赣州）' : area || '未写，赣州为0797'), part('号码', local)],
  )
}
