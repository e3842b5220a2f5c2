import { readFileSync } from 'node:fs';
import type { Assurance } from '../../../src/core/consent/assurance.js';
import type { Basis } from '../../../src/core/consent/basis.js';
import type { Answer } from '../../../src/core/consent/decision.js';
import type { Question } from '../../../src/core/consent/question.js';
import type { CoveringStatement } from '../../../src/core/consent/standing-statement.js';

interface DecisionCase {
  readonly reason: string;
  readonly question: Question;
  readonly statements: readonly CoveringStatement[];
  readonly decision: {
    readonly answer: Answer;
    readonly assurance: Assurance | null;
    readonly basis: Basis | null;
    readonly reasons: readonly string[];
  };
}

/** The language-neutral vectors for decisions, as other implementations read them. */
interface DecisionVectors {
  readonly version: number;
  readonly defaults: Partial<CoveringStatement>;
  readonly cases: readonly DecisionCase[];
}

const FILE = new URL('../../../schema/vectors/decision.v1.json', import.meta.url);
const vectors = JSON.parse(readFileSync(FILE, 'utf8')) as DecisionVectors;

export const DECISION_VECTORS_VERSION = vectors.version;

/** The cases, with the defaults filled in. */
export const DECISION_CASES: readonly DecisionCase[] = vectors.cases.map((one) => ({
  ...one,
  statements: one.statements.map((statement) => ({ ...vectors.defaults, ...statement })),
}));
