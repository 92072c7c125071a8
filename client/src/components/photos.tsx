import type { Photo } from '@domain/evidence'
import { Image, Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { dropPhoto, photoUrl, problemOf, takePhotos } from '@/cloud'
import { Framed, type FramedProps } from './field'
import { picture, say } from './names'

export interface PhotosProps extends FramedProps {
  value: readonly Photo[]
  onChange: (photos: Photo[]) => void
  max?: number
  /** Pressing opens the camera at once; the album has words of its own below. Where evidence is taken on site. */
  direct?: boolean
}

function Thumbnail({ photo, at, onRemove }: { photo: Photo; at: number; onRemove: () => void }) {
  const [url, setUrl] = useState('')
  useEffect(() => {
    void photoUrl(photo).then(setUrl)
  }, [photo])
  return (
    <View className="photo">
      <Image
        className="photo-image"
        src={url}
        mode="aspectFill"
        onClick={() => url && Taro.previewImage({ urls: [url] })}
        {...picture(`照片${at}`)}
      />
      <View>{photo.album ? <Text className="photo-mark">相册导入</Text> : null}</View>
      <View className="photo-remove" onClick={onRemove} {...say('button', `删除照片${at}`)}>
        <Text className="photo-cross">×</Text>
      </View>
    </View>
  )
}

const askWhere = async (): Promise<'camera' | 'album' | undefined> => {
  const choice = await Taro.showActionSheet({ itemList: ['拍照', '从相册选择（会标明）'] }).catch(
    () => undefined,
  )
  return choice && (choice.tapIndex === 0 ? 'camera' : 'album')
}

/** Pictures: taken now or from the album (and then marked), at most nine. */
export function Photos(props: PhotosProps) {
  const { value, onChange, max = 9, label, direct = false } = props
  const [failed, setFailed] = useState<string>()
  const [busy, setBusy] = useState(false)

  const add = async (told?: 'camera' | 'album') => {
    if (busy) return
    setFailed(undefined)
    const from = told ?? (await askWhere())
    if (!from) return
    setBusy(true)
    try {
      const taken = await takePhotos(from, max - value.length)
      if (taken.length) onChange([...value, ...taken])
    } catch (error) {
      setFailed(problemOf(error).message)
    }
    setBusy(false)
  }

  const remove = (photo: Photo) => {
    onChange(value.filter(one => one !== photo))
    void dropPhoto(photo)
  }

  return (
    <Framed {...props} error={failed ?? props.error}>
      <View className="photos" {...say('group', label)}>
        {value.map((photo, at) => (
          <Thumbnail key={photo.file} photo={photo} at={at + 1} onRemove={() => remove(photo)} />
        ))}
        {value.length < max ? (
          <View
            className="photo photo-add"
            onClick={() => add(direct ? 'camera' : undefined)}
            {...say('button', `${label}，拍照，已有${value.length}张`)}
          >
            <Text>{busy ? '处理中…' : '＋ 拍照'}</Text>
            <Text>
              {value.length}/{max}
            </Text>
          </View>
        ) : null}
      </View>
      <View>
        {direct && value.length < max ? (
          <View className="photos-album" onClick={() => add('album')} {...say('button', '从相册选择')}>
            <Text>从相册选择（会标明“相册导入”）</Text>
          </View>
        ) : null}
      </View>
    </Framed>
  )
}
