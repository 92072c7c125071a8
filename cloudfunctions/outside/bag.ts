import { type Outside, type OutsideRecord, outsideId } from '../../domain/outside'
import { _ } from '../kernel/cloud'
import { type Collections, list } from '../kernel/collections'

const idOf = ({ record }: Pick<Outside, 'record'>): string => record.split('/')[1] as string

/**
 * The records behind entries of one kind and system, with what their columns draw from, in the same order. Three database
 * calls at most, whether it is one or a table full.
 */
export async function recordsBehind(outsides: readonly Outside[]): Promise<OutsideRecord[]> {
  const kind = outsides[0]?.kind
  const ids = outsides.map(idOf)
  const by = async <N extends 'checks' | 'notices' | 'enterprises' | 'outsides'>(
    name: N,
    wanted: string[],
  ) => {
    const asked = [...new Set(wanted)]
    const found = asked.length ? await list(name, { _id: _.in(asked) }, { limit: asked.length }) : []
    return new Map(found.map(document => [document._id, document as Collections[N]]))
  }
  const checks = kind === 'check' ? await by('checks', ids) : undefined
  const notices = kind === 'notice' ? await by('notices', ids) : undefined
  const enterpriseOf = (id: string): string =>
    (checks?.get(id)?.enterprise ?? notices?.get(id)?.enterprise ?? id) as string
  const numberOf = (outside: Outside) => outsideId(notices?.get(idOf(outside))?.check ?? '', outside.system)
  const [enterprises, entered] = await Promise.all([
    by('enterprises', ids.map(enterpriseOf)),
    notices ? by('outsides', outsides.map(numberOf)) : undefined,
  ])
  return outsides.flatMap(outside => {
    const id = idOf(outside)
    const enterprise = enterprises.get(enterpriseOf(id))
    const check = checks?.get(id)
    const notice = notices?.get(id)
    const checkNumber = entered?.get(numberOf(outside))?.number
    return enterprise
      ? [
          {
            unit: outside.unit,
            enterprise,
            ...(check ? { check } : {}),
            ...(notice ? { notice } : {}),
            ...(checkNumber ? { checkNumber } : {}),
          },
        ]
      : []
  })
}
