import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import type { Terms } from '../../core/consent/terms.js';
import type { StatementStore } from '../ports/log.js';

/** The terms of statements by their ids, in lower-case hexadecimal; none for one whose opening was erased. */
export async function readTerms(
  statements: StatementStore,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Terms>> {
  const openings = await statements.openings(ids.map(hexToBytes));
  return new Map(
    openings.flatMap(({ statementId, opening: { terms } }) =>
      terms === undefined ? [] : [[bytesToHex(statementId), terms] as const],
    ),
  );
}
