import type { CheckedTable } from '../app/consent/check-table.js';
import type { CheckTally } from '../app/consent/check-tally.js';
import type { AnswerBasis } from '../app/ports/consent-answers.js';
import { RULES_VERSION } from '../core/consent/decision.js';
import type { LostLeaves } from '../core/log/lost-leaves.js';
import { CANONICAL_URL_VERSION } from '../core/url/canonical-url.js';
import { describeLost } from './describe-lost.js';

/** What a check found. Every row is counted once under `answers`, by the strictest answer among the uses asked. */
export interface CheckReport extends CheckTally {
  /** Opens the report: the share denied, and the share that nobody has answered for. */
  readonly summary: string;
  readonly checkedAt: string;
  /** Leaves of the log that the answers rest on. */
  readonly logSize: string;
  /** The moment that the answers speak of: what has expired by then is over. */
  readonly moment: string;
  readonly rulesVersion: number;
  readonly canonicalUrlVersion: number;
  readonly input: string;
  readonly output: string | null;
  readonly keep: string;
  readonly dropped: number;
  /** Leaves that the log lacks: while there are any, nobody is told yes. */
  readonly lostLeaves: readonly LostLeaves[];
}

export function checkReport(
  { tally }: CheckedTable,
  { logSize, moment, answeredAt, lostLeaves }: AnswerBasis,
  { input, output, keep }: { input: string; output: string | undefined; keep: string },
): CheckReport {
  return {
    summary: summarise(tally),
    checkedAt: answeredAt.toISOString(),
    logSize: logSize.toString(),
    moment: moment.toISOString(),
    rulesVersion: RULES_VERSION,
    canonicalUrlVersion: CANONICAL_URL_VERSION,
    input,
    output: output ?? null,
    keep,
    dropped: tally.rows - tally.kept,
    lostLeaves,
    ...tally,
  };
}

/** The report for people. */
export function describeReport(report: CheckReport): string {
  const { answers } = report;
  const lines = [
    report.summary,
    '',
    `${count(report.rows)} rows: ${count(answers.DENIED)} denied, ${count(answers.CONDITIONAL)} only on terms, ` +
      `${count(answers.ALLOWED)} allowed, ${count(answers.UNKNOWN)} unanswered.`,
    ...report.uses.flatMap(({ use, byAssurance }) =>
      Object.entries(byAssurance).map(
        ([answer, levels]) =>
          `  ${use} ${answer}: ${Object.entries(levels)
            .map(([level, rows]) => `${count(rows)} ${level}`)
            .join(', ')}`,
      ),
    ),
    ...Object.entries(report.notAnswered).map(
      ([reason, rows]) => `  No address (${reason}): ${count(rows)}. These rows count as unanswered.`,
    ),
    ...report.hosts.slice(0, 10).map(({ host, dropped }) => `  ${host}: ${count(dropped)} rows`),
    report.output === null
      ? `${count(report.dropped)} rows would be dropped.`
      : `${count(report.kept)} rows kept in ${report.output}, ${count(report.dropped)} dropped.`,
    ...report.lostLeaves.map(describeLost),
    `As of log size ${report.logSize}, ${report.moment}.`,
  ];
  return `${lines.join('\n')}\n`;
}

function summarise({ rows, answers }: CheckTally): string {
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

function count(value: number): string {
  return value.toLocaleString('en-GB');
}
