/** The digit that ends a GTIN, SSCC or GLN (GS1 General Specifications 7.9.1): weights 3, 1, 3, 1 … from the right. */
export function gs1CheckDigit(before: string): string {
  let sum = 0
  for (let i = 0; i < before.length; i++) sum += Number(before[before.length - 1 - i]) * (i % 2 ? 1 : 3)
  return String((10 - (sum % 10)) % 10)
}

/** The fifteenth digit of a registration number: ISO 7064, MOD 11,10 (GS 15-2006, annex A). */
export function registrationCheckDigit(first14: string): string {
  const rest = Array.from(first14).reduce((held, digit) => (((held + Number(digit)) % 10 || 10) * 2) % 11, 10)
  return String((11 - rest) % 10)
}

/** The last character of an identity number: GB 11643, MOD 11-2. */
export function identityCheckDigit(first17: string): string {
  const sum = Array.from(first17).reduce((held, digit) => (held + Number(digit)) * 2, 0)
  return '10X98765432'[sum % 11] as string
}
