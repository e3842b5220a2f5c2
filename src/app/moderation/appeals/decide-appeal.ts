import { invalidInput, type InvalidInput } from '../../accounts/refusals.js';
import type { SignedInActor } from '../../actor.js';
import { type AppealLine, appealLine } from '../../disputes/appeals/appeal-line.js';
import { isBetweenAnswers } from '../../disputes/is-between-answers.js';
import type { Claim } from '../../ports/claims.js';
import type { Appeal, AppealOutcome } from '../../ports/dispute-exchange.js';
import type { Dispute } from '../../ports/disputes.js';
import type { Proposal } from '../../ports/moderation.js';
import type { Stores } from '../../ports/registry-store.js';
import { refuse, type Refusal } from '../../refusal.js';
import type { Registry } from '../../registry.js';
import { type DecisionGrounds, groundsProblem, groundsText } from '../decision-grounds.js';
import { secondPerson } from '../four-eyes/second-person.js';
import { heldByAnother } from '../queue/held-by-another.js';
import { recordDecision } from '../record-decision.js';
import { overturn } from './overturn.js';

export interface DecideAppealInput extends DecisionGrounds {
  readonly appealId: string;
  readonly outcome: AppealOutcome;
  /** Of an appeal about whose a place is, which claim keeps it instead; absent where none does. */
  readonly upheldClaimId?: string | undefined;
}

export type DecideAppealResult =
  | {
      readonly ok: true;
      readonly appeal: Appeal;
      /** Nothing has happened yet: a second person has to confirm it. */
      readonly proposal?: Proposal;
    }
  | InvalidInput
  | Refusal<'NOT_FOUND'>;

interface Appealed {
  readonly appeal: Appeal;
  readonly dispute: Dispute;
  readonly claims: readonly Claim[];
  readonly line: AppealLine;
  /** Whether whose the place is, is in dispute just now. */
  readonly isContested: boolean;
}

/**
 * Decides an appeal: the decision stands, or it is overturned and the other one made instead. Nobody does who proposed or made a decision
 * in this line, or is a side of it. To overturn takes a second person, with the same limits, unless what comes of it is that a no stands.
 * @param confirmed what another moderator proposed and this one confirms
 */
export async function decideAppeal(
  registry: Registry,
  moderator: SignedInActor,
  input: DecideAppealInput,
  confirmed?: Proposal,
): Promise<DecideAppealResult> {
  const problem = groundsProblem('dispute', input);
  if (problem !== undefined) return problem;
  return registry.log.sequence<DecideAppealResult>(async (stores, at) => {
    const appealed = await readAppealed(stores, input.appealId);
    if (appealed === undefined) {
      return refuse('NOT_FOUND', 'There is no such appeal.', 'Choose one from the queue.');
    }
    const { appeal, dispute, claims } = appealed;
    const refusal = decidingProblem(appealed, moderator, input);
    if (refusal !== undefined) return refusal;
    const held = await heldByAnother(stores, moderator, 'appealId', [`appeal:${appeal.id}`], at);
    if (held !== undefined) return held;
    if (confirmed !== undefined || takesTwo(dispute, input)) {
      const target = `appeal:${appeal.id}`;
      const claimIds = claims.map(({ id }) => id);
      const weighty = { action: 'decide-appeal', target, claimIds, input } as const;
      const waits = await secondPerson(registry, stores, moderator, weighty, confirmed, at);
      if (waits !== undefined) return 'ok' in waits ? waits : { ok: true, appeal, proposal: waits };
    }
    await decide(registry, stores, moderator, appealed, input, confirmed, at);
    const [decided] = await stores.appeals.byIds([appeal.id]);
    return { ok: true, appeal: decided ?? appeal };
  });
}

async function readAppealed(stores: Stores, appealId: string): Promise<Appealed | undefined> {
  const [appeal] = await stores.appeals.byIds([appealId]);
  const dispute = appeal && (await stores.disputes.byId(appeal.disputeId));
  if (appeal === undefined || dispute === undefined) return undefined;
  const claims = await stores.claims.byIds(dispute.claimIds);
  const contest = await stores.disputes.openOn(dispute.kind, dispute.subjectDigest);
  const line = await appealLine(stores, dispute);
  return { appeal, dispute, claims, line, isContested: contest !== undefined };
}

/** That a no stands is one moderator's to say, as where a dispute is closed. */
function takesTwo(dispute: Dispute, { outcome }: DecideAppealInput): boolean {
  return outcome === 'upheld' && !(isBetweenAnswers(dispute) && dispute.outcome === 'yes-stands');
}

function decidingProblem(
  { appeal, dispute, claims, line, isContested }: Appealed,
  { account }: SignedInActor,
  { outcome, upheldClaimId }: DecideAppealInput,
): InvalidInput | undefined {
  if (appeal.decidedAt !== undefined) {
    return invalidInput('appealId', 'This appeal was decided already.', 'Go on with the next one.');
  }
  if (line.deciders.includes(account.id)) {
    return invalidInput(
      'appealId',
      'You had a part in what this is an appeal from.',
      'Leave it to a moderator who had none. “assent user create --role moderator” makes another.',
    );
  }
  if (claims.some(({ accountId }) => accountId === account.id)) {
    return invalidInput('appealId', 'You are a side of this dispute.', 'Leave it to another moderator.');
  }
  if (outcome === 'dismissed') return undefined;
  if (isContested) {
    return invalidInput(
      'appealId',
      'Whose the place is, is in dispute just now, and what is answered there follows from that.',
      'Decide that dispute first, or leave it to another moderator.',
    );
  }
  return isBetweenAnswers(dispute) ? namedProblem(upheldClaimId) : claimProblem(claims, upheldClaimId);
}

function namedProblem(upheldClaimId: string | undefined): InvalidInput | undefined {
  if (upheldClaimId === undefined) return undefined;
  return invalidInput(
    'upheldClaimId',
    'This dispute is about what is answered, not about whose the place is.',
    'Leave out the claim: the other answer stands.',
  );
}

function claimProblem(claims: readonly Claim[], upheldClaimId: string | undefined): InvalidInput | undefined {
  const keeper = claims.find(({ state }) => state === 'active');
  const meant = claims.find(({ id }) => id === upheldClaimId);
  if (upheldClaimId === undefined ? keeper !== undefined : meant !== undefined && meant !== keeper) {
    if (meant === undefined || (meant.accountId !== undefined && meant.expression !== undefined))
      return undefined;
  }
  return invalidInput(
    'upheldClaimId',
    'This is what was decided already, or no claim of this dispute that anybody still holds.',
    'Name another of its claims, or none; or dismiss the appeal.',
  );
}

async function decide(
  registry: Registry,
  stores: Stores,
  moderator: SignedInActor,
  { appeal, dispute, claims }: Appealed,
  input: DecideAppealInput,
  confirmed: Proposal | undefined,
  at: Date,
): Promise<void> {
  const { outcome, upheldClaimId } = input;
  const decidedBy = moderator.account.id;
  const reason = groundsText(input);
  await stores.appeals.decide(appeal.id, { decidedAt: at, decidedBy, outcome, reason });
  const proposedBy = confirmed?.proposedBy;
  const word = { closedBy: decidedBy, proposedBy, reason };
  const instead =
    outcome === 'upheld'
      ? await overturn(registry, stores, { dispute, claims, upheldClaimId }, word, at)
      : undefined;
  const details = {
    dispute: dispute.id,
    ...(instead === undefined ? {} : { instead }),
    ...(proposedBy === undefined ? {} : { proposedBy }),
  };
  const decision = {
    action: `appeal.${outcome}`,
    target: `appeal:${appeal.id}`,
    details,
    grounds: input,
    about: claims,
  };
  await recordDecision(registry, stores, moderator, decision, at);
}
