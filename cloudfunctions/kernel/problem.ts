import { type Problem, type ProblemCode, problems } from '../../domain/problems'

/** A refusal a person can act on. Thrown anywhere below a procedure; nothing has been written then. */
export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message)
  }
}

/** Refuses with a code of the catalogue and, where more is known, a better sentence or the field it is about. */
export function refuse(code: ProblemCode, more: Omit<Partial<Problem>, 'code'> = {}): never {
  throw new Refusal({ code, message: problems[code], ...more })
}
