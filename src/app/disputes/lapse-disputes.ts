import { bytesToHex } from '@noble/hashes/utils.js';
import { appendLeaves } from '../log/append-leaves.js';
import type { AnswerDispute } from '../ports/disputes.js';
import type { Stores } from '../ports/registry-store.js';
import type { Registry } from '../registry.js';
import { closeDisputes } from './close-disputes.js';
import { disputedNoes } from './disputed-statements.js';
import { takeCarriersAway } from './take-carriers-away.js';
import { type LookedAround, updateAroundDisputes } from './update-around-disputes.js';
import { withWaitingEvidence } from './waiting-evidence.js';

/** Disputes looked at in one transition: whoever declares meanwhile waits for it. */
const BATCH = 50;

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
  const ending = await endingOf(registry, stores, due, at);
  // What ran out by itself left no leaf.
  await updateAroundDisputes(registry, stores, ending.map(aroundNo), at);
  const now = await stores.disputes.byIds(ending.map(({ id }) => id));
  const isOpen = new Set(now.flatMap(({ id, closedAt }) => (closedAt === undefined ? [id] : [])));
  const lapsing = onceEach(
    ending.filter(({ id, lapsesAt }) => lapsesAt <= at && !waiting.has(id) && isOpen.has(id)),
  );
  for (const dispute of lapsing) await lapse(registry, stores, dispute, at);
  const left = new Set((await stores.answerDisputes.openOfAny(lapsing.map(({ noBy }) => noBy))).map(whoseNo));
  const others = lapsing.filter((dispute) => left.has(whoseNo(dispute)));
  await updateAroundDisputes(registry, stores, others.map(aroundNo), at);
  return lapsing.length;
}

function aroundNo(dispute: AnswerDispute): LookedAround {
  return { dispute, claimants: [dispute.noBy] };
}

/** A no that lapses against one is set aside against all. */
function onceEach(disputes: readonly AnswerDispute[]): AnswerDispute[] {
  const first = new Map<string, AnswerDispute>();
  for (const dispute of disputes) {
    if (!first.has(whoseNo(dispute))) first.set(whoseNo(dispute), dispute);
  }
  return [...first.values()];
}

function whoseNo({ subjectDigest, noBy }: AnswerDispute): string {
  return `${bytesToHex(subjectDigest)} ${noBy}`;
}

async function lapse(registry: Registry, stores: Stores, dispute: AnswerDispute, at: Date): Promise<void> {
  const suspends = await disputedNoes(stores, dispute);
  const verdict = { outcome: 'yes-stands', closingReason: 'no-evidence-in-time', suspends } as const;
  const leaves = [
    ...(await closeDisputes(stores, [dispute], verdict, {}, at)),
    ...(await takeCarriersAway(stores, dispute, { decidedBy: undefined, decisionReason: undefined }, at)),
  ];
  await appendLeaves(registry, stores, leaves, at);
}
