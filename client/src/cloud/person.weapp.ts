/** Whose phone this is. WeChat keeps storage apart per person, so one name is enough. */
export const person = (): string | undefined => 'me'

/** In WeChat nobody signs in or out: identity comes with each call. */
export const signInAs = (_openid: string): void => {}
export const signOut = (): void => {}
export const onPersonChange =
  (_listener: () => void): (() => void) =>
  () => {}
