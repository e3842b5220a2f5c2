import { readFileSync } from 'node:fs';
import type { Assurance } from '../../../src/core/consent/assurance.js';
import type { Answer } from '../../../src/core/consent/decision.js';
import type { Use } from '../../../src/core/consent/use.js';
import type { Leaf } from '../../../src/core/log/leaf.js';
import type { Anomaly } from '../../../src/core/replay/anomaly.js';
import type { Recognition } from '../../../src/core/replay/digested-item.js';

interface ReplayQuestion {
  readonly reason: string;
  /** There unless the question names a time. */
  readonly size?: number;
  readonly time?: string;
  /** With `time`: the size that it stands for. */
  readonly sizeMeant?: number;
  readonly at: string;
  /** In canonical form. */
  readonly url?: string;
  readonly recognised?: readonly Recognition[];
  readonly use: Use;
  readonly minimumAssurance?: Assurance;
  readonly answer: Answer;
  readonly assurance: Assurance | null;
  /** Log indexes. */
  readonly decidedBy: readonly number[];
}

/** The language-neutral vectors for replays, as other implementations read them. */
interface ReplayVectors {
  readonly version: number;
  readonly logs: readonly {
    readonly reason: string;
    /** Null where a leaf is missing. */
    readonly leaves: readonly (Leaf | null)[];
    readonly questions: readonly ReplayQuestion[];
    readonly anomalies: readonly Anomaly[];
  }[];
}

const FILE = new URL('../../../schema/vectors/replay.v1.json', import.meta.url);

export const REPLAY_VECTORS = JSON.parse(readFileSync(FILE, 'utf8')) as ReplayVectors;
