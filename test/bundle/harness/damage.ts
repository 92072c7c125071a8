import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Loose } from './device/loose'

/** A way in which a build can be broken. `apply` throws when it found nothing to break. */
export interface Damage {
  name: string
  apply(root: string): void
}

const repository = path.resolve(__dirname, '../../..')

function filesUnder(folder: string, ending: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith(ending))
    .map(name => path.join(folder, name))
}

/** Rewrites files; throws when none of them changed. */
function rewrite(files: string[], change: (text: string) => string, what: string): void {
  let changed = 0
  for (const file of files) {
    const before = fs.readFileSync(file, 'utf8')
    const after = change(before)
    if (after === before) continue
    fs.writeFileSync(file, after)
    changed += 1
  }
  if (!changed) throw new Error(`nothing to damage: ${what}`)
}

const base = (root: string) => [path.join(root, 'base.wxml')]

const isTaros = (file: string) =>
  ['base.wxml', 'comp.wxml', 'custom-wrapper.wxml'].includes(path.basename(file))
const isPage = (file: string) => fs.readFileSync(file, 'utf8').includes('taro_tmpl')

/** WXML that was written by hand. */
const nativeTemplates = (root: string) =>
  filesUnder(root, '.wxml').filter(file => !isTaros(file) && !isPage(file))

/** Takes out every template, of every level, that stands for `<tag`. */
function withoutTemplatesOf(tag: string) {
  return (text: string): string => {
    const kinds = new Set<string>()
    const pattern = new RegExp(`<template name="tmpl_\\d+_([^"]+)">\\s*<${tag}[\\s>]`, 'g')
    for (const match of text.matchAll(pattern)) kinds.add(match[1])
    const name = (kind: string) => new RegExp(`(<template name=")(tmpl_\\d+_${kind}")`, 'g')
    return [...kinds].reduce((result, kind) => result.replace(name(kind), '$1lost_$2'), text)
  }
}

function withoutComponents(text: string): string {
  const json: Loose = JSON.parse(text)
  for (const name of Object.keys(json.usingComponents ?? {}))
    if (name !== 'comp' && name !== 'custom-wrapper') delete json.usingComponents[name]
  return JSON.stringify(json)
}

function withoutPackages(text: string): string {
  const json: Loose = JSON.parse(text)
  for (const part of json.subPackages ?? json.subpackages ?? []) part.pages = []
  return JSON.stringify(json)
}

/** Every damage a journey through the bundle must notice. */
export const damages: Damage[] = [
  {
    name: 'lost binding',
    apply: root => rewrite(base(root), text => text.replace(/ bindtap="eh"/g, ''), 'bindtap in base.wxml'),
  },
  {
    name: 'lost input binding',
    apply: root =>
      rewrite(base(root), text => text.replace(/ bindinput="eh"/g, ''), 'bindinput in base.wxml'),
  },
  {
    name: 'unclosed tag',
    apply: root => rewrite(base(root), text => text.replace('</view>', ''), '</view> in base.wxml'),
  },
  {
    name: 'missing template',
    apply: root => rewrite(base(root), withoutTemplatesOf('text'), 'templates of <text> in base.wxml'),
  },
  {
    name: 'missing page',
    apply: root => rewrite([path.join(root, 'app.json')], withoutPackages, 'sub-packages in app.json'),
  },
  {
    name: 'wrong value mapping',
    apply: root => {
      const mapping = /(<(?:input|textarea)\b[^>]*? value=")[^"]*"/g
      rewrite(base(root), text => text.replace(mapping, '$1{{i.nothing}}"'), 'value of <input> in base.wxml')
    },
  },
  {
    name: 'lost component',
    apply: root => rewrite(filesUnder(root, 'index.json'), withoutComponents, 'usingComponents of a page'),
  },
  {
    name: 'lost native binding',
    apply: root =>
      rewrite(
        nativeTemplates(root),
        text => text.replace(/ (?:bind|catch):?\w+="[^"]*"/g, ''),
        'bindings in hand-written WXML',
      ),
  },
  {
    name: 'broken wxs',
    apply: root =>
      rewrite(
        [path.join(root, 'utils.wxs')],
        text => text.replace('module.exports', 'module.export'),
        'utils.wxs',
      ),
  },
]

/** Copies a build to a temporary folder and damages it. @returns the folder; the caller removes it */
export function damagedCopy(damage: Damage, root = 'dist/weapp'): string {
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'weapp-'))
  fs.cpSync(path.resolve(repository, root), copy, { recursive: true })
  try {
    damage.apply(copy)
  } catch (error) {
    fs.rmSync(copy, { recursive: true })
    throw error
  }
  return copy
}
