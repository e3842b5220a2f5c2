import type { Terms } from '../../core/consent/terms.js';
import { placeLeafSubject } from '../../core/log/leaf-subject.js';
import { commitToOpening, SALT_LENGTH } from '../../core/log/opening.js';
import { buildStatementLeaf } from '../../core/log/statement-leaf.js';
import type { StatementLeaf } from '../../core/log/statement-leaf.js';
import { CANONICAL_URL_VERSION } from '../../core/url/canonical-url.js';
import { urlKey } from '../../core/url/url-key.js';
import { appendLeaves } from '../log/append-leaves.js';
import { idInLeaf } from '../claims/claim-leaves.js';
import type { Account } from '../ports/accounts.js';
import type { Claim } from '../ports/claims.js';
import type { LogEntry, Opening, StatementRow } from '../ports/log.js';
import type { Stores } from '../ports/registry-store.js';
import type { Registry } from '../registry.js';
import { committedOpening } from './committed-opening.js';
import type { Answer, Declaration } from './declaration.js';
import { storableInOpening } from './storable-in-opening.js';

interface Draft {
  readonly leaf: StatementLeaf;
  readonly salt: Uint8Array;
  readonly terms: Terms | undefined;
}

/** A statement that the log has taken. */
export interface LoggedStatement {
  readonly row: StatementRow;
  readonly opening: Opening;
}

/**
 * Logs one statement for each answer, each with an opening of its own, in the transition that `stores` and `at` belong to.
 * The projections are still to be added.
 */
export async function logStatements(
  registry: Registry,
  stores: Stores,
  account: Account,
  claim: Claim,
  declaration: Declaration,
  at: Date,
): Promise<LoggedStatement[]> {
  const drafts = declaration.answers.map((answer) =>
    draft(registry, account, claim, declaration, answer, at),
  );
  const leaves = drafts.map(({ leaf }) => leaf);
  const entries = await appendLeaves(registry, stores, leaves, at);
  return drafts.map(({ leaf, salt, terms }, index) => {
    const entry = entries[index];
    if (entry === undefined) throw new Error('The log took fewer leaves than it was given.');
    const row = statementRow(entry, leaf, account, declaration, at);
    return { row, opening: openingOf(row.id, salt, declaration, terms) };
  });
}

function draft(
  registry: Registry,
  account: Account,
  claim: Claim,
  declaration: Declaration,
  { use, preference }: Answer,
  at: Date,
): Draft {
  const { place, capacity, basis, ownWorks, expiresAt, submitted } = declaration;
  const terms = preference === 'conditional' ? declaration.terms : undefined;
  const salt = registry.random.bytes(SALT_LENGTH);
  const leaf = buildStatementLeaf({
    subject: placeLeafSubject(place.kind, place.expression, registry.sha256),
    canon: CANONICAL_URL_VERSION,
    claim: idInLeaf(claim.id),
    claimant: idInLeaf(account.pseudonym),
    capacity,
    use,
    preference,
    basis,
    ownWorks,
    ...(expiresAt === undefined ? {} : { expiresAt: expiresAt.toISOString() }),
    opening: commitToOpening(
      committedOpening({ submitted: storableInOpening(submitted), terms }),
      salt,
      registry.sha256,
    ),
    time: at.toISOString(),
  });
  return { leaf, salt, terms };
}

function statementRow(
  entry: LogEntry,
  leaf: StatementLeaf,
  account: Account,
  { place, expiresAt }: Declaration,
  statedAt: Date,
): StatementRow {
  const { claimant, use, preference, capacity, basis, ownWorks, reservation } = leaf;
  return {
    id: entry.leafHash,
    logIndex: entry.index,
    claimant,
    accountId: account.id,
    kind: place.kind,
    subjectDigest: place.digest,
    subjectKey: urlKey(place.expression),
    canon: CANONICAL_URL_VERSION,
    use,
    preference,
    capacity,
    basis,
    ownWorks,
    reservesRights: reservation,
    statedAt,
    expiresAt,
    withdrawnIndex: undefined,
    supersededBy: undefined,
  };
}

function openingOf(
  statementId: Uint8Array,
  salt: Uint8Array,
  { submitted, place }: Declaration,
  terms: Terms | undefined,
): Opening {
  return {
    statementId,
    salt,
    opening: {
      submitted: storableInOpening(submitted),
      expression: place.expression,
      ...(terms === undefined ? {} : { terms }),
    },
  };
}
