import type { Capacity } from '../../core/consent/capacity.js';
import type { Preference } from '../../core/consent/preference.js';
import type { Terms } from '../../core/consent/terms.js';
import type { Use } from '../../core/consent/use.js';
import { idKey } from '../../core/log/leaf-keys.js';
import { commitToOpening, SALT_LENGTH } from '../../core/log/opening.js';
import { buildStatementLeaf } from '../../core/log/statement-leaf.js';
import { hexToBytes } from '@noble/hashes/utils.js';
import { idInLeaf } from '../claims/claim-leaves.js';
import { committedOpening } from '../consent/committed-opening.js';
import { appendLeaves } from '../log/append-leaves.js';
import type { Account } from '../ports/accounts.js';
import type { StatementRow } from '../ports/log.js';
import type { Stores } from '../ports/registry-store.js';
import type { Registry } from '../registry.js';

export interface AccountAnswer {
  readonly use: Use;
  readonly preference: Preference;
  readonly basis: 'own-right' | 'mandate';
  readonly capacity: Capacity;
  readonly terms?: Terms | undefined;
  readonly expiresAt?: Date | undefined;
}

/** Puts on record what an account says about everything that it holds, or speaks for, in the transition of `stores`. */
export async function sayForAccount(
  registry: Registry,
  stores: Stores,
  account: Account,
  answer: AccountAnswer,
  at: Date,
): Promise<StatementRow> {
  const { use, preference, basis, capacity, expiresAt } = answer;
  const terms = preference === 'conditional' ? answer.terms : undefined;
  const salt = registry.random.bytes(SALT_LENGTH);
  const claimant = idInLeaf(account.pseudonym);
  const leaf = buildStatementLeaf({
    subject: { kind: 'account' },
    claimant,
    capacity,
    use,
    preference,
    basis,
    ownWorks: true,
    ...(expiresAt === undefined ? {} : { expiresAt: expiresAt.toISOString() }),
    opening: commitToOpening(committedOpening({ submitted: undefined, terms }), salt, registry.sha256),
    time: at.toISOString(),
  });
  const [entry] = await appendLeaves(registry, stores, [leaf], at);
  if (entry === undefined) throw new Error('The log took no leaf.');
  const row: StatementRow = {
    id: entry.leafHash,
    logIndex: entry.index,
    claimant,
    accountId: account.id,
    kind: 'account',
    subjectDigest: hexToBytes(claimant),
    subjectKey: idKey(claimant),
    canon: 0,
    use,
    preference,
    capacity,
    basis,
    ownWorks: true,
    reservesRights: leaf.reservation,
    statedAt: at,
    expiresAt,
    withdrawnIndex: undefined,
    supersededBy: undefined,
  };
  const opening = { statementId: row.id, salt, opening: terms === undefined ? {} : { terms } };
  await stores.statements.add(row, opening);
  return row;
}
