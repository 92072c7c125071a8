import type { Photo } from '@domain/evidence'
import { Image, Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { photoUrl } from '@/cloud'
import { picture } from './names'

/** Where each picture can be seen: the server's temporary address, or the device while it is not sent yet. */
function useAddresses(photos: readonly Photo[], addresses: Record<string, string>): string[] {
  const [local, setLocal] = useState<Record<string, string>>({})
  useEffect(() => {
    let there = true
    void Promise.all(
      photos
        .filter(photo => !addresses[photo.file])
        .map(async photo => [photo.file, await photoUrl(photo)] as const),
    ).then(found => there && found.length && setLocal(Object.fromEntries(found)))
    return () => {
      there = false
    }
  }, [photos, addresses])
  return photos.map(photo => addresses[photo.file] ?? local[photo.file] ?? '')
}

export interface PicturesProps {
  photos: readonly Photo[]
  /** Temporary addresses by file id, as the server gave them. */
  addresses: Record<string, string>
  /** What they show, read aloud. */
  label: string
}

/** Pictures of a record, to look at. */
export function Pictures({ photos, addresses, label }: PicturesProps) {
  const urls = useAddresses(photos, addresses)
  return (
    <View className="photos">
      {photos.map((photo, at) => (
        <View key={photo.file} className="photo">
          <Image
            className="photo-image"
            src={urls[at]}
            mode="aspectFill"
            onClick={() => urls[at] && Taro.previewImage({ current: urls[at], urls: urls.filter(Boolean) })}
            {...picture(`${label}，照片${at + 1}`)}
          />
          <View>{photo.album ? <Text className="photo-mark">相册导入</Text> : null}</View>
        </View>
      ))}
    </View>
  )
}
