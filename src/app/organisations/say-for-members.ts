import type { Preference } from '../../core/consent/preference.js';
import type { Use } from '../../core/consent/use.js';
import { invalidInput, type InvalidInput } from '../accounts/refusals.js';
import type { SignedInActor } from '../actor.js';
import { readSubmittedTerms, type SubmittedTerms } from '../consent/submitted-terms.js';
import type { StatementRow } from '../ports/log.js';
import type { Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';
import { notVerified } from './add-members.js';
import { standingOf } from './organisation-standing.js';
import { sayForAccount } from './say-for-account.js';
import { staffedOrganisation } from './staffed-organisation.js';

export interface SayForMembersInput {
  readonly organisationId: string;
  readonly use: Use;
  readonly preference: Preference;
  readonly terms?: SubmittedTerms | undefined;
  readonly expiresAt?: Date | undefined;
}

export type SayForMembersResult =
  | { readonly ok: true; readonly statement: StatementRow }
  | InvalidInput
  | Refusal<'NOT_FOUND'>
  | Refusal<'ORGANISATION_UNVERIFIED'>
  | Refusal<'TERMS_MISSING'>;

/**
 * Answers for all members of a collective, later ones too, by one leaf. A no counts at once. A yes or an offer counts for those who have
 * confirmed it, where the work is proven to be theirs; for all others an earlier no stays in force.
 */
export async function sayForMembers(
  registry: Registry,
  actor: SignedInActor,
  { organisationId, use, preference, expiresAt, ...input }: SayForMembersInput,
): Promise<SayForMembersResult> {
  const terms = readSubmittedTerms(input.terms, preference === 'conditional');
  if (!terms.ok) return terms;
  if (expiresAt !== undefined && !(expiresAt > registry.clock())) {
    return invalidInput(
      'expiresAt',
      'The answer would have run out already.',
      'Choose a day to come, or none.',
    );
  }
  return registry.log.sequence(async (stores, at) => {
    const staffed = await staffedOrganisation(stores, actor, organisationId, 'editor');
    if (!staffed.ok) return staffed;
    const { organisation } = staffed;
    if (organisation.kind === 'platform' && preference !== 'deny') {
      return invalidInput(
        'preference',
        'A platform passes on noes alone.',
        'Its members can say yes themselves.',
      );
    }
    const { state } = await standingOf(stores, organisation);
    if (state !== 'verified') return notVerified(organisation);
    const account = await stores.accounts.byId(organisation.accountId);
    if (account === undefined) throw new Error('An organisation lost the account in whose name it speaks.');
    const answer = { use, preference, expiresAt, terms: terms.terms };
    const statement = await sayForAccount(
      registry,
      stores,
      account,
      { ...answer, basis: 'mandate', capacity: 'agent' },
      at,
    );
    return { ok: true as const, statement };
  });
}
