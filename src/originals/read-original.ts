/** What a file says of itself in a manifest of C2PA (2.2). It is read in a process of its own: see original-process.ts. */
import { type Asset, BMFF, JPEG, MP3, PNG } from '@trustnxt/c2pa-ts/asset';
import { SuperBox } from '@trustnxt/c2pa-ts/jumbf';
import { type Manifest, ManifestStore, TrainingAndDataMiningAssertion } from '@trustnxt/c2pa-ts/manifest';
import type { OriginalFinding, OriginalReading, OriginalState } from '../app/ports/signed-originals.js';
import { fromTrainingMining, type TrainingMiningEntries } from '../core/signals/training-mining.js';
import { combineAnswers } from '../core/signals/use-answers.js';
import { cawgIdentities } from './cawg-identities.js';
import { type Referred, referredAssertions } from './referred-assertions.js';
import { type Surroundings, weighSignature } from './weigh-signature.js';
import { isBinding, isOfWholeFile } from './whole-file.js';

/** By the first bytes; a recording last, whose mark others have by chance. */
const FORMATS = [JPEG, PNG, BMFF, MP3];

/** Reads the manifest that is in force. What the files before it said is in manifests of their own, which are not read. */
export async function readOriginal(bytes: Uint8Array, surroundings: Surroundings): Promise<OriginalReading> {
  const format = FORMATS.find((each) => each.canRead(bytes));
  if (format === undefined) return { ok: false, refused: 'not-read' };
  try {
    const asset = new format(bytes);
    const written = asset.getManifestJUMBF();
    if (written === undefined) return { ok: false, refused: 'unsigned' };
    const store = ManifestStore.read(SuperBox.fromBuffer(new Uint8Array(written)));
    const manifest = store.getActiveManifest();
    const finding = manifest && (await findingOf(manifest, asset, surroundings));
    return finding === undefined ? { ok: false, refused: 'damaged' } : { ok: true, finding };
  } catch {
    // Whatever the parser throws, it threw it at this file.
    return { ok: false, refused: 'damaged' };
  }
}

async function findingOf(
  manifest: Manifest,
  asset: Asset,
  surroundings: Surroundings,
): Promise<OriginalFinding | undefined> {
  const { claim, signature } = manifest;
  const payload = claim?.getBytes(claim);
  if (claim === undefined || payload === undefined || signature === undefined) return undefined;
  const signer = await weighSignature('c2pa', signature.signatureData, payload, surroundings);
  const contentType = asset.mimeType;
  const created = await referredAssertions(manifest, claim.assertions);
  const gathered = await referredAssertions(manifest, claim.gatheredAssertions);
  const isClaimed = manifest.getComponentByURL(claim.signatureRef, true) === signature;
  if (signer.doubt === 'broken' || !isClaimed || created === undefined || gathered === undefined) {
    return { contentType, state: 'changed', signatures: [signer], answers: {} };
  }
  const referred = [...created, ...gathered];
  return {
    contentType,
    state: await stateOf(created, asset),
    signatures: [signer, ...(await cawgIdentities(manifest, referred, surroundings))],
    answers: answersOf(referred),
  };
}

async function stateOf(created: readonly Referred[], asset: Asset): Promise<OriginalState> {
  const [binding, another] = created.map(({ assertion }) => assertion).filter(isBinding);
  if (binding === undefined || another !== undefined || !isOfWholeFile(binding, asset)) return 'unbound';
  return (await binding.validateAgainstAsset(asset)).isValid ? 'unchanged' : 'changed';
}

/** As it says it; where the old label and the new both speak, the stricter of each. */
function answersOf(referred: readonly Referred[]): OriginalFinding['answers'] {
  const said = referred
    .map(({ assertion }) => assertion)
    .filter((assertion) => assertion instanceof TrainingAndDataMiningAssertion)
    .map(({ entries, isCAWG }) => fromTrainingMining(spelled(entries), isCAWG ? 'cawg' : 'c2pa'));
  return said.length === 1 ? (said[0] ?? {}) : combineAnswers(said);
}

function spelled(entries: TrainingAndDataMiningAssertion['entries']): TrainingMiningEntries {
  return Object.fromEntries(
    Object.entries(entries).map(([key, { choice, constraintInfo }]) => [
      key,
      { use: choice, ...(typeof constraintInfo === 'string' ? { constraint_info: constraintInfo } : {}) },
    ]),
  );
}
