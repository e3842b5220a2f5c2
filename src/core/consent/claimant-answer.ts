/**
 * What one claimant says about one use of one item (decision rules v1, no. 2): the more specific subject wins within a
 * use, the strictest among the uses that contain one another, and a narrower yes lifts a wider no of the same claimant.
 */
import type { YesProblem } from './decision.js';
import { areComparable, compareSpecificity } from './match.js';
import type { CoveringStatement } from './standing-statement.js';
import { type Use, containsUse } from './use.js';

/** From the least to the most strict; an `offer` is a no that comes with terms. */
const STRICTNESS = ['yes', 'offer', 'no'] as const;

export type Saying = (typeof STRICTNESS)[number];

/** A statement that is heard. One that does not bind others is still its claimant's word against their own yes. */
export interface Voice {
  readonly covering: CoveringStatement;
  readonly says: Saying;
  readonly binds: boolean;
  /** Why a `conditional` is heard as a mere no. */
  readonly offerProblem?: YesProblem;
}

export type VoiceFate =
  | 'decides'
  | 'outranked'
  | 'lifted-by-own-narrower-yes'
  | 'narrower-than-question'
  | 'silenced-by-own-no'
  | 'stricter-answer-stands'
  | 'place-no-needs-verification';

/** What a claimant says, if anything, and what became of each of their voices. */
export interface ClaimantAnswer {
  readonly says: Saying | undefined;
  readonly fates: readonly { readonly voice: Voice; readonly fate: VoiceFate }[];
}

/** The strictest of several sayings; undefined when there is none. */
export function strictestOf(sayings: readonly (Saying | undefined)[]): Saying | undefined {
  return STRICTNESS.findLast((saying) => sayings.includes(saying));
}

/** The answer of one claimant, whose voices these all are. */
export function claimantAnswer(voices: readonly Voice[], use: Use): ClaimantAnswer {
  const binding = voices.filter((voice) => voice.binds);
  const unheard = voices
    .filter((voice) => !voice.binds)
    .map((voice) => ({ voice, fate: 'place-no-needs-verification' as const }));
  const answer = weigh(binding, use);
  const saysYes = answer.says === 'yes' || answer.says === 'offer';
  if (!saysYes || weigh(voices, use).says !== 'no') {
    return { says: answer.says, fates: [...answer.fates, ...unheard] };
  }
  // Their own unproven no cannot bind others, but nobody may take a yes from who says no.
  const silenced = binding
    .filter((voice) => voice.says === 'yes')
    .map((voice) => ({ voice, fate: 'silenced-by-own-no' as const }));
  const noes = binding
    .filter((voice) => voice.says !== 'yes')
    .map((voice) => asNo(voice, 'silenced-by-own-no'));
  const strict = weigh(noes, use);
  return { says: strict.says, fates: [...strict.fates, ...silenced, ...unheard] };
}

function weigh(voices: readonly Voice[], use: Use): ClaimantAnswer {
  const reaches = (voice: Voice) => containsUse(voice.covering.use, use);
  const fates: { voice: Voice; fate: VoiceFate }[] = [];
  const winners: Voice[] = [];
  const unbeaten: Voice[] = [];
  const beaten: Voice[] = [];
  for (const voice of voices.toSorted((a, b) => precedence(b, a))) {
    // Only what was not outranked itself outranks: between the outer and an embedded address nothing does.
    if (unbeaten.some((other) => outranks(other, voice))) {
      beaten.push(voice);
      continue;
    }
    unbeaten.push(voice);
    if (voice.says === 'yes' && !reaches(voice)) {
      fates.push({ voice, fate: 'narrower-than-question' });
    } else {
      winners.push(voice);
    }
  }
  const giving = winners.filter((voice) => voice.says !== 'no' && reaches(voice));
  const isLifted = (voice: Voice) => giving.some((yes) => lifts(yes, voice));
  const left = unbeaten.filter((voice) => !isLifted(voice));
  const standing: Voice[] = [];
  for (const voice of [...winners, ...beaten]) {
    const isBeaten = beaten.includes(voice);
    // What a yes has lifted outranks nothing any more: a no that the yes does not reach is heard again.
    if (isBeaten && (voice.says === 'yes' || left.some((other) => outranks(other, voice)))) {
      fates.push({ voice, fate: 'outranked' });
    } else if (isLifted(voice)) {
      fates.push({ voice, fate: 'lifted-by-own-narrower-yes' });
    } else {
      if (isBeaten) left.push(voice);
      // Terms for a part of the use asked about open nothing where the rest of it is not given.
      const isPart = voice.says === 'offer' && !reaches(voice) && giving.length === 0;
      standing.push(isPart ? asNo(voice, 'narrower-than-question') : voice);
    }
  }
  const says = strictestOf(standing.map((voice) => voice.says));
  for (const voice of standing) {
    fates.push({ voice, fate: voice.says === says ? 'decides' : 'stricter-answer-stands' });
  }
  return { says, fates };
}

/** Whether the first voice leaves the second no say about their common use. */
function outranks(a: Voice, b: Voice): boolean {
  if (a.covering.use !== b.covering.use || !areComparable(a.covering, b.covering)) {
    return false;
  }
  return precedence(a, b) > 0;
}

/** Positive when the first comes before the second: by specificity, then by strictness, then as the later word. */
function precedence(a: Voice, b: Voice): number {
  return (
    compareSpecificity(a.covering, b.covering) ||
    STRICTNESS.indexOf(a.says) - STRICTNESS.indexOf(b.says) ||
    a.covering.index - b.covering.index
  );
}

/** Whether a yes or offer takes its own narrower use out of a wider no. */
function lifts(yes: Voice, no: Voice): boolean {
  return (
    no.says !== 'yes' &&
    no.covering.use !== yes.covering.use &&
    containsUse(no.covering.use, yes.covering.use) &&
    areComparable(yes.covering, no.covering) &&
    compareSpecificity(yes.covering, no.covering) >= 0
  );
}

function asNo(voice: Voice, offerProblem: YesProblem): Voice {
  return voice.says === 'offer' ? { ...voice, says: 'no', offerProblem } : voice;
}
