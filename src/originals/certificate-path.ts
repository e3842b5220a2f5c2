/**
 * Whether a certificate leads to one on a list (RFC 5280, section 6.1, for a single moment and without policies). Whether one was revoked is
 * asked of nobody: no request goes out for what a stranger gave.
 */
import { X509Certificate } from '@peculiar/x509';
import type { SignatureDoubt } from '../app/ports/signed-originals.js';
import { isFitAuthority, isFitFor, type Purpose } from './certificate-fitness.js';

/** Authorities between a signer and the list. */
const MOST_BETWEEN = 4;
/** More of them in one signature are not looked at. */
const MOST_OTHERS = 10;

export interface CertificateChain {
  readonly own: X509Certificate;
  /** Those that came with it, in any order. */
  readonly others: readonly X509Certificate[];
}

/** Undefined where the certificate is fit, was valid at that time, and leads to the list; otherwise why not. */
export async function pathDoubt(
  { own, others }: CertificateChain,
  list: readonly Uint8Array[],
  purpose: Purpose,
  at: Date,
): Promise<Extract<SignatureDoubt, 'unfit' | 'out-of-date' | 'unlisted'> | undefined> {
  if (!isFitFor(own, purpose)) return 'unfit';
  if (!isValidAt(own, at)) return 'out-of-date';
  const anchors = list.map((der) => new X509Certificate(new Uint8Array(der)));
  const left = new Set(others.slice(0, MOST_OTHERS));
  const leadsToList = async (certificate: X509Certificate, below: number): Promise<boolean> => {
    const mayMake = (issuer: X509Certificate): boolean =>
      isFitAuthority(issuer, purpose, below) && isValidAt(issuer, at);
    for (const anchor of anchors) {
      if (mayMake(anchor) && (await hasMade(anchor, certificate))) return true;
    }
    if (below >= MOST_BETWEEN) return false;
    for (const other of left) {
      if (!mayMake(other) || !(await hasMade(other, certificate))) continue;
      // Each is tried once, so that certificates which made each other do not take time without end.
      left.delete(other);
      if (await leadsToList(other, below + 1)) return true;
    }
    return false;
  };
  return (await leadsToList(own, 0)) ? undefined : 'unlisted';
}

function isValidAt({ notBefore, notAfter }: X509Certificate, at: Date): boolean {
  return notBefore <= at && at <= notAfter;
}

async function hasMade(issuer: X509Certificate, made: X509Certificate): Promise<boolean> {
  if (!nameBytes(issuer.subjectName).equals(nameBytes(made.issuerName))) return false;
  try {
    return await made.verify({ publicKey: issuer, signatureOnly: true });
  } catch {
    return false;
  }
}

function nameBytes(name: X509Certificate['subjectName']): Buffer {
  return Buffer.from(name.toArrayBuffer());
}
