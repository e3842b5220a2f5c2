import { readVectors } from '../url/vector-file.js';

interface KeyVector {
  /** Hexadecimal, as `signature`. */
  readonly publicKey: string;
  readonly reason: string;
}

interface KeyVectors {
  readonly refused: readonly (KeyVector & { readonly message: string; readonly signature: string })[];
  readonly notCanonical: readonly KeyVector[];
  readonly sound: readonly KeyVector[];
}

export const ED25519_KEY_VECTORS = readVectors('ed25519-key.v1.json') as KeyVectors;
