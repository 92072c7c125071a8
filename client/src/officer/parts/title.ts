import type { ChecklistItem } from '@domain/checklist'

/** An item by its first clause, brackets kept: “许可（认证）一致性：实际产品…” → “许可（认证）一致性”. */
export const titleOf = (row: ChecklistItem): string => row.item.split(/[：，；]/)[0] as string
