/** 消息: what people are told, and whether they have read it. */
export { type Told, tell } from './tell'
