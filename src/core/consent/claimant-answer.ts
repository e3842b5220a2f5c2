/**
 * What one claimant says about one use of one item (decision rules v1, no. 2): the more specific subject wins within a
 * use, the strictest among the uses that contain one another, and a narrower yes lifts a wider no of the same claimant.
 */
import type { YesProblem } from './decision.js';
import { areComparable, compareSpecificity, isEmbedded } from './match.js';
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
  const gives = answer.says === 'yes' || answer.says === 'offer';
  if (!gives || weigh(voices, use).says !== 'no') {
    return { says: answer.says, fates: [...answer.fates, ...unheard] };
  }
  // Their own unproven no cannot bind others, but nobody may take a yes from who says no.
  const isSilenced = (voice: Voice) => voice.says === 'yes' && reaches(voice, use);
  const silenced = binding
    .filter(isSilenced)
    .map((voice) => ({ voice, fate: 'silenced-by-own-no' as const }));
  const strict = weigh(
    binding
      .filter((voice) => !isSilenced(voice))
      .map((voice) => (reaches(voice, use) ? asNo(voice, 'silenced-by-own-no') : voice)),
    use,
  );
  return { says: strict.says, fates: [...strict.fates, ...silenced, ...unheard] };
}

/** Which of a claimant's voices stand, and what becomes of the others. */
function weigh(voices: readonly Voice[], use: Use): ClaimantAnswer {
  const { standing, partYeses, giving, lifting } = read(voices, use);
  const heard = [...standing].map((voice) => {
    // Terms for a part of the use asked about open nothing where the rest of it is not given.
    const isMerePart = !giving && !reaches(voice, use);
    return isMerePart ? asNo(voice, 'narrower-than-question') : voice;
  });
  const says = strictestOf(heard.map((voice) => voice.says));
  const fateOf = (voice: Voice): VoiceFate => {
    if ([...standing].some((other) => outranks(other, voice))) return 'outranked';
    if (partYeses.includes(voice)) return 'narrower-than-question';
    return lifting.some((yes) => lifts(yes, voice)) ? 'lifted-by-own-narrower-yes' : 'outranked';
  };
  const unheard = voices.filter((voice) => !standing.has(voice));
  return {
    says,
    fates: [
      ...unheard.map((voice) => ({ voice, fate: fateOf(voice) })),
      ...heard.map((voice) => ({
        voice,
        fate: voice.says === says ? ('decides' as const) : ('stricter-answer-stands' as const),
      })),
    ],
  };
}

interface Reading {
  readonly standing: ReadonlySet<Voice>;
  /** Yeses that win, about a part of the use asked about. */
  readonly partYeses: readonly Voice[];
  /** Whether anything gives the whole of the use asked about. */
  readonly giving: boolean;
  readonly lifting: readonly Voice[];
}

/**
 * The outer address and the work are read together, where any two voices can be ranked. A no at an embedded address is read
 * against the work alone. What takes away a no is always a yes or an offer that wins in that reading, never another no: so
 * neither one more no nor one yes less can open anything.
 */
function read(voices: readonly Voice[], use: Use): Reading {
  const embedded = voices.filter((voice) => isEmbedded(voice.covering));
  const together = voices.filter((voice) => !isEmbedded(voice.covering));
  const foremost = unbeaten(together);
  const ofTheWork = unbeaten(together.filter((voice) => !('address' in voice.covering.match)));
  const opening = foremost.filter((voice) => voice.says !== 'no' && reaches(voice, use));
  const openers = new Map(embedded.map((no) => [no, ofTheWork.filter((voice) => opens(voice, no, use))]));
  const partYeses = foremost.filter((voice) => voice.says === 'yes' && !reaches(voice, use));
  const standing = unbeaten([
    ...foremost.filter((voice) => !partYeses.includes(voice) && !opening.some((yes) => lifts(yes, voice))),
    ...embedded.filter((no) => openers.get(no)?.length === 0),
  ]);
  // An offer that alone opens an embedded address is needed, also where a yes for the outer one outranks it.
  const needed = [...openers.values()]
    .filter((found) => found.every(({ says }) => says === 'offer'))
    .flatMap((offers) =>
      offers.filter((offer) => !offers.some((other) => reaches(other, use) && lifts(other, offer))),
    )
    .filter((offer) => !standing.some((other) => other.says !== 'yes' && outranks(other, offer)));
  return {
    standing: new Set([...standing, ...needed]),
    partYeses,
    giving: opening.length > 0,
    lifting: [...opening, ...ofTheWork.filter((voice) => voice.says !== 'no' && reaches(voice, use))],
  };
}

function reaches(voice: Voice, use: Use): boolean {
  return containsUse(voice.covering.use, use);
}

/** Those that none of the others outranks: one for each use where any two can be ranked, and a statement as often as it covers. */
function unbeaten(voices: readonly Voice[]): Voice[] {
  return voices.filter((voice) => !voices.some((other) => outranks(other, voice)));
}

/** Whether a word about the work takes away a no at an embedded address. */
function opens(voice: Voice, no: Voice, use: Use): boolean {
  return voice.says !== 'no' && (outranks(voice, no) || (reaches(voice, use) && lifts(voice, no)));
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
