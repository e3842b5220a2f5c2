import { appendLeaves } from '../log/append-leaves.js';
import type { AnswerDispute } from '../ports/disputes.js';
import type { Stores } from '../ports/registry-store.js';
import type { Registry } from '../registry.js';
import { closeDisputes } from './close-disputes.js';
import { disputedNoes } from './disputed-statements.js';
import { disputedPlace } from './disputed-place.js';
import { updateAnswerDisputes } from './update-answer-disputes.js';
import { withWaitingEvidence } from './waiting-evidence.js';

/** Disputes looked at in one transition: whoever declares meanwhile waits for it. */
const BATCH = 20;

/**
 * Ends the disputes between answers in which nothing was shown in time: the no lapses (decision rules v1, no. 5). What was
 * handed in and waits for a moderator keeps it alive. The time that counts is the log's, and everything is read again while
 * the log's tail is held, so that it may be called late, again, or by several servers at once. A log that takes no leaves
 * lets nothing lapse.
 * @returns how many noes lapsed
 */
export async function lapseDisputes(registry: Registry): Promise<number> {
  if (registry.log.trouble() !== undefined) return 0;
  const due = await registry.store.answerDisputes.dueBy(registry.clock(), undefined, 1);
  if (due.length === 0) return 0;
  let lapsed = 0;
  for (let last: AnswerDispute | undefined; ;) {
    const batch = await registry.log.sequence((stores, at) => lapseSome(registry, stores, last, at));
    lapsed += batch.lapsed;
    last = batch.last;
    if (last === undefined) return lapsed;
  }
}

async function lapseSome(
  registry: Registry,
  stores: Stores,
  after: AnswerDispute | undefined,
  at: Date,
): Promise<{ readonly lapsed: number; readonly last: AnswerDispute | undefined }> {
  const due = await stores.answerDisputes.dueBy(at, after, BATCH);
  const waiting = await withWaitingEvidence(registry, stores, due);
  let lapsed = 0;
  for (const dispute of due.filter(({ id }) => !waiting.has(id))) {
    const change = { claimant: dispute.noBy, place: disputedPlace(dispute) };
    // What ran out by itself left no leaf, and those before in this batch may have ended this one.
    await updateAnswerDisputes(registry, stores, change, at);
    if ((await stores.disputes.byId(dispute.id))?.closedAt !== undefined) continue;
    const suspends = await disputedNoes(stores, dispute);
    const verdict = { outcome: 'yes-stands', closingReason: 'no-evidence-in-time', suspends } as const;
    await appendLeaves(registry, stores, await closeDisputes(stores, [dispute], verdict, {}, at), at);
    const others = await stores.answerDisputes.openOf(dispute.noBy, dispute.subjectDigest);
    if (others.length > 0) await updateAnswerDisputes(registry, stores, change, at);
    lapsed += 1;
  }
  return { lapsed, last: due.length < BATCH ? undefined : due.at(-1) };
}
