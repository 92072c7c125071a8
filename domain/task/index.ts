export * from './forms'
export * from './rules'
export * from './steps'
export * from './task'
