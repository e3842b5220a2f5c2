import type { Randomness, Sha256 } from '../ports/surroundings.js';
import { readCrockford, writeCrockford } from './crockford-base32.js';

const TOKEN_BYTES = 32;
const MAILED_CODE_BYTES = 5;
const RECOVERY_CODE_BYTES = 10;
const MAILED_CODE_LENGTH = 8;
const RECOVERY_CODE_LENGTH = 16;

/** 256 random bits in base64url (RFC 4648 §5): too many to guess, so a plain hash of them gives nothing away. */
export function newToken(random: Randomness): string {
  return Buffer.from(random.bytes(TOKEN_BYTES)).toString('base64url');
}

export function hashToken(sha256: Sha256, token: string): Uint8Array {
  return sha256(new TextEncoder().encode(token));
}

/** 40 bits to type; what keeps it safe is that it lives for minutes and bears few guesses. */
export function newMailedCode(random: Randomness): string {
  return writeCrockford(random.bytes(MAILED_CODE_BYTES));
}

export function readMailedCode(typed: string): string | undefined {
  return readCrockford(typed, MAILED_CODE_LENGTH);
}

/** Bound to the address and purpose it was mailed for: the same digits mean nothing elsewhere. */
export function hashMailedCode(sha256: Sha256, email: string, purpose: string, code: string): Uint8Array {
  return sha256(new TextEncoder().encode(`mailed code\n${purpose}\n${email}\n${code}`));
}

/** 80 bits: kept for years on paper, so beyond guessing even by somebody who holds its hash. */
export function newRecoveryCode(random: Randomness): string {
  return writeCrockford(random.bytes(RECOVERY_CODE_BYTES));
}

export function readRecoveryCode(typed: string): string | undefined {
  return readCrockford(typed, RECOVERY_CODE_LENGTH);
}

export function hashRecoveryCode(sha256: Sha256, accountId: string, code: string): Uint8Array {
  return sha256(new TextEncoder().encode(`recovery code\n${accountId}\n${code}`));
}

/** Compares without stopping at the first difference, so that the time taken tells nothing about the secret. */
export function isSameHash(one: Uint8Array, other: Uint8Array): boolean {
  let difference = one.length ^ other.length;
  for (const [index, byte] of one.entries()) difference |= byte ^ (other[index] ?? 0);
  return difference === 0;
}
