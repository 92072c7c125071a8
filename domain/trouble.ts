/**
 * Why a rule cannot answer: a stable code and a sentence that helps. The rules answer with it in place of a value, and
 * never with NaN or a silent pass.
 */
export type Trouble = { code: string; message: string }

/** Why a form cannot be taken, and at which of its fields that is said. */
export type Objection = { message: string; field: string }
