import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const held = new Set<string>()

/** Keeps a second cloud out of a data folder: snapshots and locks live in one process's memory. @returns the release */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'lock')
  const other = readPid(file)
  if (held.has(file) || (other !== undefined && other !== process.pid && isAlive(other))) {
    throw new Error(`the data folder is in use by process ${other}: ${folder}`)
  }
  writeFileSync(file, String(process.pid))
  held.add(file)
  return () => {
    held.delete(file)
    rmSync(file, { force: true })
  }
}

function readPid(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8')) || undefined
  } catch {
    return undefined
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
