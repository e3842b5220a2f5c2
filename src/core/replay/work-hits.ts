import type { ContentMatch, MatchProblem } from '../consent/match.js';
import type { DigestedItem, PlaceDigest } from './digested-item.js';
import type { ClaimRecord, MatchRecord, ReplayState, SubjectRecord } from './replay-state.js';
import { placeKey, recognitionKey } from './subject-name.js';

/** One way in which an item was found to hold works: what was said about them, and who claims to hold them so. */
export interface WorkHit {
  readonly subject: SubjectRecord;
  readonly match: ContentMatch;
  readonly claims: readonly ClaimRecord[];
  /** The claim that the log matched with the address; undefined when the item itself was recognised. */
  readonly matched: ClaimRecord | undefined;
}

/** Every way in which works are found in an item: by what it was recognised as, and by what lies at its addresses. */
export function workHits(state: ReplayState, item: DigestedItem, size: number): WorkHit[] {
  const recognised = item.recognised.flatMap(({ by, value, distance }) => {
    const subject = state.subjects.get(recognitionKey(by, value));
    const via = by === 'md5' ? ('md5' as const) : ('content' as const);
    return subject === undefined
      ? []
      : [{ subject, match: { via, distance }, claims: subject.claims, matched: undefined }];
  });
  const outer = item.outer.flatMap((place) => matchedAt(state, place, undefined, size));
  const embedded = item.embedded.flat().flatMap((place) => matchedAt(state, place, 'outer-only', size));
  return [...recognised, ...outer, ...embedded];
}

/** A yes to a work reaches an address only where a yes to the address would. */
function matchedAt(
  state: ReplayState,
  { kind, sha256, denyOnly }: PlaceDigest,
  addressProblem: MatchProblem | undefined,
  size: number,
): WorkHit[] {
  const matches = state.subjects.get(placeKey(kind, sha256))?.matches ?? [];
  const problem = addressProblem ?? (denyOnly ? 'without-query-carries-no-yes' : undefined);
  return matches
    .filter((match) => isMatched(match, size))
    .flatMap(({ claim, distance, carriesNoYes }) => {
      const subject = state.subjects.get(claim.name);
      const obstacle = problem ?? carriesNoYes;
      const match = { via: 'matched' as const, distance };
      const limited = obstacle === undefined ? match : { ...match, carriesNoYes: obstacle };
      return subject === undefined ? [] : [{ subject, match: limited, claims: [claim], matched: claim }];
    });
}

/** Whether a match had been found, and not removed, when the log had `size` leaves. */
export function isMatched({ index, removedAt }: MatchRecord, size: number): boolean {
  return index < size && !(removedAt !== undefined && removedAt < size);
}
