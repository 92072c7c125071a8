// Taro takes transport.weapp.ts or transport.h5.ts by itself; this file is what the type checker and tests see.
export * from './transport.h5'
