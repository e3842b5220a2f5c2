/**
 * Whose answers stand against each other about one subject (decision rules v1, no. 5): a no about it that counts, and
 * somebody else's yes, or offer, that would permit what it forbids, as it is or on terms. Every claimant is heard alone, so that
 * nothing here knows more of the rules than `decide` does. An offer beside a yes is no no: it opens no dispute.
 */
import { isAssured } from './assurance.js';
import { decide } from './decide.js';
import type { Answer, Decision } from './decision.js';
import type { Question } from './question.js';
import type { CoveringStatement } from './standing-statement.js';
import { type Subject, subjectKey } from './subject.js';
import { supersededStatements } from './supersession.js';
import { USES, type Use } from './use.js';

/** Two claimants, and the statements by which they oppose each other, by their ids. */
export interface OpposingAnswers {
  /** Who says no, or claims the work, without which the yes would count. */
  readonly no: string;
  /** Who says yes, or yes on terms. */
  readonly yes: string;
  /** Noes about the subject itself, or carried to it, sorted; none of whoever silences the yes by claiming the work. */
  readonly noes: readonly string[];
  /** Yeses and offers about the subject or a wider place, sorted. */
  readonly yeses: readonly string[];
  /** Whether the no is more than its claimant's word: it then stands without a dispute. */
  readonly isProven: boolean;
}

/** When is asked, and who claims the work, as in a question; and what of the noes is there on somebody's word alone. */
export interface OpposingContext extends Pick<Question, 'at' | 'contentClaimants'> {
  /**
   * Whether a no that is not about the subject itself was carried to it, by what can be taken from there alone: a match of a
   * work, or the claim of somebody that its claimant speaks for. Absent where none was.
   */
  readonly isCarried?: (statement: CoveringStatement) => boolean;
  /** Whoever claims the work there by what was carried on their word alone: a yes to a place is silent beside them, whatever they say. */
  readonly silencers?: readonly string[];
}

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
  const rests = (one: CoveringStatement) => isAbout(one, subject) || context.isCarried?.(one) === true;
  const about = new Map(covering.filter(rests).map((one) => [one.id, one]));
  const pairs = new Map<string, Pair>();
  const alone = decidedAlone(covering, context);
  for (const use of USES) {
    for (const [no, forbidding] of alone(use, 'DENIED')) {
      const noes = forbidding.filter((id) => about.has(id));
      if (noes.length > 0) {
        for (const answer of PERMITTING) {
          for (const [yes, yeses] of alone(use, answer, { without: no })) addTo(pairs, no, yes, noes, yeses);
        }
      }
    }
  }
  for (const use of (context.silencers ?? []).length > 0 ? USES : []) {
    for (const answer of PERMITTING) {
      const heard = new Set(alone(use, answer, { beside: SOMEBODY_ELSE }).map(([yes]) => yes));
      const silent = alone(use, answer).filter(([yes]) => !heard.has(yes));
      for (const silencer of context.silencers ?? []) {
        for (const [yes, yeses] of silent) if (yes !== silencer) addTo(pairs, silencer, yes, [], yeses);
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

/** What a no takes away: a yes, and a yes on terms. */
const PERMITTING = ['ALLOWED', 'CONDITIONAL'] as const;

/** No pseudonym: whoever else claims the work, the same yeses are silent. */
const SOMEBODY_ELSE = '';

interface Pair {
  readonly no: string;
  readonly yes: string;
  readonly noes: Set<string>;
  readonly yeses: Set<string>;
}

/** What was said about a whole account is about nothing of its own that a dispute could be about. */
function isAbout({ subject, accountWide }: CoveringStatement, wanted: Subject): boolean {
  return accountWide !== true && subjectKey(subject) === subjectKey(wanted);
}

/** Who else claims the work: everybody but an opponent, or somebody more. */
interface Beside {
  readonly without?: string;
  readonly beside?: string;
}

type DecidedAlone = (
  use: Use,
  answer: Answer,
  who?: Beside,
) => readonly (readonly [claimant: string, decidedBy: readonly string[]])[];

/**
 * The claimants who would answer so for a use if they were alone, each with the ids of what decides it. A work that was carried
 * there by their opponent silences nobody: it is what is in dispute.
 */
function decidedAlone(covering: readonly CoveringStatement[], context: OpposingContext): DecidedAlone {
  const { at } = context;
  const carried = new Set(covering.filter((one) => context.isCarried?.(one) === true));
  const disputed = new Set([...carried].map(({ claimant }) => claimant));
  const others = covering.filter((one) => !carried.has(one));
  const workClaimants = new Set([...(context.contentClaimants ?? []), ...speakersOfTheWork(others, at)]);
  const own = saidByEach(covering);
  const known = new Map<string, readonly (readonly [string, Decision])[]>();
  return (use, answer, { without, beside } = {}) => {
    const opponent = without !== undefined && disputed.has(without) ? without : undefined;
    const name = JSON.stringify([use, opponent, beside]);
    const contentClaimants = [...workClaimants, ...(beside === undefined ? [] : [beside])].filter(
      (one) => one !== opponent,
    );
    const decisions =
      known.get(name) ??
      [...own].map(([claimant, said]) => [claimant, decide(said, { use, at, contentClaimants })] as const);
    known.set(name, decisions);
    return decisions
      .filter(([, decision]) => decision.answer === answer)
      .map(([claimant, { decidedBy }]) => [claimant, decidedBy.map(({ id }) => id)] as const);
  };
}

/** Looked through once, however many speak about one address. */
function saidByEach(covering: readonly CoveringStatement[]): ReadonlyMap<string, CoveringStatement[]> {
  const own = new Map<string, CoveringStatement[]>();
  for (const statement of covering) {
    const said = own.get(statement.claimant);
    if (said === undefined) own.set(statement.claimant, [statement]);
    else said.push(statement);
  }
  return own;
}

/** Of these a claimant who is heard alone would know nothing. */
function speakersOfTheWork(covering: readonly CoveringStatement[], at: number): string[] {
  const superseded = supersededStatements(covering, at);
  return covering
    .filter((statement) => statement.subject.kind === 'content' && statement.suspended !== true)
    .filter((statement) => !superseded.has(statement))
    .map(({ claimant }) => claimant);
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
