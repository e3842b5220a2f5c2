/**
 * What a builder signs who accepts the terms of an offer (docs/terms.md, schema/acceptance.v1.json). It is about one statement of one
 * log: terms that were changed are another statement. Its bytes are the canonical JSON (RFC 8785) of the whole, without a line end.
 */
import type { Terms } from '../consent/terms.js';
import type { Use } from '../consent/use.js';

export const ACCEPTANCE_FORMAT = 'assent-acceptance';
export const ACCEPTANCE_VERSION = 1;

/** Part of every acceptance. */
export const ACCEPTANCE_MEANING =
  'Whoever holds the key named below accepts these terms for these uses, as long as they are on offer. It moves no money: what is owed is owed as the terms say.';

/** In UTF-16 code units. */
export const LONGEST_NAME = 120;

export interface Acceptance {
  readonly format: typeof ACCEPTANCE_FORMAT;
  readonly version: typeof ACCEPTANCE_VERSION;
  readonly meaning: string;
  /** Of the log that holds the statement. */
  readonly origin: string;
  /** Id of the statement, which is the hash of its leaf: it commits to the terms and to when they run out. */
  readonly statement: string;
  readonly terms: Terms;
  /** When the offer runs out; absent where it does not. */
  readonly expiresAt?: string;
  /** For what they are accepted; sorted. */
  readonly uses: readonly Use[];
  readonly madeAt: string;
  /** Who accepts, as they call themselves; nobody has looked at it. */
  readonly name?: string;
  /** The builder's verifier key (c2sp.org/signed-note), and what it signed. */
  readonly signer: string;
  readonly signature: string;
}

/** An acceptance before it is signed. */
export type UnsignedAcceptance = Omit<Acceptance, 'signer' | 'signature'>;
