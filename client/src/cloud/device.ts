// Taro takes device.weapp.ts or device.h5.ts by itself; this file is what the type checker and tests see.
export * from './device.h5'
