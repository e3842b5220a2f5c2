import { bytesToHex } from '@noble/hashes/utils.js';
import type { Leaf } from '../../core/log/leaf.js';
import type { MandateGrade } from '../../core/consent/mandate-grade.js';
import { CANONICAL_URL_VERSION } from '../../core/url/canonical-url.js';
import { urlKey } from '../../core/url/url-key.js';
import { newAccount } from '../accounts/new-account.js';
import { claimLeaf, idInLeaf } from '../claims/claim-leaves.js';
import type { NamedPlace } from '../claims/read-place.js';
import { appendLeaves } from '../log/append-leaves.js';
import type { Account } from '../ports/accounts.js';
import type { Claim } from '../ports/claims.js';
import type { Mandate, Member, Organisation } from '../ports/organisations.js';
import type { Stores } from '../ports/registry-store.js';
import type { Registry } from '../registry.js';
import { mandateGrantLeaf } from './mandate-leaves.js';
import { type ReadMember, type RefusedMember, refused } from './member-row.js';

/** `known`: all that the line says was on record before. */
export type TakenMember = { readonly ok: true; readonly status: 'added' | 'known' } | RefusedMember;

export interface TakingMembers {
  readonly organisation: Organisation;
  readonly grade: Exclude<MandateGrade, 'confirmed'>;
  readonly expiresAt: Date | undefined;
  /** Whether somebody can only be added with an address by which they are told. */
  readonly tells: boolean;
}

/**
 * Puts members, mandates and claims on record, in the transition of `stores`: one answer for each line, in order. What is on record already
 * is told and not done again, so that a run that was cut is gone on with by running it again.
 */
export async function takeMembers(
  registry: Registry,
  stores: Stores,
  taking: TakingMembers,
  rows: readonly (ReadMember | RefusedMember)[],
  at: Date,
): Promise<TakenMember[]> {
  const agent = await stores.accounts.byId(taking.organisation.accountId);
  if (agent === undefined) throw new Error('An organisation lost the account in whose name it speaks.');
  const run = new MemberRun(registry, taking, agent, at);
  await run.readKnown(stores, rows);
  const taken = rows.map((row) => (row.ok ? run.take(row) : row));
  await run.write(stores);
  return taken;
}

class MemberRun {
  readonly #registry: Registry;
  readonly #taking: TakingMembers;
  readonly #agent: Account;
  readonly #at: Date;
  /** By reference. */
  readonly #members = new Map<string, Member>();
  readonly #left = new Set<string>();
  readonly #pseudonyms = new Map<string, string>();
  readonly #claimed = new Set<string>();
  /** Addresses about which a yes was found to stand against somebody's mere word. */
  readonly #settled = new Set<string>();
  readonly #leaves: Leaf[] = [];
  readonly #newAccounts: Account[] = [];
  readonly #newMembers: Member[] = [];
  readonly #newMandates: Mandate[] = [];
  readonly #newClaims: Claim[] = [];

  constructor(registry: Registry, taking: TakingMembers, agent: Account, at: Date) {
    this.#registry = registry;
    this.#taking = taking;
    this.#agent = agent;
    this.#at = at;
  }

  async readKnown(stores: Stores, rows: readonly (ReadMember | RefusedMember)[]): Promise<void> {
    const read = rows.filter((row) => row.ok);
    const { id } = this.#taking.organisation;
    const known = await stores.members.byReferences(id, [...new Set(read.map(({ reference }) => reference))]);
    for (const member of known) this.#members.set(member.reference, member);
    const digests = [...new Set(read.flatMap(({ email }) => email ?? []))].map((one) => this.#digestOf(one));
    for (const { emailDigest } of await stores.members.leftWith(id, digests)) {
      if (emailDigest !== undefined) this.#left.add(bytesToHex(emailDigest));
    }
    const accountIds = known.map(({ accountId }) => accountId);
    for (const account of await stores.accounts.byIds(accountIds)) {
      this.#pseudonyms.set(account.id, account.pseudonym);
    }
    const places = read.flatMap(({ place }) => (place === undefined ? [] : [place.digest]));
    for (const digest of await stores.answerDisputes.settledAmong(places))
      this.#settled.add(bytesToHex(digest));
    for (const { accountId, subjectDigest } of await stores.members.claimed(accountIds, places)) {
      this.#claimed.add(`${accountId ?? ''} ${bytesToHex(subjectDigest)}`);
    }
  }

  take(row: ReadMember): TakenMember {
    if (row.place !== undefined && this.#settled.has(bytesToHex(row.place.digest))) {
      return refused(
        'settled',
        'A dispute about this address was decided: the yes of whoever has proven the place stands.',
      );
    }
    const known = this.#members.get(row.reference);
    if (known?.leftAt !== undefined) {
      return refused(
        'left',
        'This member has left. Only they can come back, by the link that they were sent.',
      );
    }
    if (known === undefined && row.email === undefined && this.#taking.tells) {
      return refused('no-email', 'Give an e-mail address: every member is told, and can leave by a link.');
    }
    if (
      known === undefined &&
      row.email !== undefined &&
      this.#left.has(bytesToHex(this.#digestOf(row.email)))
    ) {
      return refused('left', 'Whoever has this e-mail address has left. Only they can come back.');
    }
    const member = known ?? this.#add(row);
    const isNewClaim = row.place !== undefined && this.#claim(member, row.place);
    return { ok: true, status: known === undefined || isNewClaim ? 'added' : 'known' };
  }

  async write(stores: Stores): Promise<void> {
    await stores.accounts.addAll(this.#newAccounts);
    await stores.members.addAll(this.#newMembers);
    await stores.members.grantAll(this.#newMandates);
    await stores.claims.addAll(this.#newClaims);
    await appendLeaves(this.#registry, stores, this.#leaves, this.#at);
  }

  #add({ reference, name, email }: ReadMember): Member {
    const { organisation, grade, expiresAt, tells } = this.#taking;
    const account = newAccount(this.#registry, { email: undefined, role: 'artist' });
    const member: Member = {
      id: this.#registry.random.uuid(),
      organisationId: organisation.id,
      accountId: account.id,
      reference,
      name,
      email,
      emailDigest: email === undefined ? undefined : this.#digestOf(email),
      tokenHash: undefined,
      createdAt: this.#at,
      tellAt: tells && email !== undefined ? this.#at : undefined,
      toldAt: undefined,
      leftAt: undefined,
    };
    const mandate: Mandate = {
      id: this.#registry.random.uuid(),
      organisationId: organisation.id,
      memberId: member.id,
      principalId: account.id,
      grade,
      grantedAt: this.#at,
      expiresAt,
      revokedAt: undefined,
      revokedBy: undefined,
    };
    this.#members.set(reference, member);
    this.#pseudonyms.set(account.id, account.pseudonym);
    this.#newAccounts.push(account);
    this.#newMembers.push(member);
    this.#newMandates.push(mandate);
    this.#leaves.push(mandateGrantLeaf(mandate, { principal: account, agent: this.#agent }, this.#at));
    return member;
  }

  #claim({ accountId }: Member, place: NamedPlace): boolean {
    const name = `${accountId} ${bytesToHex(place.digest)}`;
    const pseudonym = this.#pseudonyms.get(accountId);
    if (this.#claimed.has(name) || pseudonym === undefined) return false;
    this.#claimed.add(name);
    const claim: Claim = {
      id: this.#registry.random.uuid(),
      claimant: idInLeaf(pseudonym),
      accountId,
      kind: place.kind,
      expression: place.expression,
      subjectDigest: place.digest,
      subjectKey: urlKey(place.expression),
      canon: CANONICAL_URL_VERSION,
      capacity: 'author',
      state: 'open',
      assurance: 'asserted',
      createdAt: this.#at,
      verifiedAt: undefined,
      decidedAt: undefined,
      decidedBy: undefined,
      decisionReason: undefined,
    };
    this.#newClaims.push(claim);
    this.#leaves.push(claimLeaf(claim, this.#at));
    return true;
  }

  #digestOf(email: string): Uint8Array {
    return mailDigest(this.#registry, email);
  }
}

/** By which an address is known where it must not be kept. */
export function mailDigest({ sha256 }: Pick<Registry, 'sha256'>, email: string): Uint8Array {
  return sha256(new TextEncoder().encode(`member address\n${email}`));
}
