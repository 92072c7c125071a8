import { signedIn } from './approval'
import type { FiledPaper } from './filed-paper'
import { city, nameOf, unitOf } from './organisation'
import type { Printable } from './papers'

/** Everything the sheet of a filed paper is made of. */
export function printableOf(filed: FiledPaper, { demo }: { demo: boolean }): Printable {
  const { paper } = filed
  return {
    kind: paper.kind,
    organ: unitOf(filed.unit)?.bureau ?? (filed.unit === city.id ? city.bureau : nameOf(filed.unit)),
    ...(paper.number ? { number: paper.number } : {}),
    ...(paper.numberedOn ? { day: paper.numberedOn } : {}),
    fields: filed.fields,
    approvals: signedIn(paper.chain),
    demo,
    voided: paper.state === 'void',
  }
}
