/**
 * ASCII decimals as the C2SP formats write sizes and indexes: no sign, no leading zeros, `0` for zero.
 * Undefined for any other text, and for what is not exact in a double (above 2^53 - 1).
 */
export function parseDecimal(text: string): number | undefined {
  const value = /^(?:0|[1-9][0-9]{0,15})$/.test(text) ? Number(text) : NaN;
  return Number.isSafeInteger(value) ? value : undefined;
}
