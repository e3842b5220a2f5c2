import { noBinds } from '../../core/consent/counting.js';
import type { InvalidInput } from '../accounts/refusals.js';
import type { SignedInActor } from '../actor.js';
import { idInLeaf, subjectInLeaf } from '../claims/claim-leaves.js';
import { isHeld } from '../claims/is-held.js';
import { claimedPlace } from '../claims/claimed-place.js';
import { heldAssurance } from '../claims/held-assurance.js';
import { standingClaim } from '../claims/standing-claim.js';
import { ownWork } from '../works/own-work.js';
import { workSubject } from '../works/work-subject.js';
import { startClaim } from '../claims/start-claim.js';
import { disputesOf } from '../disputes/describe-disputes.js';
import { updateAnswerDisputes } from '../disputes/update-answer-disputes.js';
import type { Account } from '../ports/accounts.js';
import type { StatementRow } from '../ports/log.js';
import type { Stores } from '../ports/registry-store.js';
import { refuse } from '../refusal.js';
import type { Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';
import { noSuchWork, readDeclaration } from './declaration.js';
import type { Declaration, DeclarationProblem, DeclareConsentInput } from './declaration.js';
import { describeStatements } from './describe-statements.js';
import type { StatementView } from './describe-statements.js';
import { explainDisputes } from './explain-disputes.js';
import { explainWeight } from './explain-weight.js';
import type { Weight } from './explain-weight.js';
import { explainAccountWeight } from './explain-account-weight.js';
import { type AnsweredSubject, logStatements } from './log-statements.js';
import { recallDeclaration, rememberDeclaration } from './repeated-declaration.js';
import { answerForHeld } from './answer-for-held.js';
import { type AskQuota, beyondQuota } from './ask-quota.js';
import { standingStatement } from './standing-statement.js';
import { wholeAccount } from './whole-account.js';

export type DeclareConsentResult =
  | ({ readonly ok: true; readonly statements: readonly StatementView[] } & Weight)
  | DeclarationProblem
  | AskQuota
  | Refusal<'IDEMPOTENCY_CONFLICT'>;

/**
 * Puts the actor's answers about a place, a work or all that is theirs on record, one statement for each use, and says whether
 * they count yet. A place that they have not claimed is claimed with it; a work was registered before.
 */
export async function declareConsent(
  registry: Registry,
  actor: SignedInActor,
  input: DeclareConsentInput,
): Promise<DeclareConsentResult> {
  const declaration = readDeclaration(registry, input);
  if (!declaration.ok) return declaration;
  const recorded = await unlessRefused(() =>
    registry.log.sequence((stores, at) => record(registry, stores, actor, declaration, at)),
  );
  if ('code' in recorded) return recorded;
  const statements = await describeStatements(registry, recorded);
  if (declaration.subject.kind === 'account') {
    const weight = await explainAccountWeight(registry, actor.account.id, declaration);
    return { ok: true, statements, ...weight };
  }
  const heard = statements.map(({ statement, assurance, isSetAside, heardFrom }) => ({
    ...standingStatement(statement, declaration.subject.expression, assurance),
    suspended: isSetAside,
    heardFrom,
  }));
  const { countsNow, nextStep } = explainWeight(heard, registry.clock());
  const disputes = (await disputesOf(registry, recorded)).flat();
  const contested = explainDisputes(disputes, idInLeaf(actor.account.pseudonym));
  return { ok: true, statements, countsNow, nextStep: [nextStep, contested].filter(Boolean).join(' ') };
}

/** Ends a transaction with nothing of it done. */
class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    readonly refusal: AskQuota | InvalidInput | Refusal<'IDEMPOTENCY_CONFLICT'> | Refusal<'NOT_FOUND'>,
  ) {
    super(refusal.message);
  }
}

async function unlessRefused<T>(work: () => Promise<T>): Promise<T | Refused['refusal']> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

async function record(
  registry: Registry,
  stores: Stores,
  { account }: SignedInActor,
  declaration: Declaration,
  at: Date,
): Promise<StatementRow[]> {
  const earlier = await recallDeclaration(registry, stores, account.id, declaration);
  if (earlier === 'other-payload') throw new Refused(idempotencyConflict());
  if (earlier !== undefined) return earlier;
  const answered = await answeredSubject(registry, stores, account, declaration, at);
  const logged = await logStatements(registry, stores, account, answered, declaration, at);
  const rows = logged.map(({ row }) => row);
  for (const { row, opening } of logged) await stores.statements.add(row, opening);
  if (answered.claim === undefined) await answerForHeld(registry, stores, account, at);
  if (await addsAssertedNo(registry, stores, account.id, answered, declaration, rows)) {
    const beyond = await beyondQuota(registry, stores, account.id);
    if (beyond !== undefined) throw new Refused(beyond);
  }
  if (answered.claim !== undefined) {
    const change = { claimant: answered.claim.claimant, place: claimedPlace(answered.claim) };
    await updateAnswerDisputes(registry, stores, change, at);
  }
  await rememberDeclaration(registry, stores, account.id, declaration, rows);
  return rows;
}

async function answeredSubject(
  registry: Registry,
  stores: Stores,
  account: Account,
  { subject, capacity }: Declaration,
  at: Date,
): Promise<AnsweredSubject> {
  if (subject.kind === 'account') return wholeAccount(account);
  if (subject.kind === 'content') {
    const own = await ownWork(stores, account.id, subject.workId);
    if (own === undefined) throw new Refused(noSuchWork());
    return { claim: own.claim, subject: { subject: workSubject(own.work) }, named: own.claim };
  }
  const claim =
    (await standingClaim(stores, account.id, subject)) ??
    (await startClaim(registry, stores, account, subject, capacity, at));
  return { claim, subject: subjectInLeaf(claim), named: claim };
}

/** Whether what was written is a no that rests on nothing but its claimant's word. */
async function addsAssertedNo(
  registry: Registry,
  stores: Stores,
  accountId: string,
  { claim }: AnsweredSubject,
  { subject, answers }: Declaration,
  rows: readonly StatementRow[],
): Promise<boolean> {
  if (subject.kind === 'account') return answers.some(({ preference }) => preference !== 'allow');
  if (claim?.accountId === undefined) return false;
  const assurance =
    subject.kind === 'content'
      ? isHeld(claim)
        ? claim.assurance
        : 'asserted'
      : await heldAssurance(registry, stores, accountId, subject);
  if (assurance !== 'asserted') return false;
  const written = rows.map((row) => standingStatement(row, subject.expression, assurance));
  return written.some((statement) => statement.preference !== 'allow' && noBinds(statement));
}

function idempotencyConflict(): Refusal<'IDEMPOTENCY_CONFLICT'> {
  return refuse(
    'IDEMPOTENCY_CONFLICT',
    'This key was used for another declaration.',
    'Send a new key with every new declaration, and the same one only to repeat it.',
  );
}
