import { hexToBytes } from '@noble/hashes/utils.js';
import type { NamedInLog } from '../../core/snapshot/snapshot-draft.js';
import type { RegistryStore } from '../ports/registry-store.js';

/** Ids that are looked up at once. */
const CHUNK = 1_000;

/** The canonical expressions of places, as far as openings and claims still tell them in clear. */
export async function knownExpressions(
  { statements, claims }: Pick<RegistryStore, 'statements' | 'claims'>,
  named: NamedInLog,
): Promise<string[]> {
  const known = new Set<string>();
  for (let at = 0; at < named.statements.length; at += CHUNK) {
    const ids = named.statements.slice(at, at + CHUNK).map((id) => hexToBytes(id));
    for (const { opening } of await statements.openings(ids)) {
      if (opening.expression !== undefined) known.add(opening.expression);
    }
  }
  for (let at = 0; at < named.claims.length; at += CHUNK) {
    for (const { expression } of await claims.byIds(named.claims.slice(at, at + CHUNK))) {
      if (expression !== undefined) known.add(expression);
    }
  }
  return [...known];
}
