/**
 * The file with the private keys of a log, one a line, for nobody else to read. Every key in it signs: while one key takes
 * over from another, both are there.
 */
import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, stat, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { NoteSigner } from '../core/tlog/sign-note.js';
import { replaceDurably, syncFolder, writeDurably } from './durable-file.js';
import { SEED_LENGTH } from './node-ed25519.js';
import { formatPrivateKey, parsePrivateKey } from './private-key-text.js';

export class KeyFileUnusable extends Error {
  override readonly name = 'KeyFileUnusable';

  constructor(path: string, problem: string) {
    super(`The key file ${path} ${problem}`);
  }
}

const OTHERS_MAY = 0o077;

/** What a line of a key file is read as. */
type ReadLine<Signer> = (line: string) => Signer | undefined;

/** A private key, known only by what it signs. */
interface NamedSigner {
  readonly key: { readonly name: string };
}

/** Undefined when there is no file. Throws `KeyFileUnusable`. */
export function readKeyFile(path: string): Promise<NoteSigner[] | undefined> {
  return readKeys(path, parsePrivateKey);
}

/** As `readKeyFile`, for keys of any kind, all of one name. */
export async function readKeys<Signer extends NamedSigner>(
  path: string,
  read: ReadLine<Signer>,
): Promise<Signer[] | undefined> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  if (((await stat(path)).mode & OTHERS_MAY) !== 0) {
    throw new KeyFileUnusable(
      path,
      'can be read by others: take their rights away (chmod 600), and rotate the key.',
    );
  }
  const signers = linesOf(text).map(read);
  const known = signers.filter((signer) => signer !== undefined);
  if (known.length === 0 || known.length < signers.length) {
    throw new KeyFileUnusable(path, 'holds a line that is no private key: put back the copy you keep of it.');
  }
  if (new Set(known.map(({ key }) => key.name)).size > 1) {
    throw new KeyFileUnusable(path, 'holds keys of several names: leave those of one.');
  }
  return known;
}

/** The lines of a file that {@link readKeyFile} could read. */
export async function readKeyLines(path: string): Promise<string[]> {
  return linesOf(await readFile(path, 'utf8'));
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}

/** Makes the file with a new key, unless another process was quicker; answers what then stands in it. */
export function makeKeyFile(path: string, origin: string): Promise<NoteSigner[]> {
  return makeKeys(path, newPrivateKey(origin), parsePrivateKey);
}

/** As `makeKeyFile`, for a key of any kind. */
export async function makeKeys<Signer extends NamedSigner>(
  path: string,
  line: string,
  read: ReadLine<Signer>,
): Promise<Signer[]> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = draftOf(path);
  await writeDurably(draft, `${line}\n`);
  await linkOrDrop(draft, path);
  const signers = await readKeys(path, read);
  if (signers === undefined) throw new KeyFileUnusable(path, 'vanished as soon as it was made.');
  return signers;
}

/** Writes the file anew, whole or not at all. */
export async function replaceKeyFile(path: string, lines: readonly string[]): Promise<void> {
  await replaceDurably(path, draftOf(path), lines.map((line) => `${line}\n`).join(''));
}

/** No two writers share one, be they of one process or of several. */
function draftOf(path: string): string {
  return `${path}.${randomBytes(6).toString('hex')}.new`;
}

export function newPrivateKey(origin: string): string {
  return formatPrivateKey(origin, new Uint8Array(randomBytes(SEED_LENGTH)));
}

/** A file that is there already stays: `link`, unlike `rename`, never replaces one. */
async function linkOrDrop(draft: string, path: string): Promise<void> {
  try {
    await link(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await unlink(draft);
  }
  await syncFolder(dirname(path));
}
