import { readEmailAddress } from '../accounts/email-address.js';
import { claimablePlace } from '../claims/claimable-place.js';
import type { NamedPlace } from '../claims/read-place.js';
import type { Sha256 } from '../ports/surroundings.js';

/** A line of a list of members: somebody, and an address of a work of theirs. Somebody with many works has many lines. */
export interface GivenMember {
  /** By which the organisation knows them: a number of theirs, never shown to others. */
  readonly reference: string;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly address?: string | undefined;
}

export interface ReadMember {
  readonly ok: true;
  readonly reference: string;
  readonly name: string | undefined;
  readonly email: string | undefined;
  readonly place: NamedPlace | undefined;
}

/** What is wrong with a line, for who has to put it right in their own language. */
export const MEMBER_FAULTS = [
  'reference',
  'name',
  'email',
  'address',
  'no-email',
  'left',
  'settled',
] as const;
export type MemberFault = (typeof MEMBER_FAULTS)[number];

export interface RefusedMember {
  readonly ok: false;
  readonly fault: MemberFault;
  readonly problem: string;
}

const LONGEST_REFERENCE = 100;
const LONGEST_NAME = 200;

export function readMember(given: GivenMember, sha256: Sha256): ReadMember | RefusedMember {
  const reference = given.reference.trim();
  if (reference === '' || reference.length > LONGEST_REFERENCE) {
    return refused('reference', `A member needs a reference of 1 to ${LONGEST_REFERENCE} characters.`);
  }
  const name = textOf(given.name);
  if (name !== undefined && name.length > LONGEST_NAME) {
    return refused('name', `A name has at most ${LONGEST_NAME} characters.`);
  }
  const typed = textOf(given.email);
  const email = typed === undefined ? undefined : readEmailAddress(typed);
  if (typed !== undefined && email === undefined) {
    return refused('email', 'This is not an e-mail address that mail can be sent to.');
  }
  const address = textOf(given.address);
  if (address === undefined) return { ok: true, reference, name, email, place: undefined };
  const place = claimablePlace('url', address, sha256);
  return place.ok
    ? { ok: true, reference, name, email, place }
    : refused('address', `${place.message} ${place.nextStep}`);
}

export function refused(fault: MemberFault, problem: string): RefusedMember {
  return { ok: false, fault, problem };
}

function textOf(text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  return trimmed === '' ? undefined : trimmed;
}
