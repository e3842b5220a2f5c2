import { SubjectAlternativeNameExtension, type X509Certificate } from '@peculiar/x509';
import type { Signature as CoseSignature } from '@trustnxt/c2pa-ts/cose';
import { ValidationStatusCode } from '@trustnxt/c2pa-ts/manifest';
import type { OriginalSignature, SignatureKind } from '../app/ports/signed-originals.js';
import { pathDoubt } from './certificate-path.js';
import { provenTime } from './proven-time.js';
import type { TrustLists } from './trust-lists.js';

/** Characters of one name, and names of one kind. */
const LONGEST = 200;
const MOST_NAMES = 10;

export interface Surroundings {
  readonly trust: TrustLists;
  readonly now: Date;
}

/** What a signature (COSE_Sign1, RFC 9052) over these bytes is worth. Soundness is told by c2pa-ts; whom it may be believed to be of, by us alone. */
export async function weighSignature(
  kind: SignatureKind,
  signature: CoseSignature,
  payload: Uint8Array,
  { trust, now }: Surroundings,
): Promise<OriginalSignature> {
  const { certificate: own, chainCertificates: others } = signature;
  if (own === undefined) return { kind, ...NOBODY, signedAt: null, doubt: 'broken' };
  const said = new Set(
    (await signature.validate(payload)).statusEntries
      .filter(({ success }) => success === true)
      .map(({ code }) => code),
  );
  const holder = holderOf(own);
  if (!said.has(ValidationStatusCode.ClaimSignatureValidated)) {
    return { kind, ...holder, signedAt: null, doubt: 'broken' };
  }
  const signedAt = said.has(ValidationStatusCode.TimeStampTrusted)
    ? await provenTime(signature, trust.time)
    : undefined;
  const doubt = await pathDoubt({ own, others }, trust[kind], 'signing', signedAt ?? now);
  return { kind, ...holder, signedAt: signedAt?.toISOString() ?? null, doubt: doubt ?? null };
}

type Holder = Pick<OriginalSignature, 'name' | 'organisation' | 'domains' | 'emails'>;

export const NOBODY: Holder = { name: null, organisation: null, domains: [], emails: [] };

function holderOf(certificate: X509Certificate): Holder {
  const named = certificate.getExtension(SubjectAlternativeNameExtension)?.names.items ?? [];
  const ofType = (type: string): string[] =>
    named
      .filter((name) => name.type === type)
      .slice(0, MOST_NAMES)
      .map(({ value }) => plain(value));
  return {
    name: firstOf(certificate.subjectName.getField('CN')),
    organisation: firstOf(certificate.subjectName.getField('O')),
    domains: ofType('dns'),
    emails: ofType('email'),
  };
}

function firstOf(values: readonly string[]): string | null {
  return values[0] === undefined ? null : plain(values[0]);
}

/** Without what hides or turns around other characters, and without half ones. */
function plain(text: string): string {
  return text.slice(0, LONGEST).replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '');
}
