import { readVectors } from '../url/vector-file.js';

interface NoteVectors {
  readonly seeds: Readonly<Record<string, string>>;
  readonly keys: readonly {
    readonly vkey: string;
    readonly kind: string;
    readonly name: string;
    readonly keyId: string;
    readonly reason: string;
  }[];
  readonly refusedKeys: readonly { readonly vkey: string; readonly code: string; readonly reason: string }[];
  readonly verified: readonly {
    readonly keys: readonly string[];
    readonly note: string;
    readonly signers: readonly string[];
    readonly cosigners: readonly (readonly [name: string, time: string])[];
    readonly reason: string;
  }[];
  readonly refusedByKeys: readonly {
    readonly keys: readonly string[];
    readonly note: string;
    readonly code: string;
    readonly reason: string;
  }[];
  readonly refused: readonly {
    readonly note?: string;
    readonly noteHex?: string;
    readonly code: string;
    readonly reason: string;
  }[];
}

export const NOTE_VECTORS = readVectors('signed-note.v1.json') as NoteVectors;
