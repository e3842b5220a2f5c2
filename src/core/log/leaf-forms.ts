/** The forms that texts in a leaf may take. None of them can hold a name, an address or a URL. */
import type { TextForm } from '../json/field-reader.js';

/** 128 random bits; pseudonyms, claims and disputes are named by them. */
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
