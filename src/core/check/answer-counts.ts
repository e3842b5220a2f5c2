/** Rows counted by what was answered for them. */
import { ASSURANCES, type Assurance } from '../consent/assurance.js';
import { ANSWERS, type Answer } from '../consent/decision.js';
import type { Use } from '../consent/use.js';

export type AnswerCounts = Readonly<Record<Answer, number>>;

export interface UseCounts {
  readonly use: Use;
  readonly answers: AnswerCounts;
  /** Answers other than UNKNOWN, by the assurance that they rest on. */
  readonly byAssurance: Readonly<Partial<Record<Answer, Readonly<Partial<Record<Assurance, number>>>>>>;
}

export function noAnswers(): Record<Answer, number> {
  return { ALLOWED: 0, DENIED: 0, CONDITIONAL: 0, UNKNOWN: 0 };
}

export function addAnswers(a: AnswerCounts, b: AnswerCounts): AnswerCounts {
  const sum = noAnswers();
  for (const answer of ANSWERS) sum[answer] = a[answer] + b[answer];
  return sum;
}

/** Of two counts about the same use. */
export function addUse(a: UseCounts, b: UseCounts): UseCounts {
  const byAssurance = ANSWERS.flatMap((answer) => {
    const levels = ASSURANCES.flatMap((level) => {
      const rows = (a.byAssurance[answer]?.[level] ?? 0) + (b.byAssurance[answer]?.[level] ?? 0);
      return rows === 0 ? [] : [[level, rows] as const];
    });
    return levels.length === 0 ? [] : [[answer, Object.fromEntries(levels)] as const];
  });
  return {
    use: a.use,
    answers: addAnswers(a.answers, b.answers),
    byAssurance: Object.fromEntries(byAssurance),
  };
}
