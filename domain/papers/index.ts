export { type PaperTemplate, paperTemplates, templateOf } from './catalogue'
export type { Amount, Column, Field, FieldValue, Named, PaperFields, Row } from './field'
export { draftForm, paperForm } from './form'
export { type PaperKind, paperKindOf, paperKinds } from './kinds'
export {
  type Block,
  type Cell,
  type Layout,
  layoutOf,
  type Printable,
  pageWords,
  type Signed,
  signLine,
} from './layout'
export type { Part, Template } from './template'
