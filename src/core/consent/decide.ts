/**
 * Decision rules v1: `decide(statements, question)`, pure and the same in server, CLI and browser.
 * Explained with examples in docs/decision-rules.md; language-neutral vectors in schema/vectors/decision.v1.json.
 *
 *  1. The statements that cover the item are collected by the caller (coverage.ts).
 *  2. Per claimant, the more specific subject, use and later word win (supersession.ts, claimant-answer.ts).
 *  3. Across claimants, a no that counts beats an offer, and an offer beats a yes.
 *  4. What counts depends on assurance, capacity, basis and how the item is covered (counting.ts).
 *  5. Disputes need nothing here: while one is open the most protective statement that counts holds by rule 3, and
 *     what a decided one set aside arrives as suspended.
 *  6. Nothing that counts makes UNKNOWN, which is not permission.
 */
import { ASSURANCES } from './assurance.js';
import {
  type ClaimantAnswer,
  type Saying,
  type Voice,
  claimantAnswer,
  strictestOf,
} from './claimant-answer.js';
import { type YesContext, isExpired, noBinds, yesProblemHere } from './counting.js';
import {
  type Answer,
  type Decision,
  type DecisionReason,
  RULES_VERSION,
  type ReasonCode,
} from './decision.js';
import { type Question, checkQuestion } from './question.js';
import type { CoveringStatement } from './standing-statement.js';
import { supersededStatements } from './supersession.js';
import { type Use, areRelatedUses } from './use.js';

const ANSWER_OF: Readonly<Record<Saying, Answer>> = { yes: 'ALLOWED', offer: 'CONDITIONAL', no: 'DENIED' };

/**
 * The answer to one question about one item, from the statements that cover it, in any order.
 * Throws `QuestionError`; never answers with a guess.
 */
export function decide(statements: readonly CoveringStatement[], question: Question): Decision {
  checkQuestion(question);
  const voices: Voice[] = [];
  const reasons: DecisionReason[] = [];
  const superseded = supersededStatements(statements, question.at);
  const context = yesContext(
    statements.filter((statement) => !superseded.has(statement)),
    question,
  );
  for (const covering of statements.filter(({ use }) => areRelatedUses(use, question.use))) {
    const heard = superseded.has(covering) ? 'superseded' : voiceOf(covering, context);
    if (typeof heard === 'string') {
      reasons.push(reasonOf(covering, heard));
    } else {
      voices.push(heard);
    }
  }
  const answers = answersByClaimant(voices, question.use);
  const says = strictestOf(answers.map((answer) => answer.says));
  for (const answer of answers) {
    reasons.push(...reasonsOf(answer, says));
  }
  return decisionOf(says, reasons, question);
}

function yesContext(statements: readonly CoveringStatement[], question: Question): YesContext {
  const onContent = statements.filter(
    ({ subject, suspended }) => subject.kind === 'content' && suspended !== true,
  );
  return {
    at: question.at,
    minimumAssurance: question.policy?.minimumAssurance ?? 'asserted',
    contentClaimants: new Set([
      ...onContent.map((statement) => statement.claimant),
      ...(question.contentClaimants ?? []),
    ]),
  };
}

/** How a statement is heard, or why it is not. */
function voiceOf(covering: CoveringStatement, context: YesContext): Voice | ReasonCode {
  if (covering.suspended === true) {
    return 'suspended';
  }
  if (covering.preference === 'deny') {
    return isExpired(covering, context.at) ? 'expired' : { covering, says: 'no', binds: noBinds(covering) };
  }
  const problem = yesProblemHere(covering, context);
  if (covering.preference === 'allow') {
    return problem ?? { covering, says: 'yes', binds: true };
  }
  return problem === undefined
    ? { covering, says: 'offer', binds: true }
    : { covering, says: 'no', binds: noBinds(covering), offerProblem: problem };
}

function answersByClaimant(voices: readonly Voice[], use: Use): ClaimantAnswer[] {
  const byClaimant = new Map<string, Voice[]>();
  for (const voice of voices) {
    const claimant = voice.covering.claimant;
    byClaimant.set(claimant, [...(byClaimant.get(claimant) ?? []), voice]);
  }
  return [...byClaimant.values()].map((own) => claimantAnswer(own, use));
}

function reasonsOf(answer: ClaimantAnswer, says: Saying | undefined): DecisionReason[] {
  return answer.fates.map(({ voice, fate }) => {
    if (fate !== 'decides') {
      return reasonOf(voice.covering, fate);
    }
    if (answer.says !== says) {
      return reasonOf(voice.covering, 'stricter-answer-stands');
    }
    return voice.offerProblem === undefined
      ? reasonOf(voice.covering, 'decides')
      : { ...reasonOf(voice.covering, 'terms-offer-does-not-count'), offerProblem: voice.offerProblem };
  });
}

function reasonOf(covering: CoveringStatement, code: ReasonCode): DecisionReason {
  const { id, index, claimant, capacity, assurance, basis, use, preference, subject, match } = covering;
  const { accountWide, mandate, terms } = covering;
  return {
    code,
    id,
    index,
    claimant,
    capacity,
    assurance,
    basis,
    ...(mandate === undefined ? {} : { mandate }),
    use,
    preference,
    subjectKind: subject.kind,
    via: match.via,
    ...('address' in match ? { address: match.address } : {}),
    ...(accountWide === undefined ? {} : { accountWide }),
    ...(terms === undefined ? {} : { terms }),
  };
}

function decisionOf(
  says: Saying | undefined,
  reasons: readonly DecisionReason[],
  question: Question,
): Decision {
  const ordered = reasons.toSorted(byIndexThenMatch);
  const decidedBy = ordered.filter(({ code }) => code === 'decides' || code === 'terms-offer-does-not-count');
  const assurance = ASSURANCES.findLast((level) => decidedBy.some((reason) => reason.assurance === level));
  const strongest = decidedBy.find((reason) => reason.assurance === assurance);
  return {
    rules: RULES_VERSION,
    use: question.use,
    answer: says === undefined ? 'UNKNOWN' : ANSWER_OF[says],
    assurance: strongest?.assurance ?? null,
    basis: strongest?.basis ?? null,
    ...(strongest?.mandate === undefined ? {} : { mandate: strongest.mandate }),
    decidedBy,
    notDeciding: ordered.filter((reason) => !decidedBy.includes(reason)),
  };
}

/** A statement that covers in several ways is listed for each, always in the same order. */
function byIndexThenMatch(a: DecisionReason, b: DecisionReason): number {
  return a.index - b.index || compareText(wayOf(a), wayOf(b));
}

function wayOf({
  via,
  address,
  subjectKind,
  capacity,
  assurance,
  code,
  offerProblem,
}: DecisionReason): string {
  return [via, address, subjectKind, capacity, assurance, code, offerProblem].join(' ');
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
