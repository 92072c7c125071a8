import { Query } from 'mingo'
import { type Doc, isPlain, type Value } from './ejson'
import { named } from './match'

/** The fields a query's projection leaves of a document, in the document's own order. */
export function projector(projection: Doc): (doc: Doc) => Doc {
  const paths = Object.keys(projection)
  const simple = paths.every(path => {
    const value = projection[path]
    return (typeof value === 'number' || typeof value === 'boolean') && !path.includes('$')
  })
  if (paths.length === 0) return doc => doc
  if (!simple) return byMingo(projection)
  const others = paths.filter(path => path !== '_id')
  const including = others.length > 0 ? Boolean(projection[others[0]]) : Boolean(projection._id)
  const tree = treeOf(others)
  const withId = projection._id === undefined || Boolean(projection._id)
  if (including) {
    if (withId) tree._id = true
    return doc => pick(doc, tree)
  }
  if (!withId) tree._id = true
  return doc => omit(doc, tree)
}

type Tree = { [key: string]: Tree | true }

function treeOf(paths: string[]): Tree {
  const tree: Tree = {}
  for (const path of paths) {
    const parts = path.split('.')
    let here = tree
    parts.forEach((part, i) => {
      if (here[part] === true) return
      if (i === parts.length - 1) here[part] = true
      else {
        here[part] ??= {}
        here = here[part] as Tree
      }
    })
  }
  return tree
}

function pick(doc: Doc, tree: Tree): Doc {
  const out: Doc = {}
  for (const key of Object.keys(doc)) {
    if (!Object.hasOwn(tree, key)) continue
    const inner = tree[key]
    const value = inner === true ? doc[key] : inside(doc[key], each => pick(each, inner), true)
    if (value !== undefined) out[key] = value
  }
  return out
}

function omit(doc: Doc, tree: Tree): Doc {
  const out: Doc = {}
  for (const key of Object.keys(doc)) {
    const inner = Object.hasOwn(tree, key) ? tree[key] : undefined
    if (inner === true) continue
    out[key] = inner ? inside(doc[key], each => omit(each, inner), false) : doc[key]
  }
  return out
}

function inside(value: Value, change: (doc: Doc) => Doc, dropping: boolean): Value {
  if (Array.isArray(value)) {
    const kept = dropping ? value.filter(each => isPlain(each) || Array.isArray(each)) : value
    return kept.map(each => inside(each, change, dropping))
  }
  if (isPlain(value)) return change(value)
  return dropping ? undefined : value
}

function byMingo(projection: Doc): (doc: Doc) => Doc {
  const slices = Object.keys(projection).filter(
    path => isPlain(projection[path]) && '$slice' in projection[path],
  )
  return doc => {
    try {
      const [out] = new Query({}, { scriptEnabled: false }).find<Doc>([doc], projection).all()
      // mingo writes null for `$slice` of a field that is not there; MongoDB leaves it out.
      for (const path of slices) if (!Object.hasOwn(doc, path) && out[path] === null) delete out[path]
      return out
    } catch (error) {
      throw named(error)
    }
  }
}
