import { invalidInput, type InvalidInput } from '../../accounts/refusals.js';
import type { SignedInActor } from '../../actor.js';
import type { Proposal } from '../../ports/moderation.js';
import type { Registry } from '../../registry.js';
import { CLOSED_TOGETHER, closeTogether } from '../close-together.js';
import type { CloseDisputeInput } from '../closing.js';
import { answerProposal, type AnswerProposalResult } from './answer-proposal.js';

export interface AnswerProposalsInput {
  readonly proposalIds: readonly string[];
  /** Otherwise they are dropped. */
  readonly confirm: boolean;
}

export type AnswerProposalsResult =
  { readonly ok: true; readonly results: readonly AnswerProposalResult[] } | InvalidInput;

/** Confirms or drops several proposals, each for itself: what one of them comes to holds back no other. */
export async function answerProposals(
  registry: Registry,
  moderator: SignedInActor,
  { proposalIds, confirm }: AnswerProposalsInput,
): Promise<AnswerProposalsResult> {
  const ids = [...new Set(proposalIds)];
  if (ids.length === 0 || ids.length > CLOSED_TOGETHER) {
    return invalidInput(
      'proposalIds',
      `1 to ${CLOSED_TOGETHER} proposals can be answered at once.`,
      'Send them in parts.',
    );
  }
  const together = confirm ? await closedTogether(registry, moderator, ids) : new Map<string, never>();
  const results: AnswerProposalResult[] = [];
  for (const proposalId of ids) {
    const answered = together.get(proposalId);
    results.push(answered ?? (await answerProposal(registry, moderator, { proposalId, confirm })));
  }
  return { ok: true, results };
}

/** Those by which disputes are closed, in one transition: a flood of them about one address is weighed once. */
async function closedTogether(
  registry: Registry,
  moderator: SignedInActor,
  ids: readonly string[],
): Promise<ReadonlyMap<string, AnswerProposalResult>> {
  const closing = (await registry.store.proposals.byIds(ids)).filter(
    ({ action, proposedBy }) => action === 'close-dispute' && proposedBy !== moderator.account.id,
  );
  if (closing.length === 0) return new Map();
  const results = await closeTogether(
    registry,
    moderator,
    closing.map((confirmed) => ({ input: inputOf(confirmed), confirmed })),
  );
  return new Map(
    closing.flatMap((proposal, index) => {
      const result = results[index];
      return result === undefined
        ? []
        : [[proposal.id, result.ok ? { ok: true, proposal } : result] as const];
    }),
  );
}

/** Kept as it was given to `closeDispute`. */
function inputOf({ input }: Proposal): CloseDisputeInput {
  return input as unknown as CloseDisputeInput;
}
