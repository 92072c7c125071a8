/** Small durable values. Each write of one key is whole or not at all. */
export interface Store {
  get<T>(key: string): T | undefined
  /** Throws a `storage.full` problem when the device has no room. */
  set(key: string, value: unknown): void
  remove(key: string): void
  keys(prefix: string): string[]
}

/** Pictures kept until the server has them. A key is `<32 hex>.jpg` or `.png`. */
export interface Files {
  /** Takes over a temporary file (its path or object URL). */
  keep(temporary: string, kind: 'jpg' | 'png'): Promise<{ key: string; bytes: number }>
  read(key: string): Promise<Uint8Array>
  /** Something `<Image src>` can show. */
  url(key: string): Promise<string>
  remove(key: string): Promise<void>
  keys(): Promise<string[]>
}

export interface Network {
  online(): boolean
  /** Calls back on each change; returns what stops it. */
  onChange(listener: (online: boolean) => void): () => void
}

/** A picture just taken or chosen, already at most 1600 px wide or high and at most 500 KB. */
export interface Shot {
  temporary: string
  bytes: number
}

/** Everything the client asks of the machine it runs on; device.weapp.ts and device.h5.ts answer. */
export interface Device {
  /** 32 lower-case hex characters from the system's random source. */
  randomId(): Promise<string>
  storage: Store
  files: Files
  network: Network
  /** The app comes to the front (`true`) or leaves it. Returns what stops the listening. */
  onFront(listener: (front: boolean) => void): () => void
  /** Another tab changed the storage; never called in WeChat, where there is one. */
  onForeignChange(listener: () => void): () => void
  /** Runs `work` while nobody else on this device runs work of the same name, in this tab or another. */
  exclusive<T>(name: string, work: () => Promise<T>): Promise<T>
  /** Opens camera or album. An empty list when the person turns back. */
  shots(from: 'camera' | 'album', count: number): Promise<Shot[]>
}

/** The way to the functions. Rejects with a `network.*` ProblemError when they were not reached. */
export interface Transport {
  /** Answers what the function returned that serves the path. */
  call(event: { path: string; input: unknown }, person: string, timeout: number): Promise<unknown>
  /** Uploads a kept file and answers its `cloud://` id; the same place again overwrites. */
  upload(key: string, place: string, person: string, timeout: number): Promise<string>
}

/** Longest side and size of a picture as it is kept (screens.md; the server takes up to domain/evidence PHOTO_BYTES). */
export const SHOT = { side: 1600, bytes: 500_000 }
