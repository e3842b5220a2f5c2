import { randomBytes } from 'node:crypto';
import type { LogKeyring } from '../app/ports/log-key.js';
import { ORIGIN } from '../core/log/leaf-forms.js';
import { type NoteSigner, signNote } from '../core/tlog/sign-note.js';
import { formatSignedNote } from '../core/tlog/signed-note.js';
import { formatVerifierKey } from '../core/tlog/verifier-key.js';
import {
  KeyFileUnusable,
  makeKeyFile,
  newPrivateKey,
  readKeyFile,
  readKeyLines,
  replaceKeyFile,
} from './key-file.js';
import { parsePrivateKey } from './private-key-text.js';

export interface KeyringLocation {
  readonly keyFile: string;
  /** What the log must be called; undefined: as it is. */
  readonly origin: string | undefined;
  /** Where people reach the registry, if that was set: a log that begins is called after it. */
  readonly publicUrl: string | undefined;
  /** Whether the log holds leaves already, and is therefore signed by a key that must not be replaced. */
  readonly hasBegun: boolean;
}

/**
 * The keys of a log, from its key file. For a log that has not begun the file is made.
 * @throws KeyFileUnusable when the file cannot be read as it is, is missing, or is of another log
 */
export async function openLogKeyring(location: KeyringLocation): Promise<LogKeyring> {
  const { keyFile, origin } = location;
  const signers = (await readKeyFile(keyFile)) ?? (await firstKey(location));
  const keyring = keyringOf(signers, keyFile);
  if (origin !== undefined && keyring.origin !== origin) {
    throw new KeyFileUnusable(
      keyFile,
      `is of the log ${keyring.origin}. A log keeps its name: unset ASSENT_LOG_ORIGIN, or set it to that.`,
    );
  }
  return keyring;
}

/** For a log whose key file is missing: a key that no leaf of it names, so that nothing is signed. */
export function powerlessKeyring(origin: string): LogKeyring {
  const signer = parsePrivateKey(newPrivateKey(origin));
  if (signer === undefined) throw new Error('A key that was just made cannot be read.');
  return keyringOf([signer], undefined);
}

/** @param keyFile where keys are added and dropped; undefined: only in memory */
export function keyringOf(signers: readonly NoteSigner[], keyFile: string | undefined): LogKeyring {
  const byKey = new Map(signers.map((signer) => [formatVerifierKey(signer.key), signer]));
  const origin = signers[0]?.key.name;
  if (origin === undefined) throw new RangeError('A log is signed by at least one key.');
  const signerOf = (key: string): NoteSigner => {
    const signer = byKey.get(key);
    if (signer === undefined) throw new RangeError(`The key ${key} is not held.`);
    return signer;
  };
  return {
    origin,
    held: () => [...byKey.keys()],
    sign(text, keys) {
      const chosen = keys.filter((key) => byKey.has(key)).map(signerOf);
      const signatures = chosen.map((signer) => signNote(text, signer));
      return new TextDecoder().decode(formatSignedNote({ text, signatures }));
    },
    endorse: (key, text) => signerOf(key).sign(new TextEncoder().encode(text)),
    async make() {
      const line = newPrivateKey(origin);
      const signer = parsePrivateKey(line);
      if (signer === undefined) throw new Error('A key that was just made cannot be read.');
      if (keyFile !== undefined) await replaceKeyFile(keyFile, [...(await readKeyLines(keyFile)), line]);
      const key = formatVerifierKey(signer.key);
      byKey.set(key, signer);
      return key;
    },
    async drop(key) {
      if (byKey.size === 1) throw new RangeError('The last key of a log is not dropped.');
      signerOf(key);
      if (keyFile !== undefined) {
        const lines = await readKeyLines(keyFile);
        await replaceKeyFile(
          keyFile,
          lines.filter((line) => verifierKeyOf(line) !== key),
        );
      }
      byKey.delete(key);
    },
  };
}

function verifierKeyOf(line: string): string | undefined {
  const signer = parsePrivateKey(line);
  return signer && formatVerifierKey(signer.key);
}

async function firstKey({ keyFile, origin, publicUrl, hasBegun }: KeyringLocation): Promise<NoteSigner[]> {
  if (hasBegun) {
    throw new KeyFileUnusable(
      keyFile,
      'is missing, and the log has begun. Put back the copy you keep of it, or name it in ASSENT_LOG_KEY_FILE. ' +
        'Where there is none, docs/operations.md says how a log of another name goes on.',
    );
  }
  return makeKeyFile(keyFile, origin ?? originAt(publicUrl) ?? unusedOrigin());
}

/** Undefined for an address that no log can be called after, such as one in numbers of IPv6. */
function originAt(publicUrl: string | undefined): string | undefined {
  if (publicUrl === undefined) return undefined;
  const origin = `${new URL(publicUrl).host}/log`;
  return ORIGIN.pattern.test(origin) ? origin : undefined;
}

/** Two logs of one name would look like one log with two histories. */
function unusedOrigin(): string {
  return `localhost/log/${randomBytes(8).toString('hex')}`;
}
