import { type AnswerCounts, noAnswers, type UseCounts } from '../../core/check/answer-counts.js';
import type { Answer, Decision } from '../../core/consent/decision.js';
import type { Assurance } from '../../core/consent/assurance.js';
import type { MandateGrade } from '../../core/consent/mandate-grade.js';
import type { Use } from '../../core/consent/use.js';
import type { RecognisedBy } from '../../core/replay/subject-name.js';
import { hostOf } from '../../core/url/url-expressions.js';
import type { CheckedRow } from './checked-row.js';

/** Rows of a host that somebody has answered for. */
export interface HostTally {
  readonly host: string;
  readonly dropped: number;
  readonly answers: AnswerCounts;
}

export interface CheckTally {
  readonly rows: number;
  /** Licensed and accepted rows among them. */
  readonly kept: number;
  /** Kept because the builder states to hold them by contract, whatever was answered; none of them counts as ALLOWED. */
  readonly licensed: number;
  /** Kept because their terms were accepted; none of them counts as ALLOWED. */
  readonly accepted: number;
  /** Rows whose caption names somebody who said no, whatever was answered for them. */
  readonly named: number;
  /** Rows by the strictest answer among the uses asked; they add up to `rows`. */
  readonly answers: AnswerCounts;
  readonly uses: readonly UseCounts[];
  /** Rows whose cell is no address, by reason. */
  readonly notAnswered: Readonly<Record<string, number>>;
  /** Rows that could be asked about by their address, by what their bytes are, or by neither. */
  readonly asked: { readonly byAddress: number; readonly byContent: number; readonly byNeither: number };
  /** Rows that were asked about in each way of recognising content; one may be in several. */
  readonly comparedBy: Readonly<Partial<Record<RecognisedBy, number>>>;
  /** Rows whose file was not compared by what it shows or sounds like, by reason. */
  readonly notCompared: Readonly<Record<string, number>>;
  /** Answers other than UNKNOWN, by what decided them: the address, or what the item is (the picture, the sound, the text). */
  readonly decided: { readonly byAddress: AnswerCounts; readonly byContent: AnswerCounts };
  /** Rows whose answer somebody gave for another, by the grade of their mandate. */
  readonly byMandate: Readonly<Partial<Record<MandateGrade, number>>>;
  /** Most rows dropped first. */
  readonly hosts: readonly HostTally[];
  /** Hosts beyond those that are counted one by one. */
  readonly furtherHosts: number;
}

export interface Tally {
  count(row: CheckedRow): void;
  /** Counts rows that stay, with an address that nobody has answered for. */
  countUnanswered(rows: number): void;
  finish(): CheckTally;
}

/** Counted one by one; a dataset can name more hosts than memory holds. */
const MOST_HOSTS = 100_000;

export function startTally(uses: readonly Use[]): Tally {
  const answers = noAnswers();
  const byUse = uses.map((use) => ({ use, answers: noAnswers(), byAssurance: emptyByAssurance() }));
  const notAnswered: Record<string, number> = {};
  const asked = { byAddress: 0, byContent: 0, byNeither: 0 };
  const comparedBy: Partial<Record<RecognisedBy, number>> = {};
  const notCompared: Record<string, number> = {};
  const decided = { byAddress: noAnswers(), byContent: noAnswers() };
  const byMandate: Partial<Record<MandateGrade, number>> = {};
  const hosts = new Map<string, { dropped: number; answers: Record<Answer, number> }>();
  const totals = { rows: 0, kept: 0, licensed: 0, accepted: 0, named: 0, furtherHosts: 0 };

  function countHost({ item, answer, fate }: CheckedRow): void {
    if (item.canonicalUrl === undefined) return;
    if (answer === 'UNKNOWN' && fate !== 'dropped') return;
    const host = hostOf(item.canonicalUrl);
    let counts = hosts.get(host);
    if (counts === undefined) {
      if (hosts.size >= MOST_HOSTS) {
        totals.furtherHosts += 1;
        return;
      }
      hosts.set(host, (counts = { dropped: 0, answers: noAnswers() }));
    }
    counts.answers[answer] += 1;
    if (fate === 'dropped') counts.dropped += 1;
  }

  function countUses({ item }: CheckedRow): void {
    item.decisions.forEach(({ answer, assurance }, at) => {
      const tally = byUse[at];
      if (!tally) return;
      tally.answers[answer] += 1;
      if (assurance === null) return;
      const counts = (tally.byAssurance[answer] ??= {});
      counts[assurance] = (counts[assurance] ?? 0) + 1;
    });
  }

  function countWays(row: CheckedRow): void {
    const { item, isByContent, answer } = row;
    if (item.canonicalUrl !== undefined) asked.byAddress += 1;
    if (isByContent) asked.byContent += 1;
    if (item.canonicalUrl === undefined && !isByContent) asked.byNeither += 1;
    for (const way of row.comparedBy) comparedBy[way] = (comparedBy[way] ?? 0) + 1;
    const { notCompared: why } = row;
    if (why !== undefined) notCompared[why] = (notCompared[why] ?? 0) + 1;
    if (answer !== 'UNKNOWN') decided[wayOf(row)][answer] += 1;
  }

  return {
    count: (row) => {
      totals.rows += 1;
      if (row.fate !== 'dropped') totals.kept += 1;
      if (row.fate === 'licensed') totals.licensed += 1;
      if (row.fate === 'accepted') totals.accepted += 1;
      if (row.named.length > 0) totals.named += 1;
      answers[row.answer] += 1;
      const { notAnswered: reason } = row.item;
      if (reason !== undefined) notAnswered[reason] = (notAnswered[reason] ?? 0) + 1;
      countHost(row);
      countUses(row);
      countWays(row);
      const grade = decisionOf(row)?.mandate;
      if (grade !== undefined) byMandate[grade] = (byMandate[grade] ?? 0) + 1;
    },
    countUnanswered: (rows) => {
      totals.rows += rows;
      totals.kept += rows;
      answers.UNKNOWN += rows;
      asked.byAddress += rows;
      for (const use of byUse) use.answers.UNKNOWN += rows;
    },
    finish: () => ({
      ...totals,
      answers,
      uses: byUse,
      notAnswered,
      asked,
      comparedBy,
      notCompared,
      decided,
      byMandate,
      hosts: [...hosts].map(([host, counts]) => ({ host, ...counts })).sort(byDropped),
    }),
  };
}

/** What decided the answer of a row. An address that the log says to hold a work is an address: nobody looked at the item. */
function wayOf(row: CheckedRow): 'byAddress' | 'byContent' {
  const reason = decisionOf(row)?.decidedBy[0];
  return reason?.via === 'content' || reason?.via === 'md5' ? 'byContent' : 'byAddress';
}

/** The first that gives the row its answer. */
function decisionOf({ item, answer }: CheckedRow): Decision | undefined {
  return item.decisions.find((decision) => decision.answer === answer);
}

export function byDropped(a: HostTally, b: HostTally): number {
  return b.dropped - a.dropped || (a.host < b.host ? -1 : 1);
}

function emptyByAssurance(): Partial<Record<Answer, Partial<Record<Assurance, number>>>> {
  return {};
}
