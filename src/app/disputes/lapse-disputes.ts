import { appendLeaves } from '../log/append-leaves.js';
import type { AnswerDispute } from '../ports/disputes.js';
import type { Stores } from '../ports/registry-store.js';
import type { Registry } from '../registry.js';
import { closeDisputes } from './close-disputes.js';
import { disputedNoes } from './disputed-statements.js';
import { disputedPlace } from './disputed-place.js';
import { takeCarriersAway } from './take-carriers-away.js';
import { updateAnswerDisputes } from './update-answer-disputes.js';
import { withWaitingEvidence } from './waiting-evidence.js';

/** Disputes looked at in one transition: whoever declares meanwhile waits for it. */
const BATCH = 20;

/**
 * Ends the disputes between answers in which nothing was shown in time: the no lapses (decision rules v1, no. 5); and those of
 * which an answer has run out. What was handed in and waits for a moderator keeps a no alive. The time that counts is the
 * log's, and everything is read again while the log's tail is held, so that it may be called late, again, or by several
 * servers at once. A log that takes no leaves lets nothing lapse.
 * @returns how many noes lapsed
 */
export async function lapseDisputes(registry: Registry): Promise<number> {
  if (registry.log.trouble() !== undefined) return 0;
  const { store, log } = registry;
  let lapsed = 0;
  for (let last: AnswerDispute | undefined; ;) {
    const now = registry.clock();
    const due = await store.answerDisputes.dueBy(now, last, BATCH);
    const after = last;
    if ((await endingOf(registry, store, due, now)).length > 0) {
      lapsed += await log.sequence((stores, at) => endSome(registry, stores, after, at));
    }
    if (due.length < BATCH) return lapsed;
    last = due.at(-1);
  }
}

/** Those that are not kept alive by what waits for a moderator. */
async function endingOf(
  registry: Registry,
  stores: Pick<Stores, 'claims' | 'evidence' | 'exhibits'>,
  due: readonly AnswerDispute[],
  at: Date,
): Promise<AnswerDispute[]> {
  const waiting = await withWaitingEvidence(registry, stores, due);
  return due.filter((dispute) => hasRunOut(dispute, at) || !waiting.has(dispute.id));
}

function hasRunOut({ runsOutAt }: AnswerDispute, at: Date): boolean {
  return runsOutAt !== undefined && runsOutAt <= at;
}

async function endSome(
  registry: Registry,
  stores: Stores,
  after: AnswerDispute | undefined,
  at: Date,
): Promise<number> {
  const due = await stores.answerDisputes.dueBy(at, after, BATCH);
  const waiting = await withWaitingEvidence(registry, stores, due);
  let lapsed = 0;
  for (const dispute of await endingOf(registry, stores, due, at)) {
    const change = { claimant: dispute.noBy, place: disputedPlace(dispute) };
    // What ran out by itself left no leaf, and those before in this batch may have ended this one.
    await updateAnswerDisputes(registry, stores, change, at);
    if (dispute.lapsesAt > at || waiting.has(dispute.id)) continue;
    if ((await stores.disputes.byId(dispute.id))?.closedAt !== undefined) continue;
    const suspends = await disputedNoes(stores, dispute);
    const verdict = { outcome: 'yes-stands', closingReason: 'no-evidence-in-time', suspends } as const;
    const leaves = [
      ...(await closeDisputes(stores, [dispute], verdict, {}, at)),
      ...(await takeCarriersAway(stores, dispute, { decidedBy: undefined, decisionReason: undefined }, at)),
    ];
    await appendLeaves(registry, stores, leaves, at);
    const others = await stores.answerDisputes.openOf(dispute.noBy, dispute.subjectDigest);
    if (others.length > 0) await updateAnswerDisputes(registry, stores, change, at);
    lapsed += 1;
  }
  return lapsed;
}
