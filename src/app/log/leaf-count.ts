/** `1 leaf`, `2,000 leaves`. */
export function leafCount(count: bigint | number): string {
  return `${count.toLocaleString('en-GB')} ${Number(count) === 1 ? 'leaf' : 'leaves'}`;
}
