/** What lives in the mini-program's realm or behind glass-easel's private doors has no types of ours. */
// biome-ignore lint/suspicious/noExplicitAny: the one place where the untyped world is named
export type Loose = any

export type LooseFunction = (...args: Loose[]) => Loose
