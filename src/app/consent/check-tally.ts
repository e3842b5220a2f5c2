import type { Assurance } from '../../core/consent/assurance.js';
import type { Answer } from '../../core/consent/decision.js';
import type { Use } from '../../core/consent/use.js';
import type { CheckedItem } from '../ports/consent-answers.js';

export interface UseTally {
  readonly use: Use;
  readonly answers: Readonly<Record<Answer, number>>;
  /** Answers other than UNKNOWN, by the assurance that they rest on. */
  readonly byAssurance: Readonly<Partial<Record<Answer, Readonly<Partial<Record<Assurance, number>>>>>>;
}

export interface CheckTally {
  readonly rows: number;
  readonly kept: number;
  /** Rows by the strictest answer among the uses asked; they add up to `rows`. */
  readonly answers: Readonly<Record<Answer, number>>;
  readonly uses: readonly UseTally[];
  /** Rows whose cell is no address, by reason; they are among the UNKNOWN. */
  readonly notAnswered: Readonly<Record<string, number>>;
  /** Hosts with rows that were not kept, most rows first. */
  readonly hosts: readonly { readonly host: string; readonly dropped: number }[];
}

/** From the strictest. UNKNOWN is stricter than ALLOWED: silence is not permission. */
const STRICTEST_FIRST: readonly Answer[] = ['DENIED', 'CONDITIONAL', 'UNKNOWN', 'ALLOWED'];
const MOST_HOSTS = 1_000;

export interface Tally {
  count(item: CheckedItem, isKept: boolean, host: string | undefined): void;
  finish(): CheckTally;
}

export function startTally(uses: readonly Use[]): Tally {
  const answers = zeroes();
  const byUse = uses.map((use) => ({
    use,
    answers: zeroes(),
    byAssurance: emptyByAssurance(),
  }));
  const notAnswered: Record<string, number> = {};
  const dropped = new Map<string, number>();
  let rows = 0;
  let kept = 0;
  return {
    count: (item, isKept, host) => {
      rows += 1;
      if (isKept) kept += 1;
      else if (host !== undefined) dropped.set(host, (dropped.get(host) ?? 0) + 1);
      if (item.notAnswered !== undefined) {
        notAnswered[item.notAnswered] = (notAnswered[item.notAnswered] ?? 0) + 1;
      }
      answers[strictest(item)] += 1;
      item.decisions.forEach(({ answer, assurance }, at) => {
        const tally = byUse[at];
        if (!tally) return;
        tally.answers[answer] += 1;
        if (assurance === null) return;
        const counts = (tally.byAssurance[answer] ??= {});
        counts[assurance] = (counts[assurance] ?? 0) + 1;
      });
    },
    finish: () => ({
      rows,
      kept,
      answers,
      uses: byUse,
      notAnswered,
      hosts: [...dropped]
        .map(([host, count]) => ({ host, dropped: count }))
        .sort((a, b) => b.dropped - a.dropped || (a.host < b.host ? -1 : 1))
        .slice(0, MOST_HOSTS),
    }),
  };
}

function emptyByAssurance(): Partial<Record<Answer, Partial<Record<Assurance, number>>>> {
  return {};
}

function zeroes(): Record<Answer, number> {
  return { ALLOWED: 0, DENIED: 0, CONDITIONAL: 0, UNKNOWN: 0 };
}

function strictest({ decisions }: CheckedItem): Answer {
  return STRICTEST_FIRST.find((answer) => decisions.some((one) => one.answer === answer)) ?? 'UNKNOWN';
}
