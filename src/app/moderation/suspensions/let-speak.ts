import { buildSuspensionLeaf } from '../../../core/log/suspension-leaf.js';
import { invalidInput, type InvalidInput } from '../../accounts/refusals.js';
import type { SignedInActor } from '../../actor.js';
import { idInLeaf } from '../../claims/claim-leaves.js';
import { updateAnswerDisputes } from '../../disputes/update-answer-disputes.js';
import { appendLeaves } from '../../log/append-leaves.js';
import type { Proposal, SuspensionRecord } from '../../ports/moderation.js';
import type { Stores } from '../../ports/registry-store.js';
import { refuse, type Refusal } from '../../refusal.js';
import type { Registry } from '../../registry.js';
import { groundsProblem, type DecisionGrounds } from '../decision-grounds.js';
import { secondPerson } from '../four-eyes/second-person.js';
import { recordDecision } from '../record-decision.js';
import type { Proposed } from './set-aside.js';

export interface LetSpeakInput extends DecisionGrounds {
  readonly suspensionId: string;
}

export type LetSpeakResult = Proposed | InvalidInput | Refusal<'NOT_FOUND'>;

/** Lifts a suspension. A yes may count again by it, so that it takes a second person as well. */
export async function letSpeak(
  registry: Registry,
  moderator: SignedInActor,
  input: LetSpeakInput,
  confirmed?: Proposal,
): Promise<LetSpeakResult> {
  const problem = groundsProblem('let-speak', input);
  if (problem !== undefined) return problem;
  return registry.log.sequence<LetSpeakResult>(async (stores, at) => {
    const suspension = await stores.suspensions.byId(input.suspensionId);
    if (suspension === undefined) {
      return refuse('NOT_FOUND', 'There is no such suspension.', 'Copy its id from the audit trail.');
    }
    if (suspension.liftedAt !== undefined) {
      return invalidInput('suspensionId', 'This suspension was lifted already.', 'Go on with the next one.');
    }
    const target = `suspension:${suspension.id}`;
    const weighty = { action: 'let-speak', target, claimIds: [], input } as const;
    const waits = await secondPerson(registry, stores, moderator, weighty, confirmed, at);
    if (waits !== undefined) return 'ok' in waits ? waits : { ok: true, proposal: waits };
    if (confirmed === undefined) throw new Error('Nothing is lifted that nobody confirmed.');
    await lift(registry, stores, suspension, at);
    const details = { proposedBy: confirmed.proposedBy };
    const decision = { action: 'let-speak', target, details, grounds: input, about: [] };
    await recordDecision(registry, stores, moderator, decision, at);
    return { ok: true, proposal: confirmed };
  });
}

async function lift(
  registry: Registry,
  stores: Stores,
  { id, claimant, statementIds }: SuspensionRecord,
  at: Date,
) {
  const leaf = buildSuspensionLeaf({ suspension: idInLeaf(id), action: 'lift', time: at.toISOString() });
  await appendLeaves(registry, stores, [leaf], at);
  await stores.suspensions.lift(id, at);
  const accountId = claimant === undefined ? undefined : await stores.accounts.idOf(claimant);
  if (accountId !== undefined) await stores.accounts.update(accountId, { suspendedAt: undefined });
  const spoken = await stores.statements.byIds(statementIds ?? []);
  const heard = claimant === undefined ? spoken.map((statement) => statement.claimant) : [claimant];
  for (const one of new Set(heard)) {
    await updateAnswerDisputes(registry, stores, { claimant: one, place: undefined }, at);
  }
}
