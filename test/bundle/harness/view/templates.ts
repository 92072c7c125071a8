import fs from 'node:fs'
import path from 'node:path'
import { TmplGroup } from 'glass-easel-template-compiler'
import type { Loose } from '../device/loose'

/** Every .wxml, .wxs and .json of a build, compiled. */
export interface Templates {
  compiled: Record<string, Loose>
  configs: [string, Loose][]
  /** What the template compiler complains about, with file names. */
  problems: string[]
  /** Names of the `<template name>` in base.wxml. */
  names: Set<string>
}

const known = new Map<string, Templates>()

function filesUnder(folder: string): string[] {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .flatMap(entry =>
      entry.isDirectory() ? filesUnder(path.join(folder, entry.name)) : [path.join(folder, entry.name)],
    )
}

/** The compiler answers with source; it is ours to run, the mini-program's realm has nothing to do with it. */
export const evaluate = (source: string): Loose => new Function(`return ${source}`)()

/** Compiles a build once per process and folder. */
export function readTemplates(root: string): Templates {
  const cached = known.get(root)
  if (cached) return cached
  const group = new TmplGroup()
  const result: Templates = { compiled: {}, configs: [], problems: [], names: new Set() }
  for (const file of filesUnder(root)) {
    const name = path.relative(root, file).split(path.sep).join('/')
    const text = () => fs.readFileSync(file, 'utf8')
    if (name.endsWith('.wxml')) {
      const complaints: { message: string }[] = group.addTmpl(name.slice(0, -5), text()) ?? []
      result.problems.push(...complaints.map(complaint => `${name}: ${complaint.message}`))
      for (const match of text().matchAll(/<template name="([^"]+)"/g)) result.names.add(match[1])
    } else if (name.endsWith('.wxs')) group.addScript(name.slice(0, -4), text())
    else if (name.endsWith('.json')) result.configs.push([name.slice(0, -5), JSON.parse(text())])
  }
  result.compiled = evaluate(group.getTmplGenObjectGroups())
  group.free()
  known.set(root, result)
  return result
}

/** Compiles one template that is in no file: the stage a single component is mounted on. */
export function compileStage(name: string, wxml: string): Record<string, Loose> {
  const group = new TmplGroup()
  group.addTmpl(name, wxml)
  const compiled = evaluate(group.getTmplGenObjectGroups())
  group.free()
  return compiled
}
