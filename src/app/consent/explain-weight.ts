import type { Assurance } from '../../core/consent/assurance.js';
import { noBinds, yesProblem } from '../../core/consent/counting.js';
import type { YesProblem } from '../../core/consent/decision.js';
import type { StandingStatement } from '../../core/consent/standing-statement.js';

/** Whether statements just made count already, in the words of the person who made them. */
export interface Weight {
  /** True when every one of them counts in full. */
  readonly countsNow: boolean;
  /** What counts, and what to do for the rest. */
  readonly nextStep: string;
}

/** A statement just made, as it is heard. */
export interface HeardStatement extends StandingStatement {
  /** Where it comes too late for a dispute that was decided, the assurance with which it is heard after all. */
  readonly heardFrom?: Assurance | undefined;
}

export function explainWeight(statements: readonly HeardStatement[], at: Date): Weight {
  const obstacles = statements.map((statement) => ({ statement, obstacle: obstacleOf(statement, at) }));
  const countsNow = obstacles.every(({ obstacle }) => obstacle === undefined);
  const sentences = new Set(obstacles.map(({ statement, obstacle }) => sentenceOf(statement, obstacle)));
  return { countsNow, nextStep: [...sentences].join(' ') };
}

type Obstacle = YesProblem | 'no-needs-verification' | 'decided-before';

function obstacleOf(statement: StandingStatement, at: Date): Obstacle | undefined {
  if (statement.suspended === true) return 'decided-before';
  if (statement.preference === 'deny') return noBinds(statement) ? undefined : 'no-needs-verification';
  return yesProblem(statement, at.getTime());
}

function sentenceOf(statement: HeardStatement, obstacle: Obstacle | undefined): string {
  if (obstacle === undefined) return countingSentence(statement);
  if (obstacle === 'decided-before') return decidedSentence(statement);
  const missing = missingSentence(statement, obstacle);
  const protects = statement.preference === 'conditional' && noBinds(statement);
  return protects ? `Until your terms count, your answer is a no, and that counts now. ${missing}` : missing;
}

function countingSentence({ preference, assurance, subject }: StandingStatement): string {
  if (preference === 'allow') return 'Your yes counts now.';
  if (preference === 'conditional') return 'Your terms count now.';
  return assurance === 'asserted'
    ? `Your no counts now, on your word. It weighs more once you show that the ${subject.kind === 'content' ? 'work' : 'place'} is yours.`
    : 'Your no counts now.';
}

function decidedSentence({ subject, heardFrom }: HeardStatement): string {
  if (subject.kind === 'content') {
    return `Whose answer holds for this work was decided before. Yours is on record, and is heard once ${REVIEW_OF_WORK}`;
  }
  const decided = `Whose answer holds for ${subject.key} was decided before. Yours is on record, and is heard`;
  return heardFrom === 'verified'
    ? `${decided} once you show that you control ${subject.key}: open the claim on your desk and put its file in place.`
    : `${decided} once a moderator has looked at what you show: add evidence to the claim on your desk.`;
}

const REVIEW_OF_WORK =
  'a moderator has looked at how you show that the work is yours: add evidence on its page.';

function missingSentence(
  statement: StandingStatement,
  obstacle: Exclude<Obstacle, 'decided-before'>,
): string {
  const what = { allow: 'Your yes', deny: 'Your no', conditional: 'Your answer' }[statement.preference];
  const verb = `${what} ${wholePlace(statement)}counts once`;
  switch (obstacle) {
    case 'no-needs-verification':
    case 'yes-needs-verification':
      if (statement.subject.kind === 'content') return `${verb} ${REVIEW_OF_WORK}`;
      return `${verb} you show that you control ${statement.subject.key}: open the claim on your desk and put its file in place.`;
    case 'yes-needs-review':
      return `${verb} a moderator has looked at it, because it rests on public domain or CC0: add evidence to the claim on your desk.`;
    case 'host-cannot-allow':
      return 'A host can say no for a place, but not yes for the works of others: the artists have to say that themselves.';
    case 'person-depicted-cannot-allow':
      return 'Whoever is depicted can say no, but a yes has to come from whoever made the work.';
    default:
      return `${what} does not count as it stands (${obstacle}).`;
  }
}

function wholePlace({ subject }: StandingStatement): string {
  if (subject.kind === 'domain') return 'for the whole site ';
  return subject.kind === 'path' ? 'for the whole folder ' : '';
}
