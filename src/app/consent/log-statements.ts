import type { Terms } from '../../core/consent/terms.js';
import type { SubjectInLeaf } from '../../core/log/leaf-subject.js';
import { commitToOpening, SALT_LENGTH } from '../../core/log/opening.js';
import { buildStatementLeaf } from '../../core/log/statement-leaf.js';
import type { StatementLeaf } from '../../core/log/statement-leaf.js';
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

/** What is answered about: the claim that the answers are made under, and how leaves and rows name it. */
export interface AnsweredSubject {
  /** A whole account has none. */
  readonly claim: Claim | undefined;
  readonly subject: SubjectInLeaf;
  readonly named: Pick<StatementRow, 'kind' | 'subjectDigest' | 'subjectKey' | 'canon'>;
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
  answered: AnsweredSubject,
  declaration: Declaration,
  at: Date,
): Promise<LoggedStatement[]> {
  const drafts = declaration.answers.map((answer) =>
    draftStatement(registry, account, answered, declaration, answer, at),
  );
  const leaves = drafts.map(({ leaf }) => leaf);
  const entries = await appendLeaves(registry, stores, leaves, at);
  return drafts.map(({ leaf, salt, terms }, index) => {
    const entry = entries[index];
    if (entry === undefined) throw new Error('The log took fewer leaves than it was given.');
    const row = statementRow(entry, leaf, account, answered, declaration);
    return { row, opening: openingOf(row.id, salt, declaration, terms) };
  });
}

/** The leaf of one answer, with the salt that its opening is committed to by. */
export function draftStatement(
  registry: Registry,
  account: Account,
  { claim, subject }: AnsweredSubject,
  declaration: Declaration,
  { use, preference }: Answer,
  at: Date,
): Draft {
  const { capacity, basis, ownWorks, expiresAt, submitted } = declaration;
  const terms = preference === 'conditional' ? declaration.terms : undefined;
  const salt = registry.random.bytes(SALT_LENGTH);
  const leaf = buildStatementLeaf({
    ...subject,
    ...(claim === undefined ? {} : { claim: idInLeaf(claim.id) }),
    claimant: idInLeaf(account.pseudonym),
    capacity,
    use,
    preference,
    basis,
    ownWorks,
    ...(expiresAt === undefined ? {} : { expiresAt: expiresAt.toISOString() }),
    opening: commitToOpening(
      committedOpening({ submitted: submitted && storableInOpening(submitted), terms }),
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
  { named: { kind, subjectDigest, subjectKey, canon } }: AnsweredSubject,
  { expiresAt }: Declaration,
): StatementRow {
  const { claimant, use, preference, capacity, basis, ownWorks, reservation } = leaf;
  return {
    id: entry.leafHash,
    logIndex: entry.index,
    claimant,
    accountId: account.id,
    kind,
    subjectDigest,
    subjectKey,
    canon,
    use,
    preference,
    capacity,
    basis,
    ownWorks,
    reservesRights: reservation,
    statedAt: new Date(leaf.time),
    expiresAt,
    withdrawnIndex: undefined,
    supersededBy: undefined,
  };
}

function openingOf(
  statementId: Uint8Array,
  salt: Uint8Array,
  { submitted, subject }: Declaration,
  terms: Terms | undefined,
): Opening {
  return {
    statementId,
    salt,
    opening: {
      ...(submitted === undefined
        ? {}
        : { submitted: storableInOpening(submitted), expression: subject.expression }),
      ...(terms === undefined ? {} : { terms }),
    },
  };
}
