import { basename } from 'node:path';
import { MANDATE_GRADES } from '../../core/consent/mandate-grade.js';
import type { AnswerCounts } from '../../core/check/answer-counts.js';
import { count } from '../count.js';
import { counted } from '../counted.js';
import { describeLost } from '../describe-lost.js';
import type { LapseCode, LapsedAcceptance } from '../terms/open-accepted.js';
import type { CheckReport } from './check-report.js';

const HOSTS_SHOWN = 10;
const INPUTS_SHOWN = 20;

/** The report for people. */
export function describeReport(report: CheckReport): string {
  const lines = [
    report.summary,
    '',
    `${count(report.rows)} rows: ${answersInWords(report.answers)}.`,
    ...describeUses(report),
    ...describeWays(report),
    ...describeMandates(report),
    ...Object.entries(report.notAnswered).map(
      ([reason, rows]) => `  No address (${reason}): ${count(rows)}. These rows count as unanswered.`,
    ),
    ...report.hosts
      .filter(({ dropped }) => dropped > 0)
      .slice(0, HOSTS_SHOWN)
      .map(({ host, dropped }) => `  ${host}: ${count(dropped)} rows`),
    ...describeNamed(report),
    ...describeParts(report),
    ...describeFates(report),
    ...describeSince(report),
    ...report.sources.flatMap(({ lostLeaves }) => lostLeaves.map(describeLost)),
    ...describeSources(report),
  ];
  return `${lines.join('\n')}\n`;
}

function answersInWords({ DENIED, CONDITIONAL, ALLOWED, UNKNOWN }: AnswerCounts): string {
  return `${count(DENIED)} denied, ${count(CONDITIONAL)} only on terms, ${count(ALLOWED)} allowed, ${count(UNKNOWN)} unanswered`;
}

function describeUses({ uses }: CheckReport): string[] {
  return uses.flatMap(({ use, byAssurance }) =>
    Object.entries(byAssurance).map(
      ([answer, levels]) =>
        `  ${use} ${answer}: ${Object.entries(levels)
          .map(([level, rows]) => `${count(rows)} ${level}`)
          .join(', ')}`,
    ),
  );
}

/** Said only where content was asked about: by addresses alone there is nothing to tell apart. */
function describeWays({ asked, decided, comparedBy, notCompared }: CheckReport): string[] {
  if (asked.byContent === 0) return [];
  return [
    `  By address: ${count(asked.byAddress)} rows asked, ${answersGiven(decided.byAddress)}.`,
    `  By content: ${count(asked.byContent)} rows asked (${listed(comparedBy)}), ${answersGiven(decided.byContent)}.`,
    ...(Object.keys(notCompared).length === 0
      ? []
      : [`  Files that were not compared by what they show or sound like: ${listed(notCompared)}.`]),
  ];
}

function listed(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([name, rows]) => `${name} ${count(rows)}`)
    .join(', ');
}

/** In whose name an answer was given without it being their own word: said only where there is such an answer. */
function describeMandates({ byMandate }: CheckReport): string[] {
  const grades = MANDATE_GRADES.flatMap((grade) => {
    const rows = byMandate[grade] ?? 0;
    return rows === 0 ? [] : [`${count(rows)} ${grade}`];
  });
  return grades.length === 0 ? [] : [`  By mandate: ${grades.join(', ')}`];
}

function answersGiven({ DENIED, CONDITIONAL, ALLOWED }: AnswerCounts): string {
  return `${count(DENIED)} denied, ${count(CONDITIONAL)} only on terms, ${count(ALLOWED)} allowed`;
}

function describeNamed({ named, dropNamed }: CheckReport): string[] {
  if (named === 0) return [];
  const fate = dropNamed ? 'They are dropped' : 'They are kept or dropped by their answers';
  return [`  ${count(named)} rows name somebody in their caption who said no. That is no answer. ${fate}.`];
}

function describeSince({ since, dropped }: CheckReport): string[] {
  if (since === undefined) return [];
  const logs = since.logs.map(({ origin, from, to }) => `${origin} from log size ${from} to ${to}`);
  return [
    `Since the receipt ${since.receipt.slice(0, 12)}…: ${count(dropped)} rows to drop. ${logs.join('; ')}.`,
  ];
}

function describeParts({ inputs, datasets }: CheckReport): string[] {
  if (inputs.length === 1) return [];
  const parts = datasets.length > 1 ? datasets : inputs;
  const finished = inputs.filter(({ wasFinished }) => wasFinished).length;
  return [
    ...parts
      .slice(0, INPUTS_SHOWN)
      .map(({ name, rows, answers }) => `  ${name}: ${count(rows)} rows, ${answersInWords(answers)}`),
    ...(parts.length > INPUTS_SHOWN ? [`  and ${count(parts.length - INPUTS_SHOWN)} more`] : []),
    ...(finished > 0
      ? [
          `${counted(finished, 'table', 'tables')} of ${count(inputs.length)} had been checked by an earlier run.`,
        ]
      : []),
  ];
}

function describeFates({ inputs, kept, dropped, licensed, accepted, acceptances }: CheckReport): string[] {
  const [only, ...more] = inputs;
  const written = inputs.filter(({ output }) => output !== null);
  const held = [
    ...(licensed === 0
      ? []
      : [
          `${count(licensed)} of the rows kept are licensed: you state to hold them by contract. None of them counts as allowed.`,
        ]),
    ...(accepted === 0
      ? []
      : [
          `${count(accepted)} of the rows kept are on terms that you accepted. None of them counts as allowed.`,
        ]),
    ...(acceptances?.lapsed ?? []).slice(0, INPUTS_SHOWN).map(lapsedInWords),
  ];
  if (only === undefined || written.length === 0)
    return [`${count(dropped)} rows would be dropped.`, ...held];
  const place = more.length === 0 ? placeOf(only.output ?? '') : counted(written.length, 'table', 'tables');
  return [`${count(kept)} rows kept in ${place}, ${count(dropped)} dropped.`, ...held];
}

const LAPSES: Readonly<Record<LapseCode, string>> = {
  'other-log': 'is of a log that was not asked',
  'not-on-offer': 'is of an offer that does not stand any more',
  'other-terms': 'is of terms that read otherwise now',
  expired: 'has run out with its offer',
  'other-use': 'is for another use',
};

function lapsedInWords({ statement, why }: LapsedAcceptance): string {
  return `  The acceptance of ${statement.slice(0, 12)}… ${LAPSES[why]} and keeps no row.`;
}

function placeOf(output: string): string {
  return output === '-' ? 'standard output' : basename(output);
}

function describeSources({ sources }: CheckReport): string[] {
  return sources.map(({ name, origin, logSize, moment }) =>
    sources.length === 1
      ? `As of log size ${logSize}, ${moment}.`
      : `${name} (${origin}): as of log size ${logSize}, ${moment}.`,
  );
}
