import type { EnumValue } from '../../client/graphql.js';
import { containsUse } from '../../core/consent/use.js';
import { wordOf } from '../server/enum-words.js';
import { USES } from './uses.js';

type Use = EnumValue<'Use'>;
type Preference = EnumValue<'Preference'>;
type Answers = Readonly<Partial<Record<Use, Preference>>>;

const STRICTNESS: readonly Preference[] = ['ALLOW', 'CONDITIONAL', 'DENY'];

export function isStricter(one: Preference, other: Preference): boolean {
  return STRICTNESS.indexOf(one) > STRICTNESS.indexOf(other);
}

/** What answers mean for a use: the answer to it, or else to the nearest use that contains it. */
export function meantFor(answers: Answers, use: Use): Preference | undefined {
  const nearest = USES.findLast(
    (wider) => answers[wider] !== undefined && containsUse(wordOf(wider), wordOf(use)),
  );
  return nearest === undefined ? undefined : answers[nearest];
}

/**
 * What has to be answered beside `answers` so that they mean what they say. By the decision rules a claimant's own yes to a
 * narrower use takes that use out of their no to a wider one; who says no to a use after that means all of it. What is
 * answered for a narrower use here and now stays as it is.
 * @param earlier what the same person has on the record about the same place
 */
export function answersBeside(
  answers: Answers,
  earlier: readonly { readonly use: Use; readonly preference: Preference }[],
): Answers {
  const beside = earlier.flatMap(({ use, preference }) => {
    const meant = answers[use] === undefined ? meantFor(answers, use) : undefined;
    return meant !== undefined && isStricter(meant, preference) ? [[use, meant] as const] : [];
  });
  return Object.fromEntries(beside);
}
