import { bytesToHex } from '@noble/hashes/utils.js';
import type { Assurance } from '../../core/consent/assurance.js';
import { BASES } from '../../core/consent/basis.js';
import { CAPACITIES } from '../../core/consent/capacity.js';
import type { StandingStatement } from '../../core/consent/standing-statement.js';
import { PLACE_KINDS } from '../../core/consent/subject.js';
import { USES } from '../../core/consent/use.js';
import type { StatementRow } from '../ports/log.js';

/**
 * A stored statement about a place or a work as the decision rules take it. Throws for a word that these rules do not know: an
 * answer that leaves out what it cannot read could read as permission.
 */
export function standingStatement(
  row: StatementRow,
  expression: string,
  assurance: Assurance,
): StandingStatement {
  return {
    id: bytesToHex(row.id),
    index: Number(row.logIndex),
    claimant: row.claimant,
    capacity: known(CAPACITIES, row.capacity),
    subject: { kind: known([...PLACE_KINDS, 'content'] as const, row.kind), key: expression },
    use: known(USES, row.use),
    preference: row.preference,
    basis: known(BASES, row.basis),
    ownWorks: row.ownWorks,
    assurance,
    ...(row.expiresAt === undefined ? {} : { expiresAt: row.expiresAt.getTime() }),
  };
}

function known<Word extends string>(words: readonly Word[], stored: string): Word {
  const word = words.find((candidate) => candidate === stored);
  if (word === undefined)
    throw new Error(`The store holds "${stored}", which this release does not know: update it.`);
  return word;
}
