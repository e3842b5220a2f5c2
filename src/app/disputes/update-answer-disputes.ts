import { bytesToHex } from '@noble/hashes/utils.js';
import type { Leaf } from '../../core/log/leaf.js';
import { appendLeaves } from '../log/append-leaves.js';
import type { AnswerDispute } from '../ports/disputes.js';
import type { Stores } from '../ports/registry-store.js';
import type { Registry } from '../registry.js';
import { addressesToWeigh, type ChangedAnswers } from './addresses-to-weigh.js';
import { closeDisputes } from './close-disputes.js';
import { disputeOpeningLeaf, type Verdict } from './dispute-leaves.js';
import { type OpposingSides, sidesOf } from './dispute-sides.js';
import { lapseTime } from './lapse-time.js';
import { weighAnswers } from './weigh-answers.js';

const SHOWN: Verdict = { outcome: 'no-stands', closingReason: 'evidence-reviewed', suspends: [] };
const OVER: Verdict = { outcome: 'settled', closingReason: 'claimant-withdrew', suspends: [] };

/**
 * Brings the disputes between a claimant's answers and those of others in line with what both say now: opens one for every
 * two who oppose each other about an address and have none, and ends those of which one side no longer says what it said,
 * or has shown that the address is theirs. To be called at the end of every transition that adds or ends an answer, or
 * changes what a claim has reached; called twice it does nothing twice.
 */
export async function updateAnswerDisputes(
  registry: Registry,
  stores: Stores,
  change: ChangedAnswers,
  at: Date,
): Promise<void> {
  const { open, addresses } = await addressesToWeigh(registry, stores, change);
  const whose = new Set(typeof change.claimant === 'string' ? [change.claimant] : change.claimant);
  const weighed = await weighAnswers(registry, stores, addresses, whose, at);
  const sides = await sidesOf(stores, weighed);
  const leaves = [
    ...(await closeWhatIsOver(stores, open, sides, at)),
    ...(await resumeWhatChanged(stores, open, sides, at)),
    ...(await openWhatIsNew(registry, stores, open, sides, at)),
  ];
  await appendLeaves(registry, stores, leaves, at);
}

async function closeWhatIsOver(
  stores: Stores,
  open: readonly AnswerDispute[],
  sides: readonly OpposingSides[],
  at: Date,
): Promise<Leaf[]> {
  const opposing = new Map(sides.map((one) => [nameOf(one), one.pair]));
  const over = open.filter((dispute) => !opposing.has(nameOf(dispute)));
  const shown = open.filter((dispute) => opposing.get(nameOf(dispute))?.isProven === true);
  return [
    ...(await closeDisputes(stores, over, OVER, {}, at)),
    ...(await closeDisputes(stores, shown, SHOWN, {}, at)),
  ];
}

/** What the two say may change while they are in dispute: whatever is decided must be about what they say then. */
async function resumeWhatChanged(
  stores: Stores,
  open: readonly AnswerDispute[],
  sides: readonly OpposingSides[],
  at: Date,
): Promise<Leaf[]> {
  if (open.length === 0) return [];
  const known = new Map(open.map((dispute) => [nameOf(dispute), dispute]));
  const said = await saidIn(stores, open);
  const changed = sides.flatMap((one) => {
    const dispute = one.pair.isProven ? undefined : known.get(nameOf(one));
    if (dispute === undefined) return [];
    const joining = one.claimIds.filter((id) => !dispute.claimIds.includes(id));
    const before = said.get(dispute.id) ?? new Set();
    const now = [...one.pair.noes, ...one.pair.yeses];
    const isSame = before.size === now.length && now.every((id) => before.has(id));
    const claimIds = [...dispute.claimIds, ...joining];
    return isSame && joining.length === 0 ? [] : [{ ...one, joining, dispute: { ...dispute, claimIds } }];
  });
  await stores.answerDisputes.resume(
    changed.map(({ dispute, statementIds }) => ({ ...dispute, statementIds })),
  );
  return changed
    .filter(({ joining }) => joining.length > 0)
    .map(({ dispute, place }) => disputeOpeningLeaf(dispute, place, at));
}

async function openWhatIsNew(
  registry: Registry,
  stores: Stores,
  open: readonly AnswerDispute[],
  sides: readonly OpposingSides[],
  at: Date,
): Promise<Leaf[]> {
  const known = new Set(open.map(nameOf));
  const fresh = sides.filter((one) => !one.pair.isProven && !known.has(nameOf(one)));
  const weighed = await weighedBefore(stores, fresh);
  const opened = fresh
    .filter((one) => !weighed.has(one))
    .map(({ expression, pair, place, claimIds, statementIds }) => ({
      place,
      dispute: {
        id: registry.random.uuid(),
        cause: 'no-against-yes' as const,
        kind: 'url' as const,
        expression,
        subjectDigest: place.subjectDigest,
        subjectKey: place.subjectKey,
        canon: place.canon,
        noBy: pair.no,
        yesBy: pair.yes,
        claimIds,
        statementIds,
        openedAt: at,
        lapsesAt: lapseTime(at),
        closedAt: undefined,
        closedBy: undefined,
        proposedBy: undefined,
        appealedFrom: undefined,
        outcome: undefined,
        closingReason: undefined,
        reason: undefined,
      },
    }));
  await stores.answerDisputes.open(opened.map(({ dispute }) => dispute));
  return opened.map(({ dispute, place }) => disputeOpeningLeaf(dispute, place, at));
}

/** Those whose noes a moderator has found to stand against the same side: what was weighed is not weighed again. */
async function weighedBefore(
  stores: Stores,
  sides: readonly OpposingSides[],
): Promise<ReadonlySet<OpposingSides>> {
  if (sides.length === 0) return new Set();
  const upheld = await stores.answerDisputes.upheldNoesOf([...new Set(sides.map(({ pair }) => pair.no))]);
  const said = await saidIn(stores, upheld);
  return new Set(
    sides.filter((one) => {
      const before = upheld.filter((dispute) => nameOf(dispute) === nameOf(one));
      const isWeighed = (no: string) => before.some(({ id }) => said.get(id)?.has(no) === true);
      return before.length > 0 && one.pair.noes.every(isWeighed);
    }),
  );
}

/** The ids of the statements that were part of each dispute. */
async function saidIn(
  stores: Stores,
  disputes: readonly AnswerDispute[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const said = new Map<string, Set<string>>(disputes.map(({ id }) => [id, new Set()]));
  for (const { disputeId, statementId } of await stores.answerDisputes.statementsOf([...said.keys()])) {
    said.get(disputeId)?.add(bytesToHex(statementId));
  }
  return said;
}

/** What only the dispute and the sides of one pair about one address have in common. */
function nameOf(one: AnswerDispute | OpposingSides): string {
  return 'pair' in one
    ? `${bytesToHex(one.address.subjectDigest)} ${one.pair.no} ${one.pair.yes}`
    : `${bytesToHex(one.subjectDigest)} ${one.noBy} ${one.yesBy}`;
}
