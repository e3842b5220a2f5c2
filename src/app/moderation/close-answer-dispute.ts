import { bytesToHex } from '@noble/hashes/utils.js';
import { equalBytes } from '../../core/bytes/equal-bytes.js';
import { assuranceLeaf } from '../claims/claim-leaves.js';
import { placeHolders } from '../claims/place-holders.js';
import { raiseClaim } from '../claims/raise-claim.js';
import { closeDisputes } from '../disputes/close-disputes.js';
import { disputedNoes, disputedStatements } from '../disputes/disputed-statements.js';
import { takeCarriersAway } from '../disputes/take-carriers-away.js';
import { appendLeaves } from '../log/append-leaves.js';
import type { Claim } from '../ports/claims.js';
import type { AnswerDispute } from '../ports/disputes.js';
import type { Stores } from '../ports/registry-store.js';
import type { Registry } from '../registry.js';
import type { ModeratorsWord } from './close-claim-dispute.js';

/**
 * Decides a dispute between answers. Where the no stands, the yes is set aside as far as it is about the address itself,
 * and the claim under the no counts as reviewed, so that the no needs no further dispute. Where the yes stands, the no is
 * set aside, and a claim that had shown nothing is rejected with it. A no that was carried to the address is taken from there, and
 * where it stands it stands by this decision: what it says elsewhere was not looked at. What follows from it for
 * their other disputes is for `updateAroundDisputes` to say, at the end of the transition.
 */
export async function closeAnswerDispute(
  registry: Registry,
  stores: Stores,
  dispute: AnswerDispute,
  outcome: 'no-stands' | 'yes-stands',
  word: ModeratorsWord,
  at: Date,
): Promise<void> {
  const { noBy, subjectDigest } = dispute;
  const suspends =
    outcome === 'yes-stands' ? await disputedNoes(stores, dispute) : await yesesOnAddress(stores, dispute);
  const verdict = { outcome, closingReason: 'evidence-reviewed', suspends } as const;
  const by = { decidedBy: word.closedBy, decisionReason: word.reason };
  const leaves = [
    ...(await closeDisputes(stores, [dispute], verdict, word, at)),
    ...(outcome === 'yes-stands' ? await takeCarriersAway(stores, dispute, by, at) : []),
  ];
  await appendLeaves(registry, stores, leaves, at);
  const claims = await stores.claims.madeBy([noBy], [subjectDigest]);
  const claim = claims.findLast(({ kind, state }) => kind === dispute.kind && state === 'open');
  if (claim !== undefined) await settleClaim(registry, stores, claim, outcome, word, at);
}

/**
 * A yes about a wider place is about more than the dispute, which cannot set it aside; there the no outweighs it, as it does an offer
 * wherever that is.
 */
async function yesesOnAddress(stores: Stores, dispute: AnswerDispute): Promise<string[]> {
  const disputed = await disputedStatements(stores, dispute);
  return disputed
    .filter(({ claimant, preference }) => claimant === dispute.yesBy && preference === 'allow')
    .filter(({ kind }) => kind === dispute.kind)
    .filter((statement) => equalBytes(statement.subjectDigest, dispute.subjectDigest))
    .map(({ id }) => bytesToHex(id));
}

async function settleClaim(
  registry: Registry,
  stores: Stores,
  claim: Claim,
  outcome: 'no-stands' | 'yes-stands',
  { closedBy, reason }: ModeratorsWord,
  at: Date,
): Promise<void> {
  const change = { decidedAt: at, decidedBy: closedBy, decisionReason: reason };
  if (outcome === 'no-stands') {
    const { rivals } = await placeHolders(stores, claim);
    await raiseClaim(
      registry,
      stores,
      claim,
      rivals,
      { assurance: 'reviewed', method: 'moderator', change },
      at,
    );
    return;
  }
  await stores.claims.update(claim.id, { ...change, state: 'rejected' });
  const leaf = assuranceLeaf(claim.id, { state: 'rejected' }, 'moderator', at);
  await appendLeaves(registry, stores, [leaf], at);
}
