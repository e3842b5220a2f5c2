/**
 * What a certificate must be for a signature of one purpose, or for making other certificates: the certificate profile of C2PA 2.2, section
 * 14.5.1, and RFC 5280, 4.2 and 6.1. What is not known to be right is wrong.
 */
import {
  BasicConstraintsExtension,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  type X509Certificate,
} from '@peculiar/x509';

export type Purpose = 'signing' | 'time-stamping';

const ANY_USAGE = '2.5.29.37.0';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
/** Mail protection, documents, and claims of C2PA. */
const SIGNING = ['1.3.6.1.5.5.7.3.4', '1.3.6.1.5.5.7.3.36', '1.3.6.1.4.1.62558.2.1'];

/** Critical or not; whatever else is critical is not understood here. Policies and other names are read by nobody, and bind nobody here. */
const KNOWN_EXTENSIONS = ['2.5.29.15', '2.5.29.17', '2.5.29.19', '2.5.29.32', '2.5.29.37'];
/** Which names an authority may give: not weighed here, so whoever is bound by one cannot be told to keep to it. */
const NAME_CONSTRAINTS = '2.5.29.30';

export function isFitFor(certificate: X509Certificate, purpose: Purpose): boolean {
  const usages = certificate.getExtension(KeyUsagesExtension);
  return (
    isSound(certificate) &&
    certificate.getExtension(BasicConstraintsExtension)?.ca !== true &&
    usages?.critical === true &&
    (usages.usages & KeyUsageFlags.digitalSignature) !== 0 &&
    (usages.usages & KeyUsageFlags.keyCertSign) === 0 &&
    isMeantFor(certificate, purpose)
  );
}

/** @param below how many authorities are between this one and the signer */
export function isFitAuthority(certificate: X509Certificate, purpose: Purpose, below: number): boolean {
  const constraints = certificate.getExtension(BasicConstraintsExtension);
  const usages = certificate.getExtension(KeyUsagesExtension);
  const meant = certificate.getExtension(ExtendedKeyUsageExtension)?.usages;
  return (
    isSound(certificate) &&
    constraints?.ca === true &&
    below <= (constraints.pathLength ?? Infinity) &&
    usages !== null &&
    (usages.usages & KeyUsageFlags.keyCertSign) !== 0 &&
    (meant === undefined ||
      meant.some((usage) => usage === ANY_USAGE || wanted(purpose).includes(String(usage))))
  );
}

function isMeantFor(certificate: X509Certificate, purpose: Purpose): boolean {
  const meant = certificate.getExtension(ExtendedKeyUsageExtension)?.usages.map(String);
  if (meant === undefined || meant.includes(ANY_USAGE)) return false;
  // Whoever stamps times does nothing else with that key.
  if (purpose === 'time-stamping') return meant.length === 1 && meant[0] === TIME_STAMPING;
  return !meant.includes(TIME_STAMPING) && meant.some((usage) => SIGNING.includes(usage));
}

function wanted(purpose: Purpose): readonly string[] {
  return purpose === 'signing' ? SIGNING : [TIME_STAMPING];
}

function isSound(certificate: X509Certificate): boolean {
  const { extensions } = certificate;
  return (
    extensions.every(({ type, critical }) => !critical || KNOWN_EXTENSIONS.includes(type)) &&
    extensions.every(({ type }) => type !== NAME_CONSTRAINTS) &&
    new Set(extensions.map(({ type }) => type)).size === extensions.length &&
    isStrong(certificate)
  );
}

function isStrong({ signatureAlgorithm, publicKey }: X509Certificate): boolean {
  const { name, hash } = signatureAlgorithm as {
    readonly name: string;
    readonly hash?: { readonly name: string };
  };
  const key = publicKey.algorithm as {
    readonly name: string;
    readonly namedCurve?: string;
    readonly modulusLength?: number;
  };
  const isSoundlySigned = name === 'Ed25519' || ['SHA-256', 'SHA-384', 'SHA-512'].includes(hash?.name ?? '');
  if (key.name.startsWith('RSA')) return isSoundlySigned && (key.modulusLength ?? 0) >= 2048;
  if (key.name === 'ECDSA') {
    return isSoundlySigned && ['P-256', 'P-384', 'P-521'].includes(key.namedCurve ?? '');
  }
  return isSoundlySigned && key.name === 'Ed25519';
}
