/** A number for people. */
export function count(value: number | bigint): string {
  return value.toLocaleString('en-GB');
}
