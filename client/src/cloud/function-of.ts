/** The deployed function that answers a path (cloudfunctions/functions.ts). */
export const functionOf = (path: string): 'papers' | 'work' => (path.startsWith('print.') ? 'papers' : 'work')
