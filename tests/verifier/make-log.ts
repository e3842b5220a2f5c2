/**
 * Makes logs as c2sp.org/tlog-tiles lays them out, from the definitions of RFC 6962 and of the C2SP documents and by Node's
 * own cryptography: nothing of `src` has a part in it.
 */
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export const ORIGIN = 'registry.example/log';

/** Files of a log, by their paths below its folder. */
export type LogFiles = Map<string, Buffer>;

/** An Ed25519 key that signs notes (type 1) or cosigns checkpoints (type 4). */
export interface MadeKey {
  readonly name: string;
  readonly vkey: string;
  /** Over any bytes, in base64. */
  endorse(text: string): string;
  /** A signature line of a note with this text. */
  line(text: string): string;
}

/** @param seed what tells keys of one name apart, 0 to 255; the same seed gives the same key */
export function makeKey(name: string, seed: number): MadeKey {
  return key(name, seed, 1, (text) => text);
}

/** @param time POSIX seconds, as the witness puts it under its cosignature */
export function makeWitness(name: string, seed: number, time = 1_795_000_000n): MadeKey {
  const stamp = Buffer.alloc(8);
  stamp.writeBigUInt64BE(time);
  return key(name, seed, 4, (text) => `cosignature/v1\ntime ${time}\n${text}`, stamp);
}

function key(
  name: string,
  seed: number,
  type: number,
  signed: (text: string) => string,
  stamp: Buffer = Buffer.alloc(0),
): MadeKey {
  const privateKey = createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, seed)]),
    format: 'der',
    type: 'pkcs8',
  });
  const raw = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32);
  const material = Buffer.concat([Buffer.of(type), raw]);
  const id = sha256(Buffer.from(`${name}\n`), material).subarray(0, 4);
  const signature = (text: string) => sign(null, Buffer.from(text), privateKey);
  return {
    name,
    vkey: `${name}+${id.toString('hex')}+${material.toString('base64')}`,
    endorse: (text) => signature(text).toString('base64'),
    line: (text) =>
      `\u2014 ${name} ${Buffer.concat([id, stamp, signature(signed(text))]).toString('base64')}\n`,
  };
}

/** The bytes of a leaf: JSON without spaces, names sorted. Good for what is written here, not for any JSON. */
export function leafOf(members: Readonly<Record<string, string | number | object>>): Buffer {
  const sorted = Object.entries(members).sort(([a], [b]) => (a < b ? -1 : 1));
  return Buffer.from(JSON.stringify(Object.fromEntries(sorted)));
}

/** A moment so many milliseconds after the first leaf. */
export function moment(after: number): string {
  return new Date(Date.UTC(2026, 10, 22, 19) + after).toISOString();
}

/** The leaf that adds a key; endorsed by the key itself, as any but the first leaf of a log must be. */
export function keyAddition(added: MadeKey, after: number, until?: string): Buffer {
  const from = moment(after);
  const end = until === undefined ? '' : `until ${until}\n`;
  const text = `assent key endorsement v1\norigin ${ORIGIN}\nrole log\nkey ${added.vkey}\nfrom ${from}\n${end}`;
  return leafOf({
    ...{ v: 1, kind: 'key', time: from, action: 'add', role: 'log', origin: ORIGIN, vkey: added.vkey, from },
    ...(until === undefined ? {} : { until }),
    endorsement: added.endorse(text),
  });
}

export function keyRetirement(retired: MadeKey, after: number, until = moment(after)): Buffer {
  const time = moment(after);
  return leafOf({
    v: 1,
    kind: 'key',
    time,
    action: 'retire',
    role: 'log',
    origin: ORIGIN,
    vkey: retired.vkey,
    until,
  });
}

/** A leaf like a statement, of about the length that they have. */
export function statement(after: number): Buffer {
  const digest = sha256(Buffer.from(String(after))).toString('hex');
  return leafOf({
    v: 1,
    kind: 'statement',
    time: moment(after),
    preference: 'deny',
    use: 'train-ai',
    digest,
  });
}

/** So many leaves: the first adds the key, the others are statements. */
export function leavesWith(first: MadeKey, size: number): Buffer[] {
  return Array.from({ length: size }, (_, index) => (index === 0 ? keyAddition(first, 0) : statement(index)));
}

/** The files of a log with these leaves. @param signers whose lines stand under its checkpoint, in that order */
export function makeLog(leaves: readonly Buffer[], signers: readonly MadeKey[]): LogFiles {
  const hashes = leaves.map((leaf) => sha256(Buffer.of(0), leaf));
  const files: LogFiles = new Map([['checkpoint', checkpoint(leaves, signers)]]);
  for (let level = 0, span = 1; span <= leaves.length; level += 1, span *= 256) {
    const row = Array.from({ length: Math.floor(leaves.length / span) }, (_, index) =>
      treeHash(hashes, index * span, (index + 1) * span),
    );
    for (const [path, tile] of inTiles(`tile/${level}`, row)) files.set(path, Buffer.concat(tile));
  }
  const framed = leaves.map((leaf) => Buffer.concat([Buffer.of(leaf.length >> 8, leaf.length & 255), leaf]));
  for (const [path, bundle] of inTiles('tile/entries', framed)) files.set(path, Buffer.concat(bundle));
  return files;
}

/** The signed checkpoint of a log with these leaves. */
export function checkpoint(leaves: readonly Buffer[], signers: readonly MadeKey[], origin = ORIGIN): Buffer {
  const root = rootOf(leaves).toString('base64');
  return signNote(`${origin}\n${leaves.length}\n${root}\n`, signers);
}

export function signNote(text: string, signers: readonly MadeKey[]): Buffer {
  return Buffer.from(`${text}\n${signers.map((signer) => signer.line(text)).join('')}`);
}

export function rootOf(leaves: readonly Buffer[]): Buffer {
  const hashes = leaves.map((leaf) => sha256(Buffer.of(0), leaf));
  return treeHash(hashes, 0, hashes.length);
}

/** A tlog-proof of one leaf. @param extra the line with the leaf's bytes, or none */
export function makeProof(
  leaves: readonly Buffer[],
  index: number,
  signers: readonly MadeKey[],
  extra: Buffer | undefined = leaves[index],
): Buffer {
  const hashes = leaves.map((leaf) => sha256(Buffer.of(0), leaf));
  const path = inclusionPath(hashes, index, 0, hashes.length);
  const lines = [
    'c2sp.org/tlog-proof@v1',
    ...(extra === undefined ? [] : [`extra ${extra.toString('base64')}`]),
    `index ${index}`,
    ...path.map((hash) => hash.toString('base64')),
  ];
  return Buffer.concat([Buffer.from(`${lines.join('\n')}\n\n`), checkpoint(leaves, signers)]);
}

export async function writeLog(files: LogFiles, folder: string): Promise<void> {
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
}

export function sha256(...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** MTH of RFC 6962 §2.1 over the leaf hashes from `start` to before `end`. */
function treeHash(hashes: readonly Buffer[], start: number, end: number): Buffer {
  if (end === start) return sha256();
  const only = hashes[start];
  if (end - start === 1 && only !== undefined) return only;
  const middle = start + splitOf(end - start);
  return sha256(Buffer.of(1), treeHash(hashes, start, middle), treeHash(hashes, middle, end));
}

/** PATH of RFC 6962 §2.1.1, the leaf's sibling first. */
function inclusionPath(hashes: readonly Buffer[], index: number, start: number, end: number): Buffer[] {
  if (end - start <= 1) return [];
  const middle = start + splitOf(end - start);
  return index < middle
    ? [...inclusionPath(hashes, index, start, middle), treeHash(hashes, middle, end)]
    : [...inclusionPath(hashes, index, middle, end), treeHash(hashes, start, middle)];
}

/** The largest power of two smaller than `count`. */
function splitOf(count: number): number {
  let split = 1;
  while (split * 2 < count) split *= 2;
  return split;
}

/** Runs of 256 with their paths; the last may be shorter and says how long it is. */
function* inTiles(folder: string, items: readonly Buffer[]): Generator<[string, readonly Buffer[]]> {
  for (let start = 0; start < items.length; start += 256) {
    const run = items.slice(start, start + 256);
    yield [`${folder}/${numbered(start / 256)}${run.length < 256 ? `.p/${run.length}` : ''}`, run];
  }
}

function numbered(index: number): string {
  const rest = String(index % 1_000).padStart(3, '0');
  return index < 1_000 ? rest : `${numbered(Math.floor(index / 1_000)).replace(/(\d{3})$/, 'x$1')}/${rest}`;
}
