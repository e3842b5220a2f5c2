/**
 * The keys of a log as its own leaves tell them (schema/leaf.v1.json, kind `key`): which were added and until when they may
 * sign. A leaf says so for every tree that holds it, and for no smaller one.
 */
import { decodeBase64 } from './base64.js';
import { type CheckedLeaf, isMoment } from './check-leaf.js';
import { shown } from './shown.js';
import { VerificationFailed } from './verification-failed.js';
import { InvalidKey, isSignedBy, KEY_TYPES, parseVerifierKey, type VerifierKey } from './verifier-key.js';

/** A key that signs checkpoints, as it stands in a tree of some size. */
export interface LogKey {
  readonly key: VerifierKey;
  /** Index of the first leaf that adds it. */
  readonly addedBy: number;
  /** From this moment on it may sign. */
  readonly from: string;
  /** From this moment on it may not. */
  readonly until: string | undefined;
}

interface KeyEvent extends LogKey {
  readonly action: 'add' | 'retire';
}

export class LogKeys {
  readonly #origin: string;
  readonly #events: KeyEvent[] = [];

  /** @param origin of the checkpoint: no leaf may name keys of another log */
  constructor(origin: string) {
    this.#origin = origin;
  }

  /** Takes the next leaf of kind `key`. Throws VerificationFailed `bad-key-leaf`. */
  add(leaf: CheckedLeaf, path: string): void {
    const refuse = (what: string) =>
      new VerificationFailed('bad-key-leaf', `${path}: leaf ${leaf.index} names a key, but ${what}`, {
        path,
        index: leaf.index,
      });
    const { action, role, origin, vkey, from, until, endorsement } = leaf.members;
    if (typeof role !== 'string' || role.includes('\n')) throw refuse('does not say for what.');
    if (origin !== this.#origin) throw refuse('for another log than the one that the checkpoint is of.');
    if (action !== 'add' && action !== 'retire') throw refuse('neither adds nor retires it.');
    if (until !== undefined && !isMoment(until)) throw refuse('does not say properly until when.');
    if (action === 'add' ? !isMoment(from) : until === undefined)
      throw refuse('does not say from or until when.');
    const key = readKey(vkey);
    if (typeof key === 'string') throw refuse(`not in the form of one. ${key}`);
    if (role === 'log' && key.name !== this.#origin) throw refuse('its name is not that of the log.');
    if (leaf.index > 0 && leaf.members['continues'] !== undefined) {
      throw refuse('continues another log, which only the first leaf can.');
    }
    if (action === 'add' && (leaf.index > 0 || endorsement !== undefined) && !isEndorsed(leaf, key)) {
      throw refuse('the key has not signed that it is to be added.');
    }
    if (role !== 'log') return;
    this.#events.push({ key, action, addedBy: leaf.index, from: isMoment(from) ? from : '', until });
  }

  /** Those that the first `size` leaves have added, ended ones among them, in the order in which they came. */
  at(size: number): LogKey[] {
    const events = this.#events.filter(({ addedBy }) => addedBy < size);
    const added = events.filter(({ action, key }, at) => {
      const isFirst =
        events.findIndex((other) => other.action === 'add' && other.key.text === key.text) === at;
      return action === 'add' && isFirst;
    });
    return added.map(({ key, addedBy, from }) => {
      const ends = events.filter((event) => event.key.text === key.text).map(({ until }) => until);
      return { key, addedBy, from, until: ends.reduce(earlier) };
    });
  }
}

/** An end stays an end: a leaf that comes later may set it earlier, and none can take it back. */
function earlier(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? a : b;
}

function readKey(vkey: unknown): VerifierKey | string {
  if (typeof vkey !== 'string') return 'It is not text.';
  try {
    const key = parseVerifierKey(vkey);
    return key.type === KEY_TYPES.log ? key : 'Only Ed25519 keys (type 01) are known.';
  } catch (error) {
    if (error instanceof InvalidKey) return error.message;
    throw error;
  }
}

/** Whether the new key itself signed what the leaf says of it, so that nobody can add a key that somebody else holds. */
function isEndorsed({ members }: CheckedLeaf, key: VerifierKey): boolean {
  const { endorsement, ...told } = members;
  const signature = typeof endorsement === 'string' ? decodeBase64(endorsement) : undefined;
  const lines = (['origin', 'role', 'from', 'until'] as const).flatMap((name) => {
    const value = told[name];
    return typeof value === 'string' ? [`${name} ${value}`] : [];
  });
  // The key stands between role and beginning.
  lines.splice(2, 0, `key ${key.text}`);
  const message = ['assent key endorsement v1', ...lines, ''].join('\n');
  return signature !== undefined && isSignedBy(key, Buffer.from(message), signature);
}

/** A key for people to compare, without its last and longest part. */
export function keyLabel({ name, id }: Pick<VerifierKey, 'name' | 'id'>): string {
  return `${shown(name)}+${id}`;
}
