/** A number with its noun, as a command says it. */
export function counted(count: bigint | number, one: string, others: string): string {
  return `${count.toLocaleString('en-GB')} ${Number(count) === 1 ? one : others}`;
}
