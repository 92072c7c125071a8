export interface PadProps {
  label: string
  /** A temporary file (an object URL in a browser) with the signature as PNG on white. */
  onSigned: (path: string, strokes: number) => void
  onCleared?: () => void
}
