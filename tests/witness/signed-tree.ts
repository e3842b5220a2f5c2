import { encodeUtf8 } from '../../src/core/bytes/utf8.js';
import { leafHash } from '../../src/core/log/leaf-hash.js';
import { consistencyProof } from '../../src/core/merkle/consistency-proof.js';
import { EMPTY_FRONTIER, appendLeafHashes, rootOf } from '../../src/core/merkle/frontier.js';
import { formatAddCheckpointRequest } from '../../src/core/tlog/add-checkpoint-request.js';
import { formatCheckpoint } from '../../src/core/tlog/checkpoint.js';
import { type NoteSigner, signNote } from '../../src/core/tlog/sign-note.js';
import { formatSignedNote } from '../../src/core/tlog/signed-note.js';
import { formatVerifierKey } from '../../src/core/tlog/verifier-key.js';
import { nodeSha256 } from '../../src/log-key/node-sha256.js';
import { formatPrivateKey, parsePrivateKey } from '../../src/log-key/private-key-text.js';

export const ORIGIN = 'registry.example/log';

/** The signer of a log, always the same for a number. */
export function logSigner(seed = 1, origin = ORIGIN): NoteSigner {
  const signer = parsePrivateKey(formatPrivateKey(origin, new Uint8Array(32).fill(seed)));
  if (signer === undefined) throw new Error('The key of the tests cannot be read.');
  return signer;
}

export function vkeyOf({ key }: NoteSigner): string {
  return formatVerifierKey(key);
}

/** A log whose leaves are words, with its own signature over any size of it. */
export class SignedTree {
  readonly #hashes: readonly Uint8Array[];

  constructor(
    words: readonly string[],
    private readonly signers: readonly NoteSigner[] = [logSigner()],
  ) {
    this.#hashes = words.map((word) => leafHash(encodeUtf8(word), nodeSha256));
  }

  root(size: number, from = 0): Uint8Array {
    return rootOf(
      appendLeafHashes(EMPTY_FRONTIER, this.#hashes.slice(from, from + size), nodeSha256),
      nodeSha256,
    );
  }

  proof(oldSize: number, size: number): Uint8Array[] {
    const read = (level: number, index: number) => this.root(2 ** level, index * 2 ** level);
    return consistencyProof(oldSize, size, read, nodeSha256);
  }

  /** The text of the checkpoint of a size. */
  text(size: number, extensions: readonly string[] = []): string {
    const origin = this.signers[0]?.key.name ?? '';
    return formatCheckpoint({ origin, size, root: this.root(size), extensions });
  }

  /** A signed note over it. */
  checkpoint(size: number, signers: readonly NoteSigner[] = this.signers): Uint8Array {
    const text = this.text(size);
    return formatSignedNote({ text, signatures: signers.map((signer) => signNote(text, signer)) });
  }

  /** The body of a request that asks a witness to go from one size to another. */
  request(
    oldSize: number,
    size: number,
    { proof = this.proof(oldSize, size), checkpoint = this.checkpoint(size) } = {},
  ): Uint8Array {
    return formatAddCheckpointRequest({ oldSize, proof, checkpoint });
  }
}

/** `count` words, different from those of another label from index `from` on. */
export function words(count: number, label = '', from = 0): string[] {
  return Array.from({ length: count }, (_, index) =>
    index < from ? `leaf ${index}` : `leaf ${index}${label}`,
  );
}
