import type { FiledPaper } from './filed-paper'
import { city, nameOf, unitOf } from './organisation'
import type { Printable, Signed } from './papers'
import { type Role, roles } from './posts'

/** Everything the sheet of a filed paper is made of. */
export function printableOf(filed: FiledPaper, { demo }: { demo: boolean }): Printable {
  const { paper } = filed
  return {
    kind: paper.kind,
    organ: unitOf(filed.unit)?.bureau ?? (filed.unit === city.id ? city.bureau : nameOf(filed.unit)),
    ...(paper.number ? { number: paper.number } : {}),
    ...(paper.numberedOn ? { day: paper.numberedOn } : {}),
    fields: filed.fields,
    approvals: paper.chain.flatMap((step): Signed[] =>
      step.agreed && step.at
        ? [
            {
              role: roles[step.role as Role] ?? step.role,
              name: step.name ?? '',
              at: step.at,
              ...(step.forName ? { forName: step.forName } : {}),
              ...(step.words ? { words: step.words } : {}),
            },
          ]
        : [],
    ),
    demo,
    voided: paper.state === 'void',
  }
}
