import type { PadProps } from './pad.types'

/** The native component in native/; the page's config has to name it. */
export const Pad = ({ label, onSigned, onCleared }: PadProps) => (
  <signature-pad
    label={label}
    onSigned={event => onSigned(event.detail.path, event.detail.strokes)}
    onCleared={() => onCleared?.()}
  />
)
