import { addTallies } from '../../app/check/add-tallies.js';
import type { CheckTally } from '../../app/check/check-tally.js';
import type { AnswerCounts } from '../../core/check/answer-counts.js';
import type { AnswerBasis, BoundCheckpoint } from '../../app/ports/consent-answers.js';
import type { CheckPolicy } from '../../core/check/check-policy.js';
import { summariseCheck } from '../../core/check/summarise-check.js';
import type { Keep } from '../../core/check/row-fate.js';
import type { LostLeaves } from '../../core/log/lost-leaves.js';
import type { OpenedAcceptances } from '../terms/open-accepted.js';
import type { Span } from './earlier-run.js';
import type { CheckedInput } from './check-files.js';

/** What the answers of one registry rest on. */
export interface SourceReport {
  readonly origin: string;
  readonly name: string;
  readonly source: AnswerBasis['source'];
  /** Leaves of the log that the answers rest on. */
  readonly logSize: string;
  /** The moment that the answers speak of: what has expired by then is over. */
  readonly moment: string;
  readonly rulesVersion: number;
  readonly canonicalUrlVersion: number;
  readonly manifest: string | null;
  /** The signed note that the answers are bound to; null where the log signed none yet. */
  readonly checkpoint: string | null;
  /** C2SP verifier keys of the log that were relied on. */
  readonly keys: readonly string[];
  /** False where the source named its keys itself: nothing then shows whose answers these are. */
  readonly isAnchored: boolean;
  /** Leaves that the log lacks: while there are any, nobody is told yes. */
  readonly lostLeaves: readonly LostLeaves[];
}

interface PartReport {
  readonly name: string;
  readonly rows: number;
  readonly kept: number;
  readonly answers: AnswerCounts;
}

export interface InputReport extends PartReport {
  readonly dataset: string;
  readonly output: string | null;
  /** Whether an earlier run, with which this one went on, had checked it. */
  readonly wasFinished: boolean;
}

/** What a check found. Every row is counted once under `answers`, by the strictest answer among the uses asked. */
export interface CheckReport extends CheckTally {
  /** Opens the report: the share denied, and the share that nobody has answered for. */
  readonly summary: string;
  readonly checkedAt: string;
  /** One for each registry that was asked. */
  readonly sources: readonly SourceReport[];
  readonly keep: Keep;
  readonly policy: CheckPolicy;
  /** Whether rows whose caption names somebody who said no were dropped. */
  readonly dropNamed: boolean;
  /** The receipt of the run that the tables were filtered by, and how far their logs have grown; what is dropped is so since then. */
  readonly since?: { readonly receipt: string; readonly logs: readonly Span[] } | undefined;
  /** Acceptances of terms that were given; those that lapsed keep no row. */
  readonly acceptances?: Pick<OpenedAcceptances, 'digests' | 'lapsed'> | undefined;
  readonly dropped: number;
  readonly inputs: readonly InputReport[];
  /** Tables counted together, by what was named on the command line. */
  readonly datasets: readonly PartReport[];
}

/** Listed; a file of decisions lists all. */
const MOST_HOSTS = 1_000;

export function checkReport(
  checked: readonly CheckedInput[],
  bases: readonly AnswerBasis[],
  checkpoints: readonly (BoundCheckpoint | undefined)[],
  {
    keep,
    policy,
    dropNamed,
    since,
    acceptances,
  }: Pick<CheckReport, 'keep' | 'policy' | 'dropNamed' | 'since' | 'acceptances'>,
): CheckReport {
  const tally = addTallies(checked.map((input) => input.tally));
  const datasets = [...new Set(checked.map(({ planned }) => planned.dataset))];
  return {
    summary: summariseCheck(tally),
    checkedAt: (bases[0]?.answeredAt ?? new Date(NaN)).toISOString(),
    sources: bases.map((basis, at) => sourceReport(basis, checkpoints[at])),
    keep,
    policy,
    dropNamed,
    ...(since === undefined ? {} : { since }),
    ...(acceptances === undefined ? {} : { acceptances }),
    dropped: tally.rows - tally.kept,
    inputs: checked.map(({ planned, wasFinished, ...input }) => ({
      ...partReport(planned.name, input.tally),
      dataset: planned.dataset,
      output: planned.outputName ?? null,
      wasFinished,
    })),
    datasets: datasets.map((name) =>
      partReport(
        name,
        addTallies(checked.filter(({ planned }) => planned.dataset === name).map((one) => one.tally)),
      ),
    ),
    ...tally,
    hosts: tally.hosts.slice(0, MOST_HOSTS),
    furtherHosts: tally.furtherHosts + Math.max(0, tally.hosts.length - MOST_HOSTS),
  };
}

function partReport(name: string, { rows, kept, answers }: CheckTally): PartReport {
  return { name, rows, kept, answers };
}

function sourceReport(basis: AnswerBasis, checkpoint: BoundCheckpoint | undefined): SourceReport {
  const { origin, name, source, logSize, moment, rulesVersion, canonicalUrlVersion } = basis;
  const { manifest, keys, isAnchored, lostLeaves } = basis;
  return {
    origin,
    name,
    source,
    logSize: logSize.toString(),
    moment: moment.toISOString(),
    rulesVersion,
    canonicalUrlVersion,
    manifest: manifest ?? null,
    checkpoint: checkpoint?.note ?? null,
    keys,
    isAnchored,
    lostLeaves,
  };
}
