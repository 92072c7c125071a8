// The kit. Screens import from here; styles are in tokens.scss and kit.scss, loaded once by app.scss.
export { ask, tell } from './ask'
export { BarButton, type BarButtonProps, Button, type ButtonProps } from './button'
export { Card, type CardProps } from './card'
export { setCare, useCare } from './care'
export { Chips, type ChipsProps, type Option } from './chips'
export { Choice, type ChoiceProps } from './choice'
export { Days, type DaysProps } from './days'
export {
  DateField,
  type DateFieldProps,
  Field,
  type FieldProps,
  Framed,
  TextArea,
  type TextAreaProps,
} from './field'
export { Figure, type FigureProps, Figures } from './figure'
export { names, picture, say, type Tone } from './names'
export { type Answered, Page, type PageProps } from './page'
export { Paper, type PaperProps } from './paper'
export { Photos, type PhotosProps } from './photos'
export { useRefresh } from './refresh'
export { ring } from './ring'
export { Row, type RowProps } from './row'
export { Signature, type SignatureProps } from './signature'
export { Empty, type EmptyProps, Failed, type FailedProps, Skeleton } from './states'
export { Steps, type StepsProps } from './steps'
export { Tag } from './tag'
