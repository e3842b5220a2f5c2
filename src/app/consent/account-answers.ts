import { idInLeaf } from '../claims/claim-leaves.js';
import type { Account } from '../ports/accounts.js';
import type { Registry } from '../registry.js';
import { describeStatements } from './describe-statements.js';
import type { StatementView } from './describe-statements.js';
import { wholeAccount } from './whole-account.js';

/** What an account says about all that is its own, and has not replaced; at most one for each use. Throws `LogReadOnly`. */
export async function accountAnswers(
  registry: Registry,
  account: Pick<Account, 'pseudonym'>,
): Promise<StatementView[]> {
  registry.log.assertWhole();
  const { named } = wholeAccount(account);
  const said = await registry.store.statements.saidAbout(named, [idInLeaf(account.pseudonym)]);
  return describeStatements(
    registry,
    said.filter(({ supersededBy }) => supersededBy === undefined),
  );
}
