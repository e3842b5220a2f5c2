import { X509Certificate } from '@peculiar/x509';
import { Certificate, IssuerAndSerialNumber, SignedData, TSTInfo } from 'pkijs';
import { type Signature as CoseSignature } from '@trustnxt/c2pa-ts/cose';
import { pathDoubt } from './certificate-path.js';

/**
 * When a time stamp says that something was signed (RFC 3161), of one that was found sound already: whose certificate leads to the list.
 * Undefined where nobody on the list says so.
 */
export async function provenTime(
  { timestampTokens }: CoseSignature,
  list: readonly Uint8Array[],
): Promise<Date | undefined> {
  const [token] = timestampTokens;
  const content: unknown = token?.response.timeStampToken?.content;
  if (content === undefined || timestampTokens.length > 1) return undefined;
  const signed = new SignedData({ schema: content });
  const written = signed.encapContentInfo.eContent?.getValue();
  const [signer] = signed.signerInfos;
  const certificates = (signed.certificates ?? []).filter((each) => each instanceof Certificate);
  const sid: unknown = signer?.sid;
  if (written === undefined || !(sid instanceof IssuerAndSerialNumber)) return undefined;
  // The very one that c2pa-ts checked the stamp by.
  const own = certificates.find(
    ({ issuer, serialNumber }) => issuer.isEqual(sid.issuer) && serialNumber.isEqual(sid.serialNumber),
  );
  if (own === undefined) return undefined;
  const { genTime } = TSTInfo.fromBER(written);
  const chain = {
    own: certificateOf(own),
    others: certificates.filter((each) => each !== own).map(certificateOf),
  };
  return (await pathDoubt(chain, list, 'time-stamping', genTime)) === undefined ? genTime : undefined;
}

function certificateOf(certificate: Certificate): X509Certificate {
  return new X509Certificate(certificate.toSchema().toBER());
}
