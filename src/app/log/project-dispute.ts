import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { equalBytes } from '../../core/bytes/equal-bytes.js';
import type { DisputeClosing, DisputeLeaf, DisputeOpening } from '../../core/log/dispute-leaf.js';
import { idKey } from '../../core/log/leaf-keys.js';
import { uuidOfLeaf } from '../claims/claim-leaves.js';
import { isHeld } from '../claims/is-held.js';
import { lapseTime } from '../disputes/lapse-time.js';
import type { Claim } from '../ports/claims.js';
import type { Dispute, DisputeSides } from '../ports/disputes.js';
import type { StatementRow } from '../ports/log.js';
import type { Stores } from '../ports/registry-store.js';

/**
 * Puts back a dispute that came back from a copy of the log, or what has become of it since. One of which no claim is left,
 * and one about a work, has no row.
 */
export async function projectDispute(stores: Stores, leaf: DisputeLeaf): Promise<void> {
  const { subject } = leaf;
  if (subject.kind === 'content' || subject.kind === 'account') return;
  if (leaf.action === 'close') {
    await close(stores, leaf);
    return;
  }
  const claims = await stores.claims.byIds(leaf.claims.map(uuidOfLeaf));
  if (claims.length === 0) return;
  const place = {
    kind: subject.kind,
    subjectDigest: hexToBytes(subject.sha256),
    subjectKey: idKey(subject.xxh64),
    canon: leaf.canon,
  };
  if (leaf.cause === 'no-against-yes') {
    await openBetweenAnswers(stores, leaf, place, claims);
  } else {
    await stores.disputes.open({ ...bareDispute(leaf, place, claims), cause: leaf.cause });
  }
}

type DisputedPlace = Pick<Dispute, 'kind' | 'subjectDigest' | 'subjectKey' | 'canon'>;

async function openBetweenAnswers(
  stores: Stores,
  leaf: DisputeOpening,
  place: DisputedPlace,
  claims: readonly Claim[],
): Promise<void> {
  const dispute = bareDispute(leaf, place, claims);
  const sides = await sidesOf(stores, place, claims, dispute.openedAt);
  if (sides === undefined) return;
  const { noBy, yesBy, statementIds } = sides;
  if ((await stores.disputes.byId(dispute.id)) !== undefined) {
    await stores.answerDisputes.resume([{ id: dispute.id, claimIds: dispute.claimIds, statementIds }]);
    return;
  }
  const lapsesAt = lapseTime(dispute.openedAt);
  const cause = 'no-against-yes';
  await stores.answerDisputes.open([{ ...dispute, cause, noBy, yesBy, statementIds, lapsesAt }]);
}

interface AnswerSides extends Pick<DisputeSides, 'statementIds'> {
  readonly noBy: string;
  readonly yesBy: string;
}

/**
 * The leaf names the claims of two: whoever says no has claimed the very place, or the work that was found there, and proved
 * nothing by it. What they say in dispute is told anew, by the rules, before anything is decided about it. Where they say it for
 * somebody else, none of the claims is theirs, and there is no row.
 */
async function sidesOf(
  stores: Stores,
  place: DisputedPlace,
  claims: readonly Claim[],
  at: Date,
): Promise<AnswerSides | undefined> {
  const claimants = [...new Set(claims.map(({ claimant }) => claimant))];
  const works = claims.filter(({ kind, state }) => kind === 'content' && state === 'open');
  const about = [...(await stores.statements.saidAbout(place, claimants))];
  for (const work of works) about.push(...(await stores.statements.saidAbout(work, [work.claimant])));
  const holders = new Set(claims.filter(isHeld).map(({ claimant }) => claimant));
  const said = about.filter((one) => saysNo(one, at));
  const deniers = claimants.filter(
    (one) => said.some(({ claimant }) => claimant === one) || works.some(({ claimant }) => claimant === one),
  );
  const noBy = deniers.find((one) => !holders.has(one)) ?? deniers[0];
  const yesBy = claimants.find((one) => one !== noBy);
  if (noBy === undefined || yesBy === undefined) return undefined;
  const noes = said.filter(({ claimant }) => claimant === noBy);
  const others: StatementRow[] = [];
  for (const claim of claims.filter(({ claimant }) => claimant === yesBy)) {
    others.push(...(await stores.statements.saidAbout(claim, [yesBy])));
  }
  const yeses = others.filter((one) => saysYes(one, at));
  const statements = new Map([...noes, ...yeses].map(({ id }) => [bytesToHex(id), id]));
  return { noBy, yesBy, statementIds: [...statements.values()] };
}

/** What had a term in an offer was the offer. */
function saysNo({ preference, expiresAt }: StatementRow, at: Date): boolean {
  return (
    preference === 'conditional' || (preference === 'deny' && !(expiresAt !== undefined && expiresAt <= at))
  );
}

/** As it is, or on terms. */
function saysYes({ preference, expiresAt, supersededBy }: StatementRow, at: Date): boolean {
  return preference !== 'deny' && supersededBy === undefined && !(expiresAt !== undefined && expiresAt <= at);
}

function bareDispute(leaf: DisputeOpening, place: DisputedPlace, claims: readonly Claim[]) {
  const { kind, subjectDigest } = place;
  const onPlace = claims.filter((one) => one.kind === kind && equalBytes(one.subjectDigest, subjectDigest));
  return {
    id: uuidOfLeaf(leaf.dispute),
    ...place,
    // Known where one of these claims is older than what was lost.
    expression: onPlace.find(({ expression }) => expression !== undefined)?.expression,
    claimIds: claims.map(({ id }) => id),
    noBy: undefined,
    yesBy: undefined,
    openedAt: new Date(leaf.time),
    lapsesAt: undefined,
    runsOutAt: undefined,
    closedAt: undefined,
    closedBy: undefined,
    proposedBy: undefined,
    appealedFrom: undefined,
    outcome: undefined,
    closingReason: undefined,
    reason: undefined,
  };
}

async function close(stores: Stores, leaf: DisputeClosing): Promise<void> {
  const { outcome, upheld, reason: closingReason } = leaf;
  const closedAt = new Date(leaf.time);
  await stores.disputes.close([uuidOfLeaf(leaf.dispute)], {
    closedAt,
    closedBy: undefined,
    proposedBy: undefined,
    outcome,
    closingReason,
    reason: undefined,
  });
  if (upheld === undefined) return;
  const winner = await stores.claims.byId(uuidOfLeaf(upheld));
  if (winner?.state === 'disputed') await stores.claims.update(winner.id, { state: 'active' });
}
