import type { SignedInActor } from '../../../src/app/actor.js';
import { createConsentChecker } from '../../../src/app/consent/consent-checker.js';
import { addMembers } from '../../../src/app/organisations/add-members.js';
import { answerMembership, type MembershipAnswer } from '../../../src/app/organisations/answer-membership.js';
import { createOrganisation } from '../../../src/app/organisations/create-organisation.js';
import type { GivenMember } from '../../../src/app/organisations/member-row.js';
import { sayForMembers } from '../../../src/app/organisations/say-for-members.js';
import type { Organisation, OrganisationKind } from '../../../src/app/ports/organisations.js';
import type { Mail } from '../../../src/app/ports/surroundings.js';
import type { Registry } from '../../../src/app/registry.js';
import type { Preference } from '../../../src/core/consent/preference.js';
import { provenClaim } from '../../support/prove-claim.js';
import { openRegistryWithSite, type RegistryWithSite } from '../../support/registry-with-site.js';
import { signUp } from '../../support/sign-up.js';

export interface OrganisationWorld extends RegistryWithSite {
  /** Every mail that was sent, in order. */
  readonly mails: Mail[];
}

/** A registry that sends mail, and sites under these names. */
export async function openOrganisationWorld(names: readonly string[]): Promise<OrganisationWorld> {
  const mails: Mail[] = [];
  const send = (mail: Mail) => Promise.resolve(void mails.push(mail));
  const world = await openRegistryWithSite(names, { mailer: { isEnabled: true, send } });
  return { ...world, mails };
}

/** An organisation that has proven a domain, with its owner. */
export async function verifiedOrganisation(
  { registry, site }: RegistryWithSite,
  domain: string,
  kind: OrganisationKind = 'collective',
): Promise<{ readonly owner: SignedInActor; readonly organisation: Organisation; readonly claimId: string }> {
  const owner = await signUp(registry);
  const { id: claimId } = await provenClaim(registry, site, owner, 'domain', domain);
  const made = await createOrganisation(registry, owner, { name: `The makers of ${domain}`, kind, claimId });
  if (!made.ok) throw new Error(`${made.message} ${made.nextStep}`);
  return { owner, organisation: made.organisation, claimId };
}

/** What became of each line. */
export async function named(
  registry: Registry,
  owner: SignedInActor,
  { id: organisationId }: Organisation,
  members: readonly GivenMember[],
  expiresAt?: Date,
): Promise<string[]> {
  const result = await addMembers(registry, owner, { organisationId, members, expiresAt });
  if (!result.ok) throw new Error(`${result.message} ${result.nextStep}`);
  return result.members.map((one) => (one.ok ? one.status : one.problem));
}

export async function saidForAll(
  registry: Registry,
  owner: SignedInActor,
  { id: organisationId }: Organisation,
  preference: Preference,
): Promise<void> {
  const result = await sayForMembers(registry, owner, { organisationId, use: 'train-ai', preference });
  if (!result.ok) throw new Error(`${result.message} ${result.nextStep}`);
}

/** What the registry answers about an address now, and on whose word. */
export async function answerFor(registry: Registry, url: string): Promise<string> {
  const checker = await createConsentChecker(registry, { uses: ['train-ai'] });
  const [item] = await checker.check([url]);
  const decision = item?.decisions[0];
  return [decision?.answer, decision?.mandate].filter((part) => part !== undefined).join(' ');
}

/** The secret in the link of a mail. */
export function tokenIn(mail: Mail | undefined): string {
  const [, token] = /\/membership\/(\S+)/.exec(mail?.text ?? '') ?? [];
  if (token === undefined) throw new Error('No mail has a link to a membership.');
  return token;
}

export async function answered(registry: Registry, token: string, answer: MembershipAnswer): Promise<void> {
  const nobody = { kind: 'anonymous', address: '192.0.2.9' } as const;
  const result = await answerMembership(registry, nobody, { token, answer });
  if (!result.ok) throw new Error(result.message);
}
