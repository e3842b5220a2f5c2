import type { MandateGrade } from '../../core/consent/mandate-grade.js';
import type { Claim } from './claims.js';
import type { Page, PageRequest } from './page.js';

/** A collective speaks for members by contract; a platform passes on what its members said there. */
export const ORGANISATION_KINDS = ['collective', 'platform'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** An owner decides who works there; an editor names members and answers for them; a viewer sees both. */
export const STAFF_ROLES = ['owner', 'editor', 'viewer'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

export interface Organisation {
  readonly id: string;
  /** The account in whose name it speaks. Nobody signs in to it. */
  readonly accountId: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  /** The claim of one of its owners on the domain by which it is verified; undefined where that was erased. */
  readonly claimId: string | undefined;
  readonly createdAt: Date;
  /** Id of the suspension that sets aside what it permits, while there is one. */
  readonly pause: string | undefined;
  /** When a moderator suspended it. */
  readonly suspendedAt: Date | undefined;
}

export interface Staff {
  readonly organisationId: string;
  readonly accountId: string;
  readonly role: StaffRole;
  readonly since: Date;
}

/** An account that works there, with the address by which its colleagues know it. */
export interface Colleague extends Staff {
  readonly email: string | undefined;
}

export interface Invitation {
  readonly organisationId: string;
  readonly email: string;
  readonly role: StaffRole;
  readonly invitedAt: Date;
  readonly expiresAt: Date;
}

export interface OrganisationStore {
  add(organisation: Organisation): Promise<void>;
  byId(id: string): Promise<Organisation | undefined>;
  byIds(ids: readonly string[]): Promise<Organisation[]>;
  byAccounts(accountIds: readonly string[]): Promise<Organisation[]>;
  /** Those that speak under these pseudonyms. */
  byPseudonyms(pseudonyms: readonly string[]): Promise<(Organisation & { readonly pseudonym: string })[]>;
  update(id: string, change: Partial<Pick<Organisation, 'claimId' | 'pause' | 'suspendedAt'>>): Promise<void>;
  /** By name. */
  page(page: PageRequest): Promise<Page<Organisation>>;
  /** Everything that there is; there are few. */
  all(): Promise<Organisation[]>;

  putStaff(staff: Staff): Promise<void>;
  removeStaff(organisationId: string, accountId: string): Promise<void>;
  staffOf(organisationId: string): Promise<Colleague[]>;
  placesOf(accountId: string): Promise<Staff[]>;

  invite(invitation: Invitation): Promise<void>;
  invitation(organisationId: string, email: string): Promise<Invitation | undefined>;
  invitationsOf(organisationId: string): Promise<Invitation[]>;
  invitationsTo(email: string, now: Date): Promise<Invitation[]>;
  removeInvitation(organisationId: string, email: string): Promise<void>;
}

/** Somebody for whom an organisation speaks. Their name and address are seen by its staff, and in no log. */
export interface Member {
  readonly id: string;
  readonly organisationId: string;
  /** The account that was made for them: it holds the claims on their works, and nobody signs in to it. */
  readonly accountId: string;
  /** By which the organisation knows them: unique there. */
  readonly reference: string;
  /** Undefined once they have left. */
  readonly name: string | undefined;
  readonly email: string | undefined;
  /** Of the address, so that who has left is not added again. */
  readonly emailDigest: Uint8Array | undefined;
  readonly tokenHash: Uint8Array | undefined;
  readonly createdAt: Date;
  /** When they are to be told; undefined once they were, or where nobody can. */
  readonly tellAt: Date | undefined;
  readonly toldAt: Date | undefined;
  readonly leftAt: Date | undefined;
}

export interface Mandate {
  readonly id: string;
  readonly organisationId: string;
  readonly memberId: string | undefined;
  /** The account that is spoken for: the member's, or one of their own that they confirmed with. */
  readonly principalId: string;
  readonly grade: MandateGrade;
  readonly grantedAt: Date;
  readonly expiresAt: Date | undefined;
  readonly revokedAt: Date | undefined;
  readonly revokedBy: 'organisation' | 'member' | undefined;
}

export interface MemberCounts {
  readonly members: number;
  readonly confirmed: number;
  readonly left: number;
  readonly claims: number;
}

export interface MemberStore {
  addAll(members: readonly Member[]): Promise<void>;
  byId(id: string): Promise<Member | undefined>;
  byTokenHash(tokenHash: Uint8Array): Promise<Member | undefined>;
  byReferences(organisationId: string, references: readonly string[]): Promise<Member[]>;
  /** Those of an organisation who left, by the digests of their addresses. */
  leftWith(organisationId: string, emailDigests: readonly Uint8Array[]): Promise<Member[]>;
  update(
    id: string,
    change: Partial<Pick<Member, 'name' | 'email' | 'tokenHash' | 'tellAt' | 'toldAt' | 'leftAt'>>,
  ): Promise<void>;
  /** The newest first. */
  /** Those whose reference, name or e-mail address holds a text; all of them for an empty one. */
  ofOrganisation(organisationId: string, held: string, page: PageRequest): Promise<Page<Member>>;
  counts(organisationId: string): Promise<MemberCounts>;
  /** Which of these places each of these accounts has a standing claim on. */
  claimed(accountIds: readonly string[], digests: readonly Uint8Array[]): Promise<Claim[]>;
  /** Members who are due to be told, each given to one caller alone until `until`. */
  leaseUntold(now: Date, until: Date, most: number): Promise<Member[]>;

  grantAll(mandates: readonly Mandate[]): Promise<void>;
  mandate(id: string): Promise<Mandate | undefined>;
  mandatesOf(memberId: string): Promise<Mandate[]>;
  /** Those under which others speak for an account of somebody's own. */
  mandatesFor(principalId: string): Promise<Mandate[]>;
  revoke(ids: readonly string[], revokedAt: Date, by: 'organisation' | 'member'): Promise<void>;

  refuseMail(digest: Uint8Array, at: Date): Promise<void>;
  /** Which of these addresses, by their digests, want no more of these mails. */
  refusing(digests: readonly Uint8Array[]): Promise<Uint8Array[]>;
}
