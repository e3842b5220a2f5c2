/**
 * Who may have signed a checkpoint, and why that may be believed. Trust begins with the keys that the reader brings. A tree
 * under a checkpoint which a trusted key signed vouches for every key that its leaves name, and so trust passes from key to
 * key, forwards and backwards, through trees of which one begins with the other.
 */
import type { Checkpoint } from './checkpoint.js';
import { keyLabel, type LogKey, type LogKeys } from './log-keys.js';
import { shown } from './shown.js';
import { signersOf } from './signed-note.js';
import { VerificationFailed } from './verification-failed.js';
import type { VerifierKey } from './verifier-key.js';

/** A checkpoint that was shown to have the root of its leaves. */
export interface DatedCheckpoint {
  readonly checkpoint: Checkpoint;
  /** Of its last leaf, and so the earliest moment at which it can have been signed; undefined without leaves. */
  readonly time: string | undefined;
}

/**
 * The keys that signed each tree with authority, in the order of `trees`.
 * @param anchors the keys that the reader trusts; with none, the log's own word is taken for its keys
 * Throws VerificationFailed: bad-signature, unknown-signer, no-key, key-not-named, key-not-yet-valid, key-ended, untrusted-key.
 */
export function judgeSigners(
  trees: readonly DatedCheckpoint[],
  anchors: readonly VerifierKey[],
  keys: LogKeys,
): (readonly VerifierKey[])[] {
  const signers = trees.map((tree) => validSigners(tree, anchors, keys));
  if (anchors.length === 0) return signers;
  const trusted = new Set(anchors.map(({ text }) => text));
  let waiting = trees.map((tree, index) => ({ tree, signers: signers[index] ?? [] }));
  for (;;) {
    const vouched = waiting.filter((one) => one.signers.some(({ text }) => trusted.has(text)));
    if (vouched.length === 0) break;
    for (const { tree } of vouched) {
      for (const { key } of keys.at(tree.checkpoint.size)) trusted.add(key.text);
    }
    waiting = waiting.filter((one) => !vouched.includes(one));
  }
  const [unvouched] = waiting;
  if (unvouched !== undefined) throw untrusted(unvouched.tree.checkpoint, unvouched.signers);
  return signers;
}

/** The keys that signed and, by the leaves of the very tree, could: those that the reader brings where the log names none. */
function validSigners(
  { checkpoint, time }: DatedCheckpoint,
  anchors: readonly VerifierKey[],
  keys: LogKeys,
): VerifierKey[] {
  const named = keys.at(checkpoint.size);
  if (named.length === 0 && anchors.length === 0) throw nameless(checkpoint);
  const known = new Map([...anchors, ...named.map(({ key }) => key)].map((key) => [key.text, key]));
  const ours = [...known.values()].filter(({ name }) => name === checkpoint.origin);
  const signers = signersOf(checkpoint.note, ours);
  const [first] = signers;
  if (first === undefined) throw unknownSigner(checkpoint);
  if (named.length === 0) return signers;
  const valid = signers.filter((signer) => {
    const entry = named.find(({ key }) => key.text === signer.text);
    return entry !== undefined && standing(entry, time) === 'valid';
  });
  if (valid.length === 0) throw invalidSigner(checkpoint, first, named, time);
  return valid;
}

function standing({ from, until }: LogKey, time = ''): 'valid' | 'not-yet' | 'ended' {
  if (until !== undefined && until <= time) return 'ended';
  return from > time ? 'not-yet' : 'valid';
}

/** Throws at once for a checkpoint that no key of its log can have signed, before anything else is read. */
export function refuseStrangers({ origin, note }: Checkpoint, anchors: readonly VerifierKey[]): void {
  const { path } = note;
  const ours = anchors.filter(({ name }) => name === origin);
  if (anchors.length > 0 && ours.length === 0) {
    throw new VerificationFailed(
      'other-log',
      `${path} is of the log ${shown(origin)}, and the key is of another: ${anchors.map(keyLabel).join(', ')}.`,
      { path },
    );
  }
  signersOf(note, ours);
  if (!note.signatures.some(({ name }) => name === origin)) throw unknownSigner({ note });
}

export function unknownSigner({ note: { path } }: Pick<Checkpoint, 'note'>): VerificationFailed {
  return new VerificationFailed(
    'unknown-signer',
    `${path} is not signed by any key of its log that is known here. Anybody could have written it.`,
    { path },
  );
}

function nameless({ note: { path } }: Checkpoint): VerificationFailed {
  return new VerificationFailed(
    'no-key',
    `${path}: the leaves name no key of the log, so its signature cannot be checked. Give the key with --key.`,
    { path },
  );
}

function invalidSigner(
  { size, note: { path } }: Checkpoint,
  signer: VerifierKey,
  named: readonly LogKey[],
  time: string | undefined,
): VerificationFailed {
  const label = keyLabel(signer);
  const entry = named.find(({ key }) => key.text === signer.text);
  if (entry === undefined) {
    return new VerificationFailed(
      'key-not-named',
      `${path} is signed by ${label}, which no leaf up to its size ${size} adds.`,
      { path },
    );
  }
  const last = `Its last leaf, at size ${size}, is of ${time ?? 'no time'}.`;
  return standing(entry, time) === 'ended'
    ? new VerificationFailed(
        'key-ended',
        `${path} is signed by ${label} alone, which ended at ${entry.until ?? ''}. ${last} Whoever signed it held a key that no longer counts.`,
        { path },
      )
    : new VerificationFailed(
        'key-not-yet-valid',
        `${path} is signed by ${label} alone, which begins only at ${entry.from}. ${last}`,
        { path },
      );
}

function untrusted({ note: { path } }: Checkpoint, signers: readonly VerifierKey[]): VerificationFailed {
  return new VerificationFailed(
    'untrusted-key',
    `${path} is signed by ${signers.map(keyLabel).join(', ')}, a key that the leaves add, and not by the key that you gave. ` +
      'Only a checkpoint that your key signed over a tree with that leaf vouches for it: give one with --since. ' +
      'Or give the new key with --key, from a source that you trust.',
    { path },
  );
}
