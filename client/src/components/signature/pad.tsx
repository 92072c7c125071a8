// Taro takes pad.weapp.tsx or pad.h5.tsx by itself (their ending must be this file’s: it tries ending by ending);
// this file is what the type checker and tests see.
export * from './pad.h5'
