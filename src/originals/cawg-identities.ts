/** Identities within a manifest: `cawg.identity` of CAWG 1.1 (2025-05-16), signed by certificate (section 8.2). The aggregated kind (8.1) is not read. */
import { CBORBox } from '@trustnxt/c2pa-ts/jumbf';
import { Signature as CoseSignature } from '@trustnxt/c2pa-ts/cose';
import type { Claim, Manifest } from '@trustnxt/c2pa-ts/manifest';
import type { OriginalSignature } from '../app/ports/signed-originals.js';
import { cborEntry } from './cbor-entry.js';
import { type Referred, referredAssertions } from './referred-assertions.js';
import { NOBODY, type Surroundings, weighSignature } from './weigh-signature.js';
import { isBinding } from './whole-file.js';

const LABEL = 'cawg.identity';
const BY_CERTIFICATE = 'cawg.x509.cose';
const MOST_IDENTITIES = 10;

/** @param referred what the claim of the manifest refers to */
export async function cawgIdentities(
  manifest: Manifest,
  referred: readonly Referred[],
  surroundings: Surroundings,
): Promise<OriginalSignature[]> {
  const identities = referred.filter(({ assertion }) => assertion.label === LABEL).slice(0, MOST_IDENTITIES);
  return Promise.all(
    identities.map(({ assertion }) =>
      weighIdentity(manifest, assertion.sourceBox?.contentBoxes[0], surroundings),
    ),
  );
}

async function weighIdentity(
  manifest: Manifest,
  box: unknown,
  surroundings: Surroundings,
): Promise<OriginalSignature> {
  const raw = box instanceof CBORBox ? box.rawContent : undefined;
  const payload = raw && cborEntry(raw, 'signer_payload');
  const signature = raw && cborEntry(raw, 'signature');
  if (manifest.claim === undefined || payload === undefined || signature === undefined)
    return nobodys('broken');
  // What was signed is what is read: a second entry of the same name is not.
  const said = decoded(payload) as { readonly sig_type?: unknown; readonly referenced_assertions?: unknown };
  if (said.sig_type !== BY_CERTIFICATE) return nobodys('unread');
  try {
    const isOfThisFile = await namesTheFile(manifest, manifest.claim, said.referenced_assertions);
    const cose = CoseSignature.readFromJUMBFData(untagged(decoded(decoded(signature) as Uint8Array)));
    const weighed = await weighSignature('cawg', cose, payload, surroundings);
    return isOfThisFile ? weighed : { ...weighed, signedAt: null, doubt: 'broken' };
  } catch {
    return nobodys('broken');
  }
}

/** Whether every reference fits, and one is to what binds the manifest to the file: otherwise it could have been taken from another. */
async function namesTheFile(manifest: Manifest, claim: Claim, references: unknown): Promise<boolean> {
  if (!Array.isArray(references)) return false;
  const mapped = references.map((each) => claim.mapHashedURI(each as Parameters<Claim['mapHashedURI']>[0]));
  const referred = await referredAssertions(manifest, mapped);
  return referred?.some(({ assertion }) => isBinding(assertion)) === true;
}

function nobodys(doubt: 'broken' | 'unread'): OriginalSignature {
  return { kind: 'cawg', ...NOBODY, signedAt: null, doubt };
}

function decoded(bytes: Uint8Array): unknown {
  const value: unknown = CBORBox.decoder.decode(bytes);
  return typeof value === 'object' && value !== null ? value : {};
}

/** COSE_Sign1 comes with its tag, 18, or without. */
function untagged(value: unknown): unknown {
  return Array.isArray(value) ? value : (value as { readonly value?: unknown }).value;
}
