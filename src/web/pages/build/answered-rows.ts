import type { EnumValue } from '../../../client/graphql.js';
import type { CheckReport } from './operations.js';

type Answer = CheckReport['answers'][number];

/** What was answered about one address. */
export interface AnsweredRow extends Pick<Answer, 'url' | 'notAnswered'> {
  readonly decision: Answer['decisions'][number];
}

/**
 * The answers, each with the address that was asked about; undefined where they are not exactly those that were asked for. An
 * answer that is short, in another order or about another use must not stand beside an address as if it were its own.
 */
export function answeredRows(
  asked: readonly string[],
  use: EnumValue<'Use'>,
  answers: CheckReport['answers'],
): AnsweredRow[] | undefined {
  if (answers.length !== asked.length) return undefined;
  const rows = answers.flatMap(({ url, notAnswered, decisions }, at) => {
    const [decision] = decisions;
    return url === asked[at] && decision?.use === use && decisions.length === 1
      ? [{ url, notAnswered, decision }]
      : [];
  });
  return rows.length === asked.length ? rows : undefined;
}
