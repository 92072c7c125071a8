import fs from 'node:fs'
import path from 'node:path'
import type { Loose } from './loose'

/** What app.json of the build says, as far as the phone obeys it. */
export interface AppJson {
  /** Every route that can be opened, sub-packages included. */
  pages: string[]
  first: string
  tabs: { pagePath: string; text: string }[]
}

/** A folder without app.json is taken as a folder of native components. */
export function readAppJson(root: string): AppJson {
  const file = path.join(root, 'app.json')
  if (!fs.existsSync(file)) return { pages: [], first: '', tabs: [] }
  const json: Loose = JSON.parse(fs.readFileSync(file, 'utf8'))
  const packages: { root: string; pages: string[] }[] = json.subPackages ?? json.subpackages ?? []
  const inPackages = packages.flatMap(part => part.pages.map(page => path.posix.join(part.root, page)))
  return { pages: [...json.pages, ...inPackages], first: json.pages[0], tabs: json.tabBar?.list ?? [] }
}
