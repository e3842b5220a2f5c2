import { leafHash } from '../../core/log/leaf-hash.js';
import { appendLeafHash, EMPTY_FRONTIER, type Frontier, rootOf } from '../../core/merkle/frontier.js';
import type { LogJournal } from '../ports/log-journal.js';
import type { Sha256 } from '../ports/surroundings.js';

/** The root of the first `size` leaves of a journal, which must hold as many. */
export async function journalRoot(journal: LogJournal, size: number, sha256: Sha256): Promise<Uint8Array> {
  let frontier: Frontier = EMPTY_FRONTIER;
  if (size === 0) return rootOf(frontier, sha256);
  for await (const { leaf } of journal.read(0)) {
    frontier = appendLeafHash(frontier, leafHash(leaf, sha256), sha256);
    if (frontier.size === size) break;
  }
  return rootOf(frontier, sha256);
}
