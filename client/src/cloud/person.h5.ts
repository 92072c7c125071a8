// On a laptop one browser plays many people: the one signed in is kept here, and goes out as `x-openid`.

const KEY = 'sanlian:person'
const listeners = new Set<() => void>()

/** The openid signed in on this laptop. */
export const person = (): string | undefined => localStorage.getItem(KEY) ?? undefined

export function signInAs(openid: string): void {
  localStorage.setItem(KEY, openid)
  for (const listener of listeners) listener()
}

export function signOut(): void {
  localStorage.removeItem(KEY)
  for (const listener of listeners) listener()
}

export function onPersonChange(listener: () => void): () => void {
  listeners.add(listener)
  const foreign = (event: StorageEvent) => event.key === KEY && listener()
  addEventListener('storage', foreign)
  return () => {
    listeners.delete(listener)
    removeEventListener('storage', foreign)
  }
}
