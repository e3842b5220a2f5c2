/**
 * Fingerprints by which a work is recognised in other bytes: closed, versioned algorithms, each with one strict form.
 * The distance between two of them is counted in differing bits of 256, whatever the algorithm.
 */
import { FieldError, type FieldReader, type TextForm } from '../json/field-reader.js';

/**
 * `pdq` 1: PDQ of pictures (Facebook, "The TMK+PDQF Video-Hashing Algorithm and the PDQ Image-Hashing Algorithm", 2019).
 * `chromaprint` 1: Chromaprint's algorithm 1 (TEST2, its default), whose 32-bit items stand one after another.
 * `iscc-text` 1: the 256-bit body of an ISCC Text-Code (ISO 24138:2024): MinHash over shingles of 13 characters.
 */
export const FINGERPRINT_ALGORITHMS = ['chromaprint', 'iscc-text', 'pdq'] as const;

export type FingerprintAlgorithm = (typeof FINGERPRINT_ALGORITHMS)[number];

/** The one version of each algorithm that leaves of version 1 know. */
export const FINGERPRINT_VERSION = 1;

/** The greatest distance at which two PDQ hashes may be called a match ("Content" in the decisions taken). */
export const MAX_PDQ_DISTANCE = 31;

/** Bits of a fingerprint, or of a stretch of one, that a distance is counted in. */
export const FINGERPRINT_BITS = 256;

export interface Fingerprint {
  readonly algorithm: FingerprintAlgorithm;
  readonly version: typeof FINGERPRINT_VERSION;
  /** Lower-case hexadecimal. */
  readonly value: string;
  /** 0 to 100, of PDQ alone; below 50 a picture is too plain to be matched by it. */
  readonly quality?: number;
}

const HEX_256: TextForm = { pattern: /^[0-9a-f]{64}$/, description: '64 lower-case hexadecimal digits' };

const VALUE_FORMS: Readonly<Record<FingerprintAlgorithm, TextForm>> = {
  // Fewer than 64 items, about ten seconds of sound, would match far too much; 1,024 are about two minutes.
  chromaprint: {
    pattern: /^(?:[0-9a-f]{8}){64,1024}$/,
    description: '64 to 1,024 items of 8 lower-case hexadecimal digits',
  },
  'iscc-text': HEX_256,
  pdq: HEX_256,
};

/** Reads the member `fingerprints`: at least one, sorted by algorithm and value. Throws `FieldError`. */
export function readFingerprints(fields: FieldReader): readonly Fingerprint[] {
  const fingerprints = fields.objects(
    'fingerprints',
    readFingerprint,
    ({ algorithm, value }) => `${algorithm} ${value}`,
  );
  if (fingerprints.length === 0) {
    const message = 'An empty list of fingerprints recognises nothing: leave it out or add one.';
    throw new FieldError('wrong-value', fields.at('fingerprints'), message);
  }
  return fingerprints;
}

function readFingerprint(fields: FieldReader): Fingerprint {
  const algorithm = fields.choice('algorithm', FINGERPRINT_ALGORITHMS);
  const version = fields.count('version');
  if (version !== FINGERPRINT_VERSION) {
    const message = `Version ${version} of ${algorithm} is not known here: use version ${FINGERPRINT_VERSION}.`;
    throw new FieldError('unsupported-version', fields.at('version'), message);
  }
  const value = fields.text('value', VALUE_FORMS[algorithm]);
  return {
    algorithm,
    version,
    value,
    ...(algorithm === 'pdq' ? { quality: fields.whole('quality', 0, 100) } : {}),
  };
}
