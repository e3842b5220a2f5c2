import { invalidInput, type InvalidInput } from '../accounts/refusals.js';
import type { SignedInActor } from '../actor.js';
import { type DecisionGrounds, groundsProblem } from '../moderation/decision-grounds.js';
import { recordDecision } from '../moderation/record-decision.js';
import type { Registry } from '../registry.js';
import { refuse, type Refusal } from '../refusal.js';

export interface HideBuilderNameInput extends DecisionGrounds {
  /** A run that shows the name. */
  readonly logIndex: bigint;
  /** False shows it again. */
  readonly isHidden: boolean;
}

export type HideBuilderNameResult =
  { readonly ok: true; readonly runs: number } | InvalidInput | Refusal<'NOT_FOUND'>;

/**
 * Takes a name out of sight on every run of the account that gave it, and keeps the account from giving it again; or shows it again. The leaves
 * stay, and what they count does too.
 */
export async function hideBuilderName(
  registry: Registry,
  moderator: SignedInActor,
  { logIndex, isHidden, ...grounds }: HideBuilderNameInput,
): Promise<HideBuilderNameResult> {
  const problem = groundsProblem(isHidden ? 'hide-name' : 'show-name', grounds);
  if (problem !== undefined) return problem;
  return registry.log.sequence<HideBuilderNameResult>(async (stores, at) => {
    const named = await stores.namedRuns.nameOf(logIndex);
    if (named === undefined) return refuse('NOT_FOUND', 'No run is named there.', 'Look at who asks again.');
    if (named.accountId === moderator.account.id) {
      return invalidInput('logIndex', 'This is a name of yours.', 'Leave it to another moderator.');
    }
    const { accountId, name, claimId } = named;
    const runs = await stores.namedRuns.hide(accountId, name, isHidden ? at : undefined);
    const claim = claimId === undefined ? undefined : await stores.claims.byId(claimId);
    const decision = {
      ...{ action: isHidden ? 'run-name.hidden' : 'run-name.shown', target: `run:${logIndex}` },
      ...{ details: { runs }, grounds, about: claim === undefined ? [] : [claim] },
    };
    await recordDecision(registry, stores, moderator, decision, at);
    return { ok: true, runs };
  });
}
