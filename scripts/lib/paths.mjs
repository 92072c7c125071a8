import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's own folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** An absolute path below the repository. */
export const at = (...parts) => path.join(root, ...parts)
