/** The sentence that opens every report and receipt: what was denied, and that silence is not permission. */
import type { Answer } from '../consent/decision.js';

export interface SummarisedCounts {
  readonly rows: number;
  readonly answers: Readonly<Record<Answer, number>>;
}

export function summariseCheck({ rows, answers }: SummarisedCounts): string {
  const parts = [`${share(answers.DENIED, rows)} denied`];
  if (answers.CONDITIONAL > 0) parts.push(`${share(answers.CONDITIONAL, rows)} only on terms`);
  parts.push(`${share(answers.UNKNOWN, rows)} nobody has answered: not permission`);
  return `${parts.join('; ')}.`;
}

/** A share in per cent with one decimal; what is there is never rounded to nothing, nor what is missing to all. */
function share(part: number, whole: number): string {
  if (whole === 0 || part === 0) return '0 %';
  if (part === whole) return '100 %';
  const percent = (100 * part) / whole;
  if (percent < 0.1) return '< 0.1 %';
  if (percent > 99.9) return '> 99.9 %';
  return `${percent.toFixed(1)} %`;
}
