import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';
import { JPEG, PNG } from '@trustnxt/c2pa-ts/asset';
import { CoseAlgorithmIdentifier, LocalSigner, Signature as CoseSignature } from '@trustnxt/c2pa-ts/cose';
import { CBORBox, type IBox } from '@trustnxt/c2pa-ts/jumbf';
import { Assertion, DataHashAssertion, type Manifest, ManifestStore } from '@trustnxt/c2pa-ts/manifest';
import { LocalTimestampProvider } from '@trustnxt/c2pa-ts/rfc3161';
import sharp from 'sharp';

const KEYS = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const CBOR_ASSERTION = new Uint8Array(Buffer.from('63626f7200110010800000aa00389b71', 'hex'));

export const MAIL_PROTECTION = '1.3.6.1.5.5.7.3.4';
export const SERVER_SIGN_IN = '1.3.6.1.5.5.7.3.1';
export const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';

/** Somebody with a certificate and its key, and whoever made it. */
export interface Holder {
  readonly certificate: x509.X509Certificate;
  readonly keys: webcrypto.CryptoKeyPair;
  readonly maker?: Holder | undefined;
}

interface CertificateWish {
  readonly name: string;
  readonly from?: Date;
  readonly until?: Date;
  readonly extensions?: readonly x509.Extension[];
}

const DAY_MS = 86_400_000;
/** Whatever day it is, and whatever day a scenario takes it to be. */
const [EARLY, LATE] = [new Date('2020-01-01'), new Date('2100-01-01')];

export const daysFromNow = (days: number): Date => new Date(Date.now() + days * DAY_MS);

async function certify(
  { name, from = EARLY, until = LATE, extensions = [] }: CertificateWish,
  maker: Holder | undefined,
): Promise<Holder> {
  const keys = await webcrypto.subtle.generateKey(KEYS, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.create({
    subject: name,
    issuer: maker?.certificate.subject ?? name,
    serialNumber: Buffer.from(webcrypto.getRandomValues(new Uint8Array(8))).toString('hex'),
    notBefore: from,
    notAfter: until,
    signingAlgorithm: { ...KEYS, hash: 'SHA-256' },
    publicKey: keys.publicKey,
    signingKey: (maker?.keys ?? keys).privateKey,
    extensions: [
      ...extensions,
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create((maker?.keys ?? keys).publicKey),
    ],
  });
  return { certificate, keys, maker };
}

/** Whoever makes certificates for others. */
export function authority(
  name: string,
  maker?: Holder,
  { pathLength, more = [] }: { readonly pathLength?: number; readonly more?: readonly x509.Extension[] } = {},
): Promise<Holder> {
  const extensions = [
    new x509.BasicConstraintsExtension(true, pathLength, true),
    new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
    ...more,
  ];
  return certify({ name, extensions }, maker);
}

/** Whoever signs works. */
export function signer(
  maker: Holder,
  wish: Partial<CertificateWish> & {
    readonly usage?: string;
    readonly names?: ConstructorParameters<typeof x509.SubjectAlternativeNameExtension>[0];
  } = {},
): Promise<Holder> {
  const { usage = MAIL_PROTECTION, names, extensions = [], ...rest } = wish;
  return certify(
    {
      name: 'CN=Signing key one, O=Demo studio',
      ...rest,
      extensions: [
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
        new x509.ExtendedKeyUsageExtension([usage], usage === TIME_STAMPING),
        ...(names === undefined ? [] : [new x509.SubjectAlternativeNameExtension(names)]),
        ...extensions,
      ],
    },
    maker,
  );
}

export function der({ certificate }: Holder): Uint8Array {
  return new Uint8Array(certificate.rawData);
}

/** Those between a signer and the end of the chain, which itself is left out. */
function between({ maker }: Holder): x509.X509Certificate[] {
  return maker?.maker === undefined ? [] : [maker.certificate, ...between(maker)];
}

async function privateKey({ keys }: Holder): Promise<Uint8Array> {
  return new Uint8Array(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey));
}

/** An assertion of any label whose content is made only once what it refers to is there. */
class MadeAssertion extends Assertion {
  content: unknown;

  constructor(
    public override label: string,
    content: unknown,
  ) {
    super();
    this.uuid = CBOR_ASSERTION;
    this.content = content;
  }

  readContentFromJUMBF(): void {
    throw new Error('This assertion is only written.');
  }

  generateJUMBFBoxForContent(): CBORBox {
    const box = new CBORBox();
    box.content = this.content;
    return box;
  }
}

export interface SigningWish {
  readonly format?: 'jpeg' | 'png';
  readonly signer: Holder;
  /** What comes with the signature, if not all that there is. */
  readonly chain?: readonly x509.X509Certificate[];
  readonly stampedBy?: Holder;
  /** Assertions by label, written as CBOR. */
  readonly says?: Readonly<Record<string, unknown>>;
  /** Who puts an identity of CAWG in. */
  readonly identity?: Holder;
  /** What an identity is said to be signed by. */
  readonly identityType?: string;
  /** Whether the hash leaves out twenty bytes of the picture beside the manifest. */
  readonly leavesOut?: boolean;
}

export async function picture(format: 'jpeg' | 'png' = 'jpeg', edge = 64): Promise<Uint8Array> {
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
  const made = sharp({ create: { width: edge, height: edge, channels: 3, background: '#888', noise } });
  return new Uint8Array(await made.toFormat(format).toBuffer());
}

/** A picture with a manifest of C2PA, signed as is wished. */
export async function signedPicture(wish: SigningWish): Promise<Uint8Array> {
  const bytes = await picture(wish.format);
  const asset = wish.format === 'png' ? new PNG(bytes) : new JPEG(bytes);
  const by = new LocalSigner(
    await privateKey(wish.signer),
    CoseAlgorithmIdentifier.ES256,
    wish.signer.certificate,
    [...(wish.chain ?? between(wish.signer))],
  );
  const store = new ManifestStore();
  const manifest = store.createManifest({
    assetFormat: asset.mimeType,
    instanceID: 'xmp:iid:one',
    defaultHashAlgorithm: 'SHA-256',
    signer: by,
  });
  const hash = DataHashAssertion.create('SHA-512');
  manifest.addAssertion(hash);
  for (const [label, content] of Object.entries(wish.says ?? {})) {
    manifest.addAssertion(new MadeAssertion(label, content));
  }
  const identity = wish.identity && new MadeAssertion('cawg.identity', { pad: new Uint8Array(6_000) });
  if (identity !== undefined) manifest.addAssertion(identity);
  await asset.ensureManifestSpace(manifest.parentStore.measureSize());
  await hash.updateWithAsset(asset);
  if (wish.leavesOut === true) await leaveOut(hash, asset);
  if (identity !== undefined && wish.identity !== undefined) {
    await identify(manifest, identity, wish.identity, hash, wish.identityType);
  }
  const stamp =
    wish.stampedBy &&
    new LocalTimestampProvider(
      wish.stampedBy.certificate,
      await privateKey(wish.stampedBy),
      between(wish.stampedBy),
    );
  await manifest.sign(by, stamp);
  await asset.writeManifestJUMBF(store.getBytes());
  return new Uint8Array(await asset.getDataRange());
}

async function leaveOut(hash: DataHashAssertion, asset: JPEG | PNG): Promise<void> {
  const measure = (): number => sizeOf(hash.generateJUMBFBoxForContent());
  const [end, before] = [asset.getDataLength(), measure()];
  hash.exclusions.push({ start: end - 40, length: 20 });
  const [manifest, more] = hash.exclusions;
  if (manifest === undefined || more === undefined) throw new Error('Nothing is left out.');
  const parts = [
    await asset.getDataRange(0, manifest.start),
    await asset.getDataRange(manifest.start + manifest.length, more.start - manifest.start - manifest.length),
    await asset.getDataRange(more.start + more.length),
  ];
  hash.hash = new Uint8Array(await webcrypto.subtle.digest('SHA-512', Buffer.concat(parts)));
  hash.paddingLength -= measure() - before;
}

/** The identity fills the room that was held for it, to the byte: the manifest is as long as it was measured. */
async function identify(
  manifest: Manifest,
  identity: MadeAssertion,
  holder: Holder,
  hash: DataHashAssertion,
  type = 'cawg.x509.cose',
): Promise<void> {
  const bound = manifest.claim && hash.getBytes(manifest.claim, true);
  if (bound === undefined) throw new Error('Nothing is bound.');
  const digest = new Uint8Array(await webcrypto.subtle.digest('SHA-256', new Uint8Array(bound)));
  const payload = {
    referenced_assertions: [{ url: 'self#jumbf=c2pa.assertions/c2pa.hash.data', hash: digest }],
    sig_type: type,
  };
  const by = new LocalSigner(
    await privateKey(holder),
    CoseAlgorithmIdentifier.ES256,
    holder.certificate,
    between(holder),
  );
  const cose = CoseSignature.readFromJUMBFData([
    CBORBox.encoder.encode({
      '1': CoseAlgorithmIdentifier.ES256,
      '33': [by.certificate, ...by.chainCertificates].map((each) => new Uint8Array(each.rawData)),
    }),
    {},
    null,
    new Uint8Array(),
  ]);
  await cose.sign(by, CBORBox.encoder.encode(payload));
  const content = { signer_payload: payload, signature: CBORBox.encoder.encode(cose.writeJUMBFData()) };

  const room = sizeOf(identity.generateJUMBFBoxForContent());
  for (let pad = 5_990; pad > 0; pad -= 1) {
    identity.content = { ...content, pad1: new Uint8Array(pad) };
    if (sizeOf(identity.generateJUMBFBoxForContent()) === room) return;
  }
  throw new Error('The identity does not fit.');
}

function sizeOf(box: IBox): number {
  return box.schema.measure(box).size;
}
