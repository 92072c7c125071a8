import type { Photo } from '@domain/evidence'
import { Image, Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { dropPhoto, keepPhoto, photoUrl, problemOf } from '@/cloud'
import { Button } from '../button'
import { Framed, type FramedProps } from '../field'
import { picture } from '../names'
import { Pad } from './pad'

export interface SignatureProps extends FramedProps {
  value: Photo | undefined
  onChange: (signature: Photo | undefined) => void
}

/**
 * A person signs with a finger. The result is a picture like any other evidence: kept on the device, hashed, uploaded
 * by the outbox. A page that uses it names the native component in its config:
 * `usingComponents: process.env.TARO_ENV === 'weapp' ? { 'signature-pad': '../../components/signature/native/index' } : {}`
 */
export function Signature(props: SignatureProps) {
  const { label, value, onChange } = props
  const [failed, setFailed] = useState<string>()
  const [url, setUrl] = useState('')
  useEffect(() => {
    if (value) void photoUrl(value).then(setUrl)
  }, [value])

  const signed = async (path: string) => {
    setFailed(undefined)
    try {
      onChange(await keepPhoto(path, { kind: 'png' }))
    } catch (error) {
      setFailed(problemOf(error).message)
    }
  }

  const again = () => {
    if (value) void dropPhoto(value)
    onChange(undefined)
  }

  return (
    <Framed {...props} error={failed ?? props.error}>
      {value ? (
        <View>
          <Image className="signature-image" src={url} mode="aspectFit" {...picture(`${label}，已签名`)} />
          <View className="signature-row">
            <Text className="tone-green">✓ 已签名</Text>
            <Button kind="second" text="重新签名" onPress={again} />
          </View>
        </View>
      ) : (
        <Pad label="请在此签名" onSigned={signed} />
      )}
    </Framed>
  )
}
