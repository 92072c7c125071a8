import type { Answer, CheckForm } from './check'
import { checklists, EDITION } from './checklist'

/** A producer's check with nothing left open, for tests: all 符合 except what is given. */
export function wholeCheck(
  except: Record<string, Partial<Answer>> = {},
  at = Date.parse('2026-07-01T02:00:00Z'),
): CheckForm {
  const picture = {
    file: 'cloud://laptop.local/evidence/a/b.png',
    sha256: 'a'.repeat(64),
    bytes: 100,
    takenAt: at,
    album: false,
  }
  return {
    enterprise: '1'.repeat(32),
    kind: 'producer',
    edition: EDITION,
    startedAt: at,
    shownAt: at,
    toldAt: at,
    finishedAt: at + 3_600_000,
    colleague: '2'.repeat(32),
    answers: checklists.producer.map(({ id }) => ({ item: id, result: '符合', ...except[id] })),
    present: { name: '厂长', duty: '厂长' },
    signature: { how: 'signed', picture },
  }
}
