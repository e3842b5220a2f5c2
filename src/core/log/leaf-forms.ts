/**
 * The forms that texts in a leaf may take. None of them can hold a person's name or e-mail address, nor a URL of a work;
 * the only names are those of logs and keys.
 */
import type { TextForm } from '../json/field-reader.js';

/** 128 random bits; pseudonyms, claims, works and whatever else is opened and closed are named by them. */
export const RANDOM_ID: TextForm = {
  pattern: /^[0-9a-f]{32}$/,
  description: '32 lower-case hexadecimal digits',
};

/** A SHA-256, and therefore also a leaf hash or a commitment. */
export const SHA256_HEX: TextForm = {
  pattern: /^[0-9a-f]{64}$/,
  description: '64 lower-case hexadecimal digits',
};

export const MD5_HEX: TextForm = {
  pattern: /^[0-9a-f]{32}$/,
  description: '32 lower-case hexadecimal digits',
};

export const XXH64_HEX: TextForm = {
  pattern: /^[0-9a-f]{16}$/,
  description: '16 lower-case hexadecimal digits',
};

/** The key ID of C2SP signed-note: the first four bytes of a hash over name and key. */
export const KEY_ID: TextForm = {
  pattern: /^[0-9a-f]{8}$/,
  description: '8 lower-case hexadecimal digits',
};

/** The origin of a log (C2SP tlog-checkpoint): a URL without scheme, in lower-case ASCII, of at most 128 characters. */
export const ORIGIN: TextForm = {
  pattern:
    /^(?=.{1,128}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*(?::[0-9]{1,5})?(?:\/[a-z0-9][a-z0-9._-]*)*$/,
  description: 'a log origin such as registry.example/log',
};

/** The text form of an Ed25519 key (C2SP signed-note, "Verifier keys"): `<name>+<key ID>+<base64 of 0x01 and the key>`. */
export const VKEY: TextForm = {
  pattern: /^[a-z0-9][a-z0-9./:_-]{0,191}\+[0-9a-f]{8}\+A[Q-Za-f][A-Za-z0-9+/]{42}$/,
  description: 'an Ed25519 key such as registry.example/log+1a2b3c4d+AQ…',
};

/** The 64 bytes of an Ed25519 signature in padded base64 (RFC 4648 §4), with no stray bits before the padding. */
export const ED25519_SIGNATURE: TextForm = {
  pattern: /^[A-Za-z0-9+/]{85}[AQgw]==$/,
  description: 'an Ed25519 signature: 64 bytes in base64, 88 characters',
};
