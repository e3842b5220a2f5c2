import { bytesToHex } from '@noble/hashes/utils.js';
import { buildSuspensionLeaf } from '../../../core/log/suspension-leaf.js';
import { idInLeaf } from '../../claims/claim-leaves.js';
import { raiseClaim } from '../../claims/raise-claim.js';
import { isBetweenAnswers } from '../../disputes/is-between-answers.js';
import { claimsTakenAway, matchesTakenAway } from '../../disputes/taken-away.js';
import { updateAnswerDisputes } from '../../disputes/update-answer-disputes.js';
import { updateAroundDisputes } from '../../disputes/update-around-disputes.js';
import { appendLeaves } from '../../log/append-leaves.js';
import type { Claim } from '../../ports/claims.js';
import type { AnswerDispute, Dispute } from '../../ports/disputes.js';
import type { SuspensionRecord } from '../../ports/moderation.js';
import type { Stores } from '../../ports/registry-store.js';
import type { Registry } from '../../registry.js';
import { matchAddition } from '../../works/match-leaves.js';
import { closeAnswerDispute } from '../close-answer-dispute.js';
import { closeClaimDispute, type ModeratorsWord } from '../close-claim-dispute.js';
import { rejectClaim } from '../reject-claim.js';
import { claimAgain } from './claim-again.js';

export interface Overturned {
  readonly dispute: Dispute;
  readonly claims: readonly Claim[];
  /** Of a dispute between claims, the one that keeps the place now; undefined where none does. */
  readonly upheldClaimId: string | undefined;
}

/**
 * Undoes what was decided in a dispute and decides it the other way, by the same rules: what its closing set aside is heard again, so that
 * the two stand against each other as before, in a new dispute that is closed at once. Answers the id of that one; undefined where
 * nothing stands against anything any more.
 */
export async function overturn(
  registry: Registry,
  stores: Stores,
  overturned: Overturned,
  word: ModeratorsWord,
  at: Date,
): Promise<string | undefined> {
  const { dispute } = overturned;
  const time = at.toISOString();
  const lift = buildSuspensionLeaf({ suspension: idInLeaf(dispute.id), action: 'lift', time });
  await appendLeaves(registry, stores, [lift], at);
  const instead = isBetweenAnswers(dispute)
    ? await otherAnswer(registry, stores, dispute, overturned.claims, word, at)
    : await otherClaim(registry, stores, overturned, word, at);
  if (instead !== undefined) await stores.disputes.noteAppeal(instead, dispute.id);
  return instead;
}

async function otherAnswer(
  registry: Registry,
  stores: Stores,
  dispute: AnswerDispute,
  claims: readonly Claim[],
  word: ModeratorsWord,
  at: Date,
): Promise<string | undefined> {
  const { noBy, yesBy, kind, expression, subjectDigest } = dispute;
  const place = expression === undefined ? undefined : { kind, expression };
  const onPlace = (await stores.claims.madeBy([noBy], [subjectDigest])).filter((one) => one.kind === kind);
  if (dispute.outcome === 'yes-stands') {
    const last = onPlace.at(-1) ?? claims.find(({ claimant }) => claimant === noBy);
    if (last !== undefined) await claimAgain(registry, stores, last, at);
    await carryAgain(registry, stores, dispute, at);
  } else {
    const change = { decidedAt: at, decidedBy: word.closedBy, decisionReason: word.reason };
    for (const claim of onPlace.filter(({ state }) => state === 'active')) {
      await rejectClaim(registry, stores, claim, change);
    }
  }
  await updateAnswerDisputes(registry, stores, { claimant: noBy, place }, at);
  const addresses = [{ expression, subjectDigest }];
  await updateAnswerDisputes(registry, stores, { claimant: noBy, addresses }, at);
  const open = await stores.answerDisputes.openOf(noBy, subjectDigest);
  const instead = open.find((one) => one.yesBy === yesBy);
  if (instead === undefined) return undefined;
  const outcome = dispute.outcome === 'yes-stands' ? 'no-stands' : 'yes-stands';
  await closeAnswerDispute(registry, stores, instead, outcome, word, at);
  await updateAroundDisputes(registry, stores, [{ dispute: instead, claimants: [noBy, yesBy] }], at);
  return instead.id;
}

/** What a dispute took away from its address lies there again, since a person has looked. */
async function carryAgain(
  registry: Registry,
  stores: Stores,
  dispute: AnswerDispute,
  at: Date,
): Promise<void> {
  for (const { match, claim } of await matchesTakenAway(stores, dispute)) {
    const again = {
      ...match,
      state: 'confirmed' as const,
      confirmedBy: 'moderator' as const,
      leafMatch: registry.random.uuid(),
      decidedAt: at,
    };
    await stores.works.saveMatches([again]);
    await appendLeaves(registry, stores, [matchAddition(again, claim, at)], at);
  }
  for (const claim of await claimsTakenAway(stores, dispute)) await claimAgain(registry, stores, claim, at);
}

async function otherClaim(
  registry: Registry,
  stores: Stores,
  { dispute, claims, upheldClaimId }: Overturned,
  word: ModeratorsWord,
  at: Date,
): Promise<string | undefined> {
  const holders = await stores.claims.heldOn(dispute.kind, dispute.subjectDigest);
  const change = { decidedAt: at, decidedBy: word.closedBy, decisionReason: word.reason };
  const meant = claims.find(({ id }) => id === upheldClaimId);
  await keepAside(registry, stores, { dispute, claims, keeper: meant?.claimant }, at);
  if (meant === undefined) {
    for (const claim of holders) await rejectClaim(registry, stores, claim, change);
    return undefined;
  }
  const again = await claimAgain(registry, stores, meant, at);
  if (again === undefined) return undefined;
  const rivals = holders.filter(({ claimant }) => claimant !== again.claimant);
  const grant = { assurance: 'reviewed', method: 'moderator', change } as const;
  const raised = await raiseClaim(registry, stores, again, rivals, grant, at);
  const instead = await stores.disputes.openOn(dispute.kind, dispute.subjectDigest);
  if (instead === undefined) return undefined;
  await closeClaimDispute(registry, stores, instead, [raised, ...rivals], raised.id, word, at);
  return instead.id;
}

interface Losing {
  readonly dispute: Dispute;
  readonly claims: readonly Claim[];
  /** Pseudonym of whoever keeps the place now. */
  readonly keeper: string | undefined;
}

/** Whoever lost and did not appeal, or was not found right, is heard no more than before; nobody who lost is without a keeper. */
async function keepAside(
  registry: Registry,
  stores: Stores,
  { dispute, claims, keeper }: Losing,
  at: Date,
): Promise<void> {
  if (keeper === undefined || dispute.outcome !== 'claim-upheld') return;
  const others = claims
    .filter(({ state }) => state === 'rejected')
    .map(({ claimant }) => claimant)
    .filter((claimant) => claimant !== keeper);
  const said = await stores.statements.saidAbout(dispute, [...new Set(others)]);
  if (said.length === 0) return;
  const record: SuspensionRecord = {
    id: registry.random.uuid(),
    claimant: undefined,
    statementIds: said.map(({ id }) => id),
    cause: 'dispute-decided',
    suspendedAt: at,
    liftedAt: undefined,
  };
  const leaf = buildSuspensionLeaf({
    suspension: idInLeaf(record.id),
    action: 'suspend',
    cause: record.cause,
    statements: said.map(({ id }) => bytesToHex(id)).sort(),
    time: at.toISOString(),
  });
  await appendLeaves(registry, stores, [leaf], at);
  await stores.suspensions.add(record);
}
