import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const held = new Set<string>()

/** Keeps a second cloud out of a data folder: snapshots and locks live in one process's memory. @returns the release */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'lock')
  const holder = read(file)
  const pid = Number(holder?.split(' ')[0])
  if (held.has(file) || (pid && pid !== process.pid && holder === life(pid))) {
    throw new Error(`the data folder is in use by process ${pid}: ${folder}`)
  }
  writeFileSync(file, life(process.pid) ?? '')
  held.add(file)
  return () => {
    held.delete(file)
    rmSync(file, { force: true })
  }
}

// After a kill -9 the number may belong to another process: with the moment it began, it is one life.
function life(pid: number): string | undefined {
  try {
    process.kill(pid, 0)
  } catch {
    return undefined
  }
  const began = read(`/proc/${pid}/stat`)?.split(') ').at(-1)?.split(' ')[19]
  return `${pid} ${began ?? ''}`
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
