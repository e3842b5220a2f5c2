/** Re-derives everything that a log says, from its files alone. */
import { encodeBase64 } from './base64.js';
import { type Checkpoint, parseCheckpoint } from './checkpoint.js';
import { counted } from './counted.js';
import { demandCosignatures } from './cosignatures.js';
import { judgeSigners, refuseStrangers } from './judge-signers.js';
import { LeafReader } from './leaf-reader.js';
import { keyLabel, type LogKeys } from './log-keys.js';
import type { LogSource } from './log-source.js';
import { recomputeTree } from './recompute-tree.js';
import { refuseOtherBeginning, refuseOtherLog, refuseWrongRoot } from './refuse-other-history.js';
import { shown } from './shown.js';
import { MAX_NOTE_LENGTH } from './signed-note.js';
import type { Tell } from './tell.js';
import { tellCosignatures } from './tell-cosignatures.js';
import { UnreadableEvidence } from './unreadable-evidence.js';
import { VerificationFailed } from './verification-failed.js';
import type { VerifierKey } from './verifier-key.js';
import type { WitnessPolicy } from './witness-policy.js';

export interface LogOptions {
  /** Keys that the reader trusts; with none, the log's own word is taken for its keys. */
  readonly anchors: readonly VerifierKey[];
  readonly policy: WitnessPolicy | undefined;
  /** Older checkpoints, each of a tree with which this one must begin. */
  readonly since: readonly Checkpoint[];
  readonly signal: AbortSignal;
  readonly onProgress: (leaves: number, size: number) => void;
}

export interface VerifiedLog {
  readonly origin: string;
  readonly size: number;
  /** False when the key was taken from the log itself: then it is only shown to agree with itself. */
  readonly isAnchored: boolean;
}

/**
 * Tells each thing as it is established, and throws at the first that does not hold: VerificationFailed with path and index;
 * UnreadableEvidence; AbortError.
 */
export async function verifyLog(source: LogSource, options: LogOptions, tell: Tell): Promise<VerifiedLog> {
  const { anchors, policy, since } = options;
  const checkpoint = await readCheckpoint(source);
  const { origin, size, note } = checkpoint;
  tell('Log', `${shown(origin)}, read from ${shown(source.name)}`);
  tell('Size', counted(size, 'leaf', 'leaves'));
  // What is cheap to refuse is refused before the whole log is read.
  refuseStrangers(checkpoint, anchors);
  const cosignatures = policy && demandCosignatures(note, policy);
  for (const older of since) refuseOtherLog(older, checkpoint);

  const sizes = new Set([size, ...since.map((older) => older.size)]);
  const leaves = new LeafReader(origin, sizes);
  await recompute(source, checkpoint, sizes, leaves, options, tell);
  const dated = [...since, checkpoint].map((one) => ({ checkpoint: one, time: leaves.timeAt(one.size) }));
  tellSigners(judgeSigners(dated, anchors, leaves.keys).at(-1) ?? [], leaves.keys, size, anchors, tell);
  for (const older of since) {
    tell(
      'Since',
      `${shown(older.note.path)}: the log begins with its ${counted(older.size, 'leaf', 'leaves')}`,
    );
  }
  if (policy !== undefined && cosignatures !== undefined) tellCosignatures(cosignatures, policy, tell);
  const foreign = note.signatures.filter(({ name }) => name !== origin).length;
  if (policy === undefined && foreign > 0) {
    tell(
      'Note',
      `${counted(foreign, 'signature', 'signatures')} of others not checked: name their keys in a policy (--policy)`,
    );
  }
  return { origin, size, isAnchored: anchors.length > 0 };
}

async function readCheckpoint(source: LogSource): Promise<Checkpoint> {
  const path = 'checkpoint';
  const bytes = await source.read(path, MAX_NOTE_LENGTH);
  if (bytes === undefined) {
    throw new UnreadableEvidence(
      `There is no file "${path}" in ${shown(source.name)}. Name the folder or address of a log.`,
    );
  }
  if (bytes === 'too-long') {
    throw new VerificationFailed('bad-note', `${path} is longer than any signed note.`, { path });
  }
  return parseCheckpoint(bytes, path);
}

/** Recomputes the tree, and shows that the checkpoint and the older ones have the roots of their leaves. */
async function recompute(
  source: LogSource,
  checkpoint: Checkpoint,
  sizes: ReadonlySet<number>,
  leaves: LeafReader,
  { anchors, since, signal, onProgress }: LogOptions,
  tell: Tell,
): Promise<void> {
  const { size, root } = checkpoint;
  const listener = {
    onLeaf: (entry: Uint8Array, index: number, path: string) => {
      leaves.read(entry, index, path);
    },
    onProgress: (done: number) => {
      onProgress(done, size);
    },
  };
  const tree = await recomputeTree(source, size, sizes, listener, signal);
  for (const older of since) {
    const known = [...anchors, ...leaves.keys.at(older.size).map(({ key }) => key)];
    refuseOtherBeginning(older, tree.rootAt(older.size), checkpoint, known);
  }
  refuseWrongRoot(checkpoint, tree.rootAt(size));
  leaves.tell(tell);
  const bundles = counted(tree.bundles, 'bundle', 'bundles');
  const tiles = counted(tree.tiles, 'tile', 'tiles');
  tell('Files', `${bundles} of leaves, ${tiles} of hashes: each is what the leaves give`);
  tell('Root', `${encodeBase64(root)}, recomputed from the leaves: as the checkpoint says`);
}

function tellSigners(
  signers: readonly VerifierKey[],
  keys: LogKeys,
  size: number,
  anchors: readonly VerifierKey[],
  tell: Tell,
): void {
  for (const signer of signers) {
    const leaf = keys.at(size).find(({ key }) => key.text === signer.text)?.addedBy;
    const isGiven = anchors.some(({ text }) => text === signer.text);
    const why = isGiven ? 'the key that was given' : 'a key of the log';
    tell(
      'Signature',
      `valid, by ${keyLabel(signer)}: ${why}${leaf === undefined ? '' : `, added by leaf ${leaf}`}`,
    );
  }
}
