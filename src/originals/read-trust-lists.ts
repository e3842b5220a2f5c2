import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NO_TRUST, type TrustLists } from './trust-lists.js';

/** The folder with the lists cannot be used as it is. */
export class TrustListsUnusable extends Error {
  override readonly name = 'TrustListsUnusable';
}

const FILES: readonly (readonly [keyof TrustLists, string])[] = [
  ['c2pa', 'c2pa.pem'],
  ['cawg', 'cawg.pem'],
  ['time', 'time.pem'],
];

const PEM = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g;

/** Reads `c2pa.pem`, `cawg.pem` and `time.pem` of a folder, of which one at least is there. Throws TrustListsUnusable. */
export function readTrustLists(folder: string): TrustLists {
  const there = FILES.filter(([, name]) => existsSync(join(folder, name)));
  if (there.length === 0) {
    throw new TrustListsUnusable(
      `${folder} holds no list of trusted certificates. Put c2pa.pem, cawg.pem or time.pem there, or take away ASSENT_SIGNATURE_TRUST.`,
    );
  }
  return {
    ...NO_TRUST,
    ...Object.fromEntries(there.map(([list, name]) => [list, readList(join(folder, name))])),
  };
}

function readList(path: string): Uint8Array[] {
  const blocks = readFileSync(path, 'utf8').match(PEM) ?? [];
  if (blocks.length === 0) throw new TrustListsUnusable(`${path} holds no certificate in PEM.`);
  return blocks.map((block, at) => {
    const certificate = certificateOf(block);
    if (certificate === undefined) {
      throw new TrustListsUnusable(`${path}: certificate ${at + 1} cannot be read.`);
    }
    if (!certificate.ca) {
      throw new TrustListsUnusable(
        `${path}: certificate ${at + 1} (${certificate.subject.replaceAll('\n', ', ')}) is not of an authority. List who made it.`,
      );
    }
    return new Uint8Array(certificate.raw);
  });
}

function certificateOf(block: string): X509Certificate | undefined {
  try {
    return new X509Certificate(block);
  } catch {
    return undefined;
  }
}
