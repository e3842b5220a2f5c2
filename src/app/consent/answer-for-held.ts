import { claimedPlace } from '../claims/claimed-place.js';
import { idInLeaf, subjectInLeaf } from '../claims/claim-leaves.js';
import { isHeld } from '../claims/is-held.js';
import { isOnPlace, type OwnClaim } from '../claims/own-claim.js';
import { standingClaims } from '../claims/standing-claims.js';
import { updateAnswerDisputes } from '../disputes/update-answer-disputes.js';
import type { Account } from '../ports/accounts.js';
import type { StatementRow } from '../ports/log.js';
import type { Stores } from '../ports/registry-store.js';
import type { Registry } from '../registry.js';
import type { Declaration } from './declaration.js';
import { logStatements } from './log-statements.js';
import { wholeAccount } from './whole-account.js';

/**
 * Brings what follows from an account's answers about all that is theirs in line with them: its unproven addresses, and the
 * disputes about its proven places.
 */
export async function answerForHeld(
  registry: Registry,
  stores: Stores,
  account: Account,
  at: Date,
): Promise<void> {
  const claims = (await standingClaims(stores, account.id)).filter(isOnPlace);
  for (const claim of claims.filter((one) => !isHeld(one))) {
    await answerForAddress(registry, stores, account, claim, at);
  }
  for (const claim of claims.filter(isHeld)) {
    const change = { claimant: claim.claimant, place: claimedPlace(claim) };
    await updateAnswerDisputes(registry, stores, change, at);
  }
}

/**
 * Says of one unproven address the noes that its claimant says about all that is theirs. The rules would let them hold there
 * without that; but a no that meets somebody's proven yes must be able to lapse, and a dispute sets aside what was said about
 * the address and nothing else. Does nothing for a folder or a site, where no unproven no counts.
 */
export async function answerForAddress(
  registry: Registry,
  stores: Stores,
  account: Account,
  claim: OwnClaim,
  at: Date,
): Promise<void> {
  if (claim.kind !== 'url') return;
  const own = await lastWords(stores, claim.claimant, claim);
  const said = (await lastWords(stores, claim.claimant, wholeAccount(account).named)).filter(
    ({ use, preference }) => preference !== 'allow' && !own.some((one) => one.use === use),
  );
  if (said.length === 0) return;
  const answered = { claim, subject: subjectInLeaf(claim), named: claim };
  const declaration = noesAbout(claim, said);
  for (const { row, opening } of await logStatements(registry, stores, account, answered, declaration, at)) {
    await stores.statements.add(row, opening);
  }
  const change = { claimant: idInLeaf(account.pseudonym), place: claimedPlace(claim) };
  await updateAnswerDisputes(registry, stores, change, at);
}

async function lastWords(
  stores: Stores,
  claimant: string,
  subject: Pick<StatementRow, 'kind' | 'subjectDigest'>,
): Promise<StatementRow[]> {
  const said = await stores.statements.saidAbout(subject, [claimant]);
  return said.filter(({ supersededBy }) => supersededBy === undefined);
}

function noesAbout(claim: OwnClaim, said: readonly StatementRow[]): Declaration {
  const { expression, capacity, subjectDigest: digest, kind } = claim;
  return {
    ok: true,
    submitted: expression,
    subject: { ok: true, kind, expression, digest },
    answers: said.map(({ use }) => ({
      use: use as Declaration['answers'][number]['use'],
      preference: 'deny',
    })),
    capacity,
    basis: 'own-right',
    ownWorks: false,
    terms: undefined,
  };
}
