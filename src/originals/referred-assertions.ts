import { Crypto } from '@trustnxt/c2pa-ts/crypto';
import { Assertion, type HashedURI, type Manifest } from '@trustnxt/c2pa-ts/manifest';

/** One assertion of a manifest that its claim, or an identity in it, refers to by its hash. */
export interface Referred {
  readonly uri: string;
  readonly assertion: Assertion;
}

/** What the references lead to in the manifest itself; undefined where one leads nowhere, or to something that is not what it was. */
export async function referredAssertions(
  manifest: Manifest,
  references: readonly HashedURI[],
): Promise<Referred[] | undefined> {
  const referred: Referred[] = [];
  for (const { uri, hash, algorithm } of references) {
    const assertion = manifest.getComponentByURL(uri, true);
    const bytes = manifest.claim && assertion?.getBytes(manifest.claim);
    if (!(assertion instanceof Assertion) || bytes === undefined) return undefined;
    if (!Buffer.from(hash).equals(await Crypto.digest(bytes, algorithm))) return undefined;
    referred.push({ uri, assertion });
  }
  return referred;
}
