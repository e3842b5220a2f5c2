import type { Leaf } from '../../core/log/leaf.js';
import { idInLeaf } from '../claims/claim-leaves.js';
import { updateAnswerDisputes } from '../disputes/update-answer-disputes.js';
import { appendLeaves } from '../log/append-leaves.js';
import type { Mandate, Organisation } from '../ports/organisations.js';
import type { Stores } from '../ports/registry-store.js';
import type { Registry } from '../registry.js';
import { mandateRevocationLeaf } from './mandate-leaves.js';

/** Takes back those of the mandates that are in force, by a leaf for each: what the organisation says reaches the principal no more. */
export async function endMandates(
  registry: Registry,
  stores: Stores,
  organisation: Organisation,
  mandates: readonly Mandate[],
  { by, at }: { readonly by: 'organisation' | 'member'; readonly at: Date },
): Promise<void> {
  const agent = await stores.accounts.byId(organisation.accountId);
  const leaves: Leaf[] = [];
  const ended: string[] = [];
  for (const mandate of mandates.filter(({ revokedAt }) => revokedAt === undefined)) {
    const principal = await stores.accounts.byId(mandate.principalId);
    if (agent === undefined || principal === undefined) continue;
    leaves.push(mandateRevocationLeaf(mandate, { principal, agent }, at));
    ended.push(mandate.id);
  }
  await appendLeaves(registry, stores, leaves, at);
  await stores.members.revoke(ended, at, by);
  if (agent === undefined || ended.length === 0) return;
  // What was carried to an address by one of these is carried there no more.
  const change = { claimant: idInLeaf(agent.pseudonym), place: undefined };
  await updateAnswerDisputes(registry, stores, change, at);
}
