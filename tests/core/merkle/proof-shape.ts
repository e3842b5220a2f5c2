import { split } from './naive-tree.js';

/**
 * How a verifier that follows the recursion of RFC 6962 would hash a proof together, as a text: what two proofs share
 * exactly when no verifier, whatever its algorithm, can tell their sizes apart by hashes alone.
 */
export function inclusionShape(index: number, size: number): string {
  if (size === 1) {
    return '';
  }
  const k = split(size);
  return index < k ? `${inclusionShape(index, k)}R` : `${inclusionShape(index - k, size - k)}L`;
}

export function consistencyShape(oldSize: number, newSize: number): string {
  let taken = 0;
  const take = (): string => {
    taken += 1;
    return `p${taken}`;
  };
  const rebuild = (
    m: number,
    n: number,
    complete: boolean,
  ): { readonly before: string; readonly after: string } => {
    if (m === n) {
      const hash = complete ? 'old root' : take();
      return { before: hash, after: hash };
    }
    const k = split(n);
    if (m <= k) {
      const { before, after } = rebuild(m, k, complete);
      return { before, after: `(${after} ${take()})` };
    }
    const { before, after } = rebuild(m - k, n - k, false);
    const left = take();
    return { before: `(${left} ${before})`, after: `(${left} ${after})` };
  };
  const { before, after } = rebuild(oldSize, newSize, true);
  return `${before} / ${after}`;
}
