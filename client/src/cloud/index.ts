// The client's way to the cloud. Screens import from here only.
export type { AnswerOf, ContentOf, InputOf, OutputOf, Path, WritePath } from './call'
export { call } from './call'
export { Draft, useDraft, useDraftState } from './drafts'
export type { Item, ItemState } from './outbox'
export { onPersonChange, person, signInAs, signOut } from './person'
export { dropPhoto, keepPhoto, photoUrl, takePhotos } from './photos'
export { type ClientProblem, isOffline, ProblemError, problemOf } from './problem'
export { type CallOptions, keptAnswer, putAnswer, queries, useCall } from './queries'
export {
  KEPT,
  type OutboxView,
  outbox,
  type Send,
  type SendResult,
  startCloud,
  useOutbox,
  useSend,
} from './queue'
export { remember, remembered } from './remember'
export { type Session, useSession } from './session'
export { useOnline } from './use-online'
