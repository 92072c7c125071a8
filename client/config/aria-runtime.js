import { mergeInternalComponents } from '@tarojs/shared'
import { aria } from './aria-table'

mergeInternalComponents(aria)
