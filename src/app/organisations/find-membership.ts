import { hashToken } from '../accounts/secrets.js';
import type { Mandate, Member, Organisation } from '../ports/organisations.js';
import type { Stores } from '../ports/registry-store.js';
import { refuse, type Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';

export interface Membership {
  readonly ok: true;
  readonly member: Member;
  readonly organisation: Organisation;
  readonly mandates: readonly Mandate[];
}

/** The membership that a mailed link leads to. Whoever has the link is taken for the member: it was sent to them alone. */
export async function findMembership(
  { sha256 }: Pick<Registry, 'sha256'>,
  stores: Pick<Stores, 'members' | 'organisations'>,
  token: string,
): Promise<Membership | Refusal<'NOT_FOUND'>> {
  const member = await stores.members.byTokenHash(hashToken(sha256, token));
  const organisation = member && (await stores.organisations.byId(member.organisationId));
  if (member === undefined || organisation === undefined) {
    return refuse(
      'NOT_FOUND',
      'This link leads to no membership: it is incomplete, or another was sent since.',
      'Use the link in the newest mail, whole.',
    );
  }
  return { ok: true, member, organisation, mandates: await stores.members.mandatesOf(member.id) };
}
