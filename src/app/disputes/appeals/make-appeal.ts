import { recordAction } from '../../audit/record-action.js';
import { invalidInput, type InvalidInput } from '../../accounts/refusals.js';
import type { SignedInActor } from '../../actor.js';
import { evidenceProblem } from '../../claims/evidence-problem.js';
import type { Appeal } from '../../ports/dispute-exchange.js';
import type { Dispute } from '../../ports/disputes.js';
import type { Refusal } from '../../refusal.js';
import type { Registry } from '../../registry.js';
import { ownDispute } from '../exchange/own-dispute.js';
import { type AppealLine, appealLine, isDecided } from './appeal-line.js';
import { APPEAL_PERIOD } from './appeal-period.js';

export interface MakeAppealInput {
  readonly disputeId: string;
  readonly text: string;
  readonly link?: string | undefined;
}

export type MakeAppealResult =
  | {
      readonly ok: true;
      readonly appeal: Appeal;
      /** Whether nobody is there who could decide it: it takes a moderator who had no part in the decision. */
      readonly lacksDecider: boolean;
    }
  | InvalidInput
  | Refusal<'NOT_FOUND'>;

/**
 * Takes a decision of a moderator before another one. Either side can do so once, within 14 days. What was decided holds meanwhile: it was
 * weighed by people, and an appeal costs nothing.
 */
export async function makeAppeal(
  registry: Registry,
  actor: SignedInActor,
  input: MakeAppealInput,
): Promise<MakeAppealResult> {
  const text = input.text.trim();
  const problem = evidenceProblem(text, input.link);
  if (problem !== undefined) return problem;
  return registry.log.sequence<MakeAppealResult>(async (stores, at) => {
    const own = await ownDispute(stores, actor, input.disputeId);
    if ('ok' in own) return own;
    const line = await appealLine(stores, own.dispute);
    const refusal = appealProblem(own.dispute, line, own.claimant, at);
    if (refusal !== undefined) return refusal;
    const appeal: Appeal = {
      id: registry.random.uuid(),
      disputeId: own.dispute.id,
      accountId: actor.account.id,
      claimant: own.claimant,
      text,
      link: input.link,
      madeAt: at,
      decidedAt: undefined,
      decidedBy: undefined,
      outcome: undefined,
      reason: undefined,
    };
    await stores.appeals.add(appeal);
    const target = `appeal:${appeal.id}`;
    const details = { dispute: own.dispute.id, claimant: own.claimant };
    await recordAction(registry, stores, { action: 'appeal.made', target, details }, at);
    return { ok: true, appeal, lacksDecider: !(await stores.accounts.hasDeciderBeside(line.deciders)) };
  });
}

/** Why a side cannot appeal; undefined when it can. */
export function appealProblem(
  dispute: Dispute,
  { appeals }: AppealLine,
  claimant: string,
  at: Date,
): InvalidInput | undefined {
  if (dispute.closedAt === undefined || !isDecided(dispute)) {
    return invalidInput(
      'disputeId',
      'No moderator has decided this dispute.',
      'Show what you have while it is open.',
    );
  }
  if (appeals.some((appeal) => appeal.claimant === claimant)) {
    return invalidInput('disputeId', 'You have appealed once, and nobody can twice.', 'Wait for the answer.');
  }
  if (appeals.some(({ disputeId, outcome }) => disputeId === dispute.id && outcome === 'upheld')) {
    return invalidInput(
      'disputeId',
      'This decision no longer stands: an appeal was upheld.',
      'Look at the dispute that was decided instead.',
    );
  }
  if (at.getTime() > dispute.closedAt.getTime() + APPEAL_PERIOD) {
    return invalidInput(
      'disputeId',
      'More than 14 days have gone by since this was decided.',
      'Show a moderator anything new as evidence with your claim.',
    );
  }
  return undefined;
}
