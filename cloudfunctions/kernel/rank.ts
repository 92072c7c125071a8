/** Orders records by a moment, and is unique by the record's id: a list goes on from the last one shown. */
export const rankOf = (instant: number, id: string): string => `${new Date(instant).toISOString()}#${id}`
