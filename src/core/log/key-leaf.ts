/**
 * The leaves by which a log publishes the keys that sign for it. The first leaf of a log adds its own key; a later key is
 * vouched for by the checkpoint that its leaf stands under, and proves by an endorsement that it exists.
 */
import { FieldError, FieldReader } from '../json/field-reader.js';
import { ED25519_SIGNATURE, ORIGIN, SHA256_HEX, VKEY } from './leaf-forms.js';
import { LEAF_VERSION, type LeafHeader, readLeafHeader } from './leaf-header.js';

/** What a key signs: checkpoints of the log, snapshot manifests, or snapshots of signals seen on sites. */
export const KEY_ROLES = ['log', 'snapshot', 'signals'] as const;

export type KeyRole = (typeof KEY_ROLES)[number];

interface KeyParts extends LeafHeader<'key'> {
  readonly role: KeyRole;
  /** The first line of the log's checkpoints. */
  readonly origin: string;
  /** C2SP verifier key, Ed25519; its name is the origin, or lies below it for a key that signs no checkpoints. */
  readonly vkey: string;
}

/**
 * The last checkpoint that is known of a log which cannot go on, and how much of it follows: its first `held` leaves stand
 * after this one, byte for byte and in their order. Where they are fewer than its size, the others are lost.
 */
export interface LogContinuation {
  readonly origin: string;
  /** Number of leaves. */
  readonly size: number;
  /** Root hash, hexadecimal. */
  readonly root: string;
  readonly held: number;
}

export interface KeyAddition extends KeyParts {
  readonly action: 'add';
  /** From this moment on the key may sign. */
  readonly from: string;
  /** From this moment on it may not; later than `from`. */
  readonly until?: string;
  /** By the key itself, over `keyEndorsementText`; only the first leaf of a log goes without. */
  readonly endorsement?: string;
  /** Only in the first leaf of a log. */
  readonly continues?: LogContinuation;
}

export interface KeyRetirement extends KeyParts {
  readonly action: 'retire';
  /** From this moment on its signatures count no more, also when an earlier leaf allowed them longer. */
  readonly until: string;
}

export type KeyLeaf = KeyAddition | KeyRetirement;

export type KeyDraft = Omit<KeyAddition, 'v' | 'kind'> | Omit<KeyRetirement, 'v' | 'kind'>;

/** Completes a draft. Throws `FieldError` naming the member at fault. */
export function buildKeyLeaf(draft: KeyDraft): KeyLeaf {
  return FieldReader.object({ ...draft, v: LEAF_VERSION, kind: 'key' }, '', readKeyLeaf);
}

/** Reads the members of a key leaf; key ID and endorsement are for who uses the key to check. Throws `FieldError`. */
export function readKeyLeaf(fields: FieldReader): KeyLeaf {
  const header = readLeafHeader(fields, ['key']);
  const action = fields.choice('action', ['add', 'retire']);
  const role = fields.choice('role', KEY_ROLES);
  const origin = fields.text('origin', ORIGIN);
  const parts = { ...header, role, origin, vkey: readVkey(fields, role, origin) };
  if (action === 'retire') {
    return { ...parts, action, until: fields.instant('until') };
  }
  return {
    ...parts,
    action,
    ...readTerm(fields),
    ...(fields.has('endorsement') ? { endorsement: fields.text('endorsement', ED25519_SIGNATURE) } : {}),
    ...(fields.has('continues') ? { continues: readContinuation(fields, role, origin) } : {}),
  };
}

function readVkey(fields: FieldReader, role: KeyRole, origin: string): string {
  const vkey = fields.text('vkey', VKEY);
  const name = vkey.slice(0, vkey.indexOf('+'));
  if (name !== origin && (role === 'log' || !name.startsWith(`${origin}/`))) {
    const message =
      role === 'log'
        ? 'A key that signs checkpoints bears the origin of its log as name.'
        : 'The name of a key must be the origin of its log, or begin with it and a slash.';
    throw new FieldError('wrong-value', fields.at('vkey'), message);
  }
  return vkey;
}

function readTerm(fields: FieldReader): Pick<KeyAddition, 'from' | 'until'> {
  const from = fields.instant('from');
  if (!fields.has('until')) {
    return { from };
  }
  const until = fields.instant('until');
  if (until <= from) {
    const message = 'A key must end after it begins: give a later moment, or leave it out.';
    throw new FieldError('wrong-value', fields.at('until'), message);
  }
  return { from, until };
}

function readContinuation(fields: FieldReader, role: KeyRole, origin: string): LogContinuation {
  if (role !== 'log') {
    const message = 'Only the key of a log continues another log: leave it out.';
    throw new FieldError('wrong-value', fields.at('continues'), message);
  }
  return FieldReader.object(fields.value('continues'), fields.at('continues'), (members) => {
    const continued = {
      origin: members.text('origin', ORIGIN),
      size: members.count('size'),
      root: members.text('root', SHA256_HEX),
      held: members.whole('held', 0, Number.MAX_SAFE_INTEGER),
    };
    if (continued.origin === origin) {
      const message =
        'A log that begins after a loss needs an origin of its own: no log may have two histories.';
      throw new FieldError('wrong-value', members.at('origin'), message);
    }
    return continued;
  });
}
