/**
 * What one party says about the uses of a work, as far as other people's vocabularies go: no claimant, subject or term.
 * Within it the rules of decision rules v1, no. 2, "More specific uses", hold as they do among one claimant's statements.
 */
import type { Preference } from '../consent/preference.js';
import { USES, type Use, areRelatedUses, containsUse } from '../consent/use.js';

/** A use that is not there was not spoken about, which is never permission. */
export type UseAnswers = Readonly<Partial<Record<Use, Preference>>>;

/** From the least to the most strict. */
const STRICTNESS: readonly Preference[] = ['allow', 'conditional', 'deny'];

/** The answer to a question about the use, from what was said about it, about wider uses and about narrower ones. */
export function answerTo(answers: UseAnswers, use: Use): Preference | undefined {
  return strictest(answers, use, (spoken) => areRelatedUses(spoken, use));
}

/** What was said about the use as a whole: by its own name or by that of a wider one. */
export function answerOnWhole(answers: UseAnswers, use: Use): Preference | undefined {
  return strictest(answers, use, (spoken) => containsUse(spoken, use));
}

/** Whether an answer refuses; an offer does too, for whoever does not take it. */
export function refuses(preference: Preference | undefined): boolean {
  return preference === 'deny' || preference === 'conditional';
}

/**
 * What several parties say together: the strictest answer to each question, so that nobody's yes lifts another's no
 * (the combine rule of AIPREF, for the uses and across vocabularies). Every use that anybody answers is there.
 */
export function combineAnswers(parties: readonly UseAnswers[]): UseAnswers {
  const combined: Partial<Record<Use, Preference>> = {};
  for (const use of USES) {
    const said = parties.map((answers) => answerTo(answers, use));
    const answer = STRICTNESS.findLast((preference) => said.includes(preference));
    if (answer !== undefined) {
      combined[use] = answer;
    }
  }
  return combined;
}

function strictest(answers: UseAnswers, use: Use, isHeard: (spoken: Use) => boolean): Preference | undefined {
  const spoken = USES.filter((other) => answers[other] !== undefined && isHeard(other));
  const giving = spoken.filter((other) => answers[other] !== 'deny' && containsUse(other, use));
  const said = spoken
    .filter((other) => !isLifted(answers, other, giving))
    .map((other) => asHeard(answers[other], containsUse(other, use), giving.length > 0));
  return STRICTNESS.findLast((preference) => said.includes(preference));
}

/** A narrower yes or offer takes its own use out of a wider no or offer. */
function isLifted(answers: UseAnswers, wider: Use, giving: readonly Use[]): boolean {
  return (
    answers[wider] !== 'allow' &&
    giving.some((narrower) => narrower !== wider && containsUse(wider, narrower))
  );
}

/** A yes for a part gives nothing of the whole; an offer for a part is a no to the whole where the rest is not given. */
function asHeard(
  preference: Preference | undefined,
  reaches: boolean,
  restIsGiven: boolean,
): Preference | undefined {
  if (reaches) {
    return preference;
  }
  if (preference === 'allow') {
    return undefined;
  }
  return preference === 'conditional' && !restIsGiven ? 'deny' : preference;
}
