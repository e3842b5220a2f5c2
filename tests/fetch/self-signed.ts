import { generateKeyPairSync, sign } from 'node:crypto';

export interface SelfSigned {
  /** Private key, PEM. */
  readonly key: string;
  /** Certificate, PEM. */
  readonly certificate: string;
}

/** Makes an X.509 v3 certificate (RFC 5280) for `name` in DER by hand, so that the suite needs no openssl. */
export function selfSigned(
  name: string,
  days: { from: number; to: number } = { from: -1, to: 1 },
): SelfSigned {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const ecdsaWithSha256 = der(0x30, der(0x06, bytes('2a8648ce3d040302')));
  const commonName = der(
    0x30,
    der(0x31, der(0x30, der(0x06, bytes('550403')), der(0x0c, Buffer.from(name)))),
  );
  const alternativeNames = der(0x30, der(0x82, Buffer.from(name)));
  const tbs = der(
    0x30,
    der(0xa0, der(0x02, bytes('02'))),
    der(0x02, bytes('01')),
    ecdsaWithSha256,
    commonName,
    der(0x30, utcTime(days.from), utcTime(days.to)),
    commonName,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, der(0x30, der(0x30, der(0x06, bytes('551d11')), der(0x04, alternativeNames)))),
  );
  const signature = der(0x03, bytes('00'), sign('sha256', tbs, privateKey));
  const certificate = der(0x30, tbs, ecdsaWithSha256, signature).toString('base64');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificate: `-----BEGIN CERTIFICATE-----\n${certificate.replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
  };
}

function der(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(contents);
  const { length } = content;
  const header =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Uint8Array.from([tag, ...header]), content]);
}

function bytes(hex: string): Buffer {
  return Buffer.from(hex, 'hex');
}

function utcTime(daysFromNow: number): Buffer {
  const time = new Date(Date.now() + daysFromNow * 86_400_000).toISOString();
  return der(0x17, Buffer.from(`${time.slice(2, 19).replace(/[-:T]/g, '')}Z`));
}
