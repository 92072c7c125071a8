// Taro takes open-file.weapp.ts or open-file.h5.ts by itself; this file is what the type checker and tests see.
export * from './open-file.h5'
