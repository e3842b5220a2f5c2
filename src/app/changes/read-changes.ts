import { bytesToHex } from '@noble/hashes/utils.js';
import { keyInLeaf } from '../../core/log/leaf-subject.js';
import { subjectKeys } from '../../core/log/leaf-keys.js';
import { type StandingAt, standingAt } from '../../core/replay/standing-at.js';
import { subjectName } from '../../core/replay/subject-name.js';
import { loadReplay } from '../consent/load-replay.js';
import { readEntry } from '../consent/read-entry.js';
import type { Registry } from '../registry.js';
import type { Touched, TouchedSubject } from './touched.js';
import { touchedByLeaves } from './touched-by-leaves.js';

/** Leaves that one answer goes through at most. */
export const MOST_LEAVES = 1_000;

const SUBJECTS_AT_ONCE = 1_000;

/** A subject that leaves concern, and what stands there now. */
export interface Change extends TouchedSubject {
  readonly stands: StandingAt;
}

export interface ChangesBetween {
  /** The size that the changes lead to: with it the next question begins. */
  readonly size: number;
  /** The logged time of the last leaf before it, by which it was measured what has run out; undefined for an empty log. */
  readonly moment: Date | undefined;
  /** Index of the last leaf that concerns everything there is. */
  readonly everything: number | undefined;
  /** In the order of the last leaf that concerns each; a few at a time. */
  readonly changes: AsyncIterable<readonly Change[]>;
}

/** A range of leaves that the log has not signed, or that is longer than is answered. */
export class ChangesNotThere extends Error {
  override readonly name = 'ChangesNotThere';

  constructor(
    message: string,
    readonly nextStep: string,
  ) {
    super(message);
  }
}

/**
 * What changed from one size of the log to another. The same two sizes give the same answer for ever. Throws `ChangesNotThere`,
 * and `LogReadOnly` when leaves may be missing.
 * @param to left out, as far as one answer goes
 */
export async function readChanges(
  registry: Registry,
  { since, to }: { readonly since: number; readonly to?: number | undefined },
): Promise<ChangesBetween> {
  registry.log.assertWhole();
  const signed = (await registry.store.logTree.latest())?.size ?? 0;
  const size = to ?? Math.min(signed, since + MOST_LEAVES);
  if (since > signed || size > signed) throw notSigned(signed);
  if (size < since || size - since > MOST_LEAVES) throw tooFar(since);
  const { log } = registry.store;
  const entries = await log.byIndex(BigInt(since), size - since);
  const touched = await touchedByLeaves(log, entries.map(readEntry));
  const last = entries.at(-1) ?? (await log.byIndex(BigInt(Math.max(size - 1, 0)), 1))[0];
  return {
    size,
    moment: last?.loggedAt,
    everything: touched.everything,
    changes: standing(registry, touched, { size, at: last?.loggedAt.getTime() ?? 0 }),
  };
}

async function* standing(
  { store }: Registry,
  touched: Touched,
  moment: { readonly size: number; readonly at: number },
): AsyncGenerator<readonly Change[]> {
  await spellOut(store.statements, touched);
  const subjects = [...touched.subjects].sort(inOrder);
  for (let from = 0; from < subjects.length; from += SUBJECTS_AT_ONCE) {
    const some = subjects.slice(from, from + SUBJECTS_AT_ONCE);
    const keys = some.flatMap(({ subject }) => subjectKeys(subject));
    const { state } = await loadReplay(store.log, keys, moment.size);
    yield some.flatMap((one) => {
      // What was said about it came after the size that is asked about.
      const stands = standingAt(state, one.subject, moment);
      return stands === undefined ? [] : [{ ...one, stands }];
    });
  }
}

/** Puts in place of whole claimants the places that they ever spoke about. */
async function spellOut(statements: Registry['store']['statements'], touched: Touched): Promise<void> {
  for (const [claimant, index] of touched.claimants) {
    for (const { kind, subjectDigest, subjectKey, canon } of await statements.placesOf([claimant])) {
      const subject = { kind, sha256: bytesToHex(subjectDigest), xxh64: keyInLeaf(subjectKey) };
      touched.subject(subject, canon, index);
    }
  }
}

function inOrder(one: TouchedSubject, other: TouchedSubject): number {
  if (one.index !== other.index) return one.index - other.index;
  return subjectName(one.subject) < subjectName(other.subject) ? -1 : 1;
}

function notSigned(signed: number): ChangesNotThere {
  return new ChangesNotThere(
    `The log has not signed so many leaves: it has reached ${signed}.`,
    `Ask from a size that is at most ${signed}, and up to none or one that is at most ${signed}.`,
  );
}

function tooFar(since: number): ChangesNotThere {
  return new ChangesNotThere(
    `At most ${MOST_LEAVES} leaves are gone through at a time, from one size to one that is not smaller.`,
    `Ask up to ${since + MOST_LEAVES} at most, or name no end, and go on from the size that is reached.`,
  );
}
