/**
 * Whose answers stand against each other about one subject (decision rules v1, no. 5): a no about it that counts, and
 * somebody else's yes that would permit what it forbids. Every claimant is heard alone, so that nothing here knows more of
 * the rules than `decide` does. An offer is no yes: a no beside it opens no dispute.
 */
import { isAssured } from './assurance.js';
import { decide } from './decide.js';
import type { Answer, Decision } from './decision.js';
import type { Question } from './question.js';
import type { CoveringStatement } from './standing-statement.js';
import { type Subject, subjectKey } from './subject.js';
import { supersededStatements } from './supersession.js';
import { USES } from './use.js';

/** Two claimants, and the statements by which they oppose each other, by their ids. */
export interface OpposingAnswers {
  /** Who says no. */
  readonly no: string;
  /** Who says yes. */
  readonly yes: string;
  /** Noes about the subject itself, sorted. */
  readonly noes: readonly string[];
  /** Yeses about the subject or a wider place, sorted. */
  readonly yeses: readonly string[];
  /** Whether the no is more than its claimant's word: it then stands without a dispute. */
  readonly isProven: boolean;
}

/** When is asked, and who claims the work, as in a question. */
export type OpposingContext = Pick<Question, 'at' | 'contentClaimants'>;

/**
 * The pairs of claimants whose answers oppose each other for some use.
 * @param subject what the noes are about
 * @param covering all that covers it, in any order
 */
export function opposingAnswers(
  subject: Subject,
  covering: readonly CoveringStatement[],
  context: OpposingContext,
): OpposingAnswers[] {
  const about = new Map(covering.filter((one) => isAbout(one, subject)).map((one) => [one.id, one]));
  const pairs = new Map<string, Pair>();
  for (const decisions of decisionsByUse(covering, context)) {
    for (const [no, forbidding] of saying(decisions, 'DENIED')) {
      const noes = forbidding.filter((id) => about.has(id));
      if (noes.length > 0) {
        for (const [yes, yeses] of saying(decisions, 'ALLOWED')) {
          addTo(pairs, no, yes, noes, yeses);
        }
      }
    }
  }
  return [...pairs.values()].map(({ no, yes, noes, yeses }) => ({
    no,
    yes,
    noes: [...noes].sort(),
    yeses: [...yeses].sort(),
    isProven: [...noes].some((id) => isAssured(about.get(id)?.assurance ?? 'asserted', 'verified')),
  }));
}

interface Pair {
  readonly no: string;
  readonly yes: string;
  readonly noes: Set<string>;
  readonly yeses: Set<string>;
}

type OwnDecisions = ReadonlyMap<string, Decision>;

/** What was said about a whole account is about nothing of its own that a dispute could be about. */
function isAbout({ subject, accountWide }: CoveringStatement, wanted: Subject): boolean {
  return accountWide !== true && subjectKey(subject) === subjectKey(wanted);
}

/** For each use, what every claimant would decide if they were alone. */
function decisionsByUse(covering: readonly CoveringStatement[], context: OpposingContext): OwnDecisions[] {
  const { at } = context;
  const contentClaimants = [...(context.contentClaimants ?? []), ...speakersOfTheWork(covering, at)];
  const claimants = [...new Set(covering.map(({ claimant }) => claimant))];
  const own = claimants.map((one) => [one, covering.filter(({ claimant }) => claimant === one)] as const);
  return USES.map((use) => {
    return new Map(own.map(([claimant, said]) => [claimant, decide(said, { use, at, contentClaimants })]));
  });
}

/** Of these a claimant who is heard alone would know nothing. */
function speakersOfTheWork(covering: readonly CoveringStatement[], at: number): string[] {
  const superseded = supersededStatements(covering, at);
  return covering
    .filter((statement) => statement.subject.kind === 'content' && statement.suspended !== true)
    .filter((statement) => !superseded.has(statement))
    .map(({ claimant }) => claimant);
}

/** The claimants who answer so, each with the ids of what decided it. */
function saying(decisions: OwnDecisions, wanted: Answer): (readonly [string, readonly string[]])[] {
  return [...decisions]
    .filter(([, { answer }]) => answer === wanted)
    .map(([claimant, { decidedBy }]) => [claimant, decidedBy.map(({ id }) => id)]);
}

function addTo(
  pairs: Map<string, Pair>,
  no: string,
  yes: string,
  noes: readonly string[],
  yeses: readonly string[],
): void {
  const key = JSON.stringify([no, yes]);
  const pair = pairs.get(key) ?? { no, yes, noes: new Set<string>(), yeses: new Set<string>() };
  pairs.set(key, pair);
  for (const id of noes) pair.noes.add(id);
  for (const id of yeses) pair.yeses.add(id);
}
