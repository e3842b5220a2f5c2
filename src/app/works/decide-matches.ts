import { invalidInput, type InvalidInput } from '../accounts/refusals.js';
import type { SignedInActor } from '../actor.js';
import type { MatchLeaf } from '../../core/log/match-leaf.js';
import { updateAnswerDisputes } from '../disputes/update-answer-disputes.js';
import { appendLeaves } from '../log/append-leaves.js';
import type { Claim } from '../ports/claims.js';
import type { Stores } from '../ports/registry-store.js';
import type { WorkMatch } from '../ports/works.js';
import { refuse, type Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';
import { matchAddition, matchRemoval } from './match-leaves.js';
import { ownWork } from './own-work.js';

export interface DecideMatchesInput {
  /** Ids of matches of the actor's works, each once. */
  readonly matchIds: readonly string[];
  /** Whether they are the work; otherwise they are rejected. */
  readonly confirm: boolean;
}

export type DecideMatchesResult =
  | { readonly ok: true; readonly matches: readonly WorkMatch[] }
  | InvalidInput
  | Refusal<'NOT_FOUND'>
  | Refusal<'ALREADY_DECIDED'>;

export const MOST_DECIDED = 500;

/**
 * Says of many matches at once whether they are the work. A confirmed one carries what is said about the work to its address, a
 * rejected one no longer does; either can be said again. Where a work meets too much only a moderator can let it.
 */
export async function decideMatches(
  registry: Registry,
  { account }: SignedInActor,
  { matchIds, confirm }: DecideMatchesInput,
): Promise<DecideMatchesResult> {
  const ids = [...new Set(matchIds)];
  if (ids.length === 0 || ids.length > MOST_DECIDED) {
    const message = `Between 1 and ${MOST_DECIDED} matches are decided at a time.`;
    return invalidInput('matchIds', message, 'Send several requests.');
  }
  return registry.log.sequence(async (stores, at) => {
    const matches = await stores.works.matchesByIds(ids);
    const claims = await claimsOf(stores, account.id, matches);
    if (matches.length < ids.length || matches.some(({ workId }) => !claims.has(workId)))
      return noSuchMatch();
    if (confirm && matches.some(({ state }) => state === 'waiting')) return waits();
    if (confirm && (await someAreSettled(stores, matches, claims))) return settled();
    const decided: WorkMatch[] = [];
    const leaves: MatchLeaf[] = [];
    for (const match of matches) {
      const claim = claims.get(match.workId);
      if (claim === undefined) continue;
      const change = decide(registry, match, claim, confirm, at);
      decided.push(change.match);
      leaves.push(...change.leaves);
    }
    await stores.works.saveMatches(decided);
    await appendLeaves(registry, stores, leaves, at);
    for (const claimant of new Set([...claims.values()].map((claim) => claim.claimant))) {
      await updateAnswerDisputes(registry, stores, { claimant, place: undefined }, at);
    }
    return { ok: true, matches: inOrder(decided, ids) };
  });
}

function decide(
  registry: Registry,
  before: WorkMatch,
  claim: Claim,
  confirm: boolean,
  at: Date,
): { readonly match: WorkMatch; readonly leaves: readonly MatchLeaf[] } {
  const decided = { ...before, decidedAt: at, seenAt: before.seenAt ?? at };
  const removal = before.leafMatch === undefined ? [] : [matchRemoval(before, claim, at)];
  if (!confirm) {
    const match = { ...decided, state: 'rejected' as const, confirmedBy: undefined, leafMatch: undefined };
    return before.state === 'rejected' ? { match: before, leaves: [] } : { match, leaves: removal };
  }
  if (before.state === 'confirmed') return { match: before, leaves: [] };
  const match = {
    ...decided,
    state: 'confirmed' as const,
    confirmedBy: 'claimant' as const,
    leafMatch: registry.random.uuid(),
  };
  // The new one first: between the two leaves the address is covered.
  return { match, leaves: [matchAddition(match, claim, at), ...removal] };
}

async function claimsOf(
  stores: Stores,
  accountId: string,
  matches: readonly WorkMatch[],
): Promise<ReadonlyMap<string, Claim>> {
  const claims = new Map<string, Claim>();
  for (const workId of new Set(matches.map((match) => match.workId))) {
    const own = await ownWork(stores, accountId, workId);
    if (own !== undefined) claims.set(workId, own.claim);
  }
  return claims;
}

/** Nobody's mere word is carried to where a yes was found to stand against one; whoever was checked by a person is heard. */
async function someAreSettled(
  stores: Stores,
  matches: readonly WorkMatch[],
  claims: ReadonlyMap<string, Claim>,
): Promise<boolean> {
  const onWord = matches.filter(({ workId }) => claims.get(workId)?.assurance === 'asserted');
  const digests = onWord.map(({ subjectDigest }) => subjectDigest);
  return (await stores.answerDisputes.settledAmong(digests)).length > 0;
}

function inOrder(matches: readonly WorkMatch[], ids: readonly string[]): WorkMatch[] {
  const byId = new Map(matches.map((match) => [match.id, match]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function noSuchMatch(): Refusal<'NOT_FOUND'> {
  return refuse('NOT_FOUND', 'One of these is no match of your works.', 'Load the page again.');
}

function settled(): Refusal<'ALREADY_DECIDED'> {
  return refuse(
    'ALREADY_DECIDED',
    'About one of these addresses it was found that the yes of whoever has proven the place stands.',
    'Add evidence to the work: once a moderator has approved your claim on it, you can confirm this.',
  );
}

function waits(): InvalidInput {
  return invalidInput(
    'matchIds',
    'The work meets more than 1,000 addresses that are not yours, so that a moderator has to look first.',
    'Add evidence to the work that shows that it is yours.',
  );
}
