/// <reference types="@tarojs/taro" />

declare module '*.png'
declare module '*.scss'

declare namespace NodeJS {
  interface ProcessEnv {
    /** What Taro is building for; a constant in the bundle. */
    TARO_ENV: 'weapp' | 'h5'
    /** The CloudBase environment of the release build; empty: the account's first one. */
    CLOUD_ENV: string
  }
}

declare namespace JSX {
  interface IntrinsicElements {
    /** The native WeChat component in components/signature/native. */
    'signature-pad': {
      label?: string
      onSigned?: (event: { detail: { path: string; strokes: number } }) => void
      onCleared?: () => void
    }
  }
}
