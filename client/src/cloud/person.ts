// Taro takes person.weapp.ts or person.h5.ts by itself; this file is what the type checker and tests see.
export * from './person.h5'
