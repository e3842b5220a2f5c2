import { invalidInput, type InvalidInput } from '../accounts/refusals.js';
import type { SignedInActor } from '../actor.js';
import type { Organisation } from '../ports/organisations.js';
import { refuse, type Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';
import { type GivenMember, readMember } from './member-row.js';
import { standingOf } from './organisation-standing.js';
import { staffedOrganisation } from './staffed-organisation.js';
import { type TakenMember, takeMembers } from './take-members.js';

export interface AddMembersInput {
  readonly organisationId: string;
  readonly members: readonly GivenMember[];
  /** When the contract ends, for those who are new; undefined without a term. */
  readonly expiresAt?: Date | undefined;
}

export type AddMembersResult =
  | { readonly ok: true; readonly members: readonly TakenMember[] }
  | InvalidInput
  | Refusal<'MAIL_DISABLED'>
  | Refusal<'NOT_FOUND'>
  | Refusal<'ORGANISATION_UNVERIFIED'>;

/** More are sent in several requests, each of which can be sent again. */
export const MOST_MEMBER_ROWS = 500;

/**
 * Names members of a collective and addresses of their works, on the word of the organisation that they have a contract: what it has said no
 * to is denied there from now on. Every member is told, which needs mail.
 */
export async function addMembers(
  registry: Registry,
  actor: SignedInActor,
  { organisationId, members, expiresAt }: AddMembersInput,
): Promise<AddMembersResult> {
  const problem = listProblem(registry, members, expiresAt);
  if (problem !== undefined) return problem;
  if (!registry.mailer.isEnabled) {
    return refuse(
      'MAIL_DISABLED',
      'This registry sends no mail, and every member has to be told.',
      'Whoever runs the registry has to set up mail: docs/configuration.md.',
    );
  }
  const rows = members.map((given) => readMember(given, registry.sha256));
  return registry.log.sequence(async (stores, at) => {
    const staffed = await staffedOrganisation(stores, actor, organisationId, 'editor');
    if (!staffed.ok) return staffed;
    const { organisation } = staffed;
    if (organisation.kind !== 'collective') return notForPlatforms();
    const standing = await standingOf(stores, organisation);
    if (standing.state !== 'verified') return notVerified(organisation);
    const taking = { organisation, grade: 'attested', expiresAt, tells: true } as const;
    return { ok: true as const, members: await takeMembers(registry, stores, taking, rows, at) };
  });
}

export function listProblem(
  { clock }: Pick<Registry, 'clock'>,
  members: readonly GivenMember[],
  expiresAt: Date | undefined,
): InvalidInput | undefined {
  if (members.length === 0 || members.length > MOST_MEMBER_ROWS) {
    const message = `Between 1 and ${MOST_MEMBER_ROWS} lines are taken at a time, not ${members.length}.`;
    return invalidInput('members', message, 'Send them in several requests.');
  }
  if (expiresAt !== undefined && !(expiresAt > clock())) {
    return invalidInput(
      'expiresAt',
      'The mandates would have run out already.',
      'Choose a day to come, or none.',
    );
  }
  return undefined;
}

export function notVerified({ name }: Organisation): Refusal<'ORGANISATION_UNVERIFIED'> {
  return refuse(
    'ORGANISATION_UNVERIFIED',
    `${name} is not verified now: its proof is gone, its domain is in dispute, or it was suspended.`,
    'Its page says which. What it said no to stays denied meanwhile.',
  );
}

function notForPlatforms(): InvalidInput {
  return invalidInput(
    'organisationId',
    'A platform has no contract to attest to.',
    'Pass on what members said with passOnNoes.',
  );
}
