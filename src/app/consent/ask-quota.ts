import { idInLeaf } from '../claims/claim-leaves.js';
import type { Account } from '../ports/accounts.js';
import type { Stores } from '../ports/registry-store.js';
import { refuse } from '../refusal.js';
import type { Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';
import { wholeAccount } from './whole-account.js';

export interface AskQuota extends Refusal<'ASK_QUOTA'> {
  /** How many unproven noes one account may have in force. */
  readonly quota: number;
}

/** Looks at what is written: within a transition nobody else can change the count before its end. */
export async function beyondQuota(
  { settings }: Registry,
  stores: Stores,
  accountId: string,
): Promise<AskQuota | undefined> {
  const quota = settings.assertedNoQuota;
  const count = await stores.statements.countAssertedNoes(accountId);
  return count > quota ? askQuota(quota) : undefined;
}

/**
 * Whether so many more unproven addresses or works would be beyond what an account may say no to: they only count where it says
 * no about all that is its own.
 */
export async function beyondQuotaWith(
  registry: Registry,
  stores: Stores,
  account: Account,
  more: number,
): Promise<AskQuota | undefined> {
  const said = await stores.statements.saidAbout(wholeAccount(account).named, [idInLeaf(account.pseudonym)]);
  const saysNo = said.some(
    ({ preference, supersededBy }) => supersededBy === undefined && preference !== 'allow',
  );
  if (!saysNo) return undefined;
  return beyondQuotaBy(registry, stores, account.id, more);
}

/** Whether so many more unproven noes would be beyond what an account may have in force. */
export async function beyondQuotaBy(
  { settings: { assertedNoQuota } }: Registry,
  stores: Stores,
  accountId: string,
  more: number,
): Promise<AskQuota | undefined> {
  const count = await stores.statements.countAssertedNoes(accountId);
  return count + more > assertedNoQuota ? askQuota(assertedNoQuota) : undefined;
}

function askQuota(quota: number): AskQuota {
  const refusal = refuse(
    'ASK_QUOTA',
    `You have ${quota} answers in force for places and works that you have not shown to be yours.`,
    'Claim the site or folder that they have in common and prove it: one answer then covers all of it.',
  );
  return { ...refusal, quota };
}
