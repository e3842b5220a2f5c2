import type { Asset } from '@trustnxt/c2pa-ts/asset';
import { type Assertion, BMFFHashAssertion, DataHashAssertion } from '@trustnxt/c2pa-ts/manifest';

/** Boxes that hold no part of a picture: those that C2PA 2.2, section 18.7.3, has left out of the hash. */
const OTHER_BOXES = ['/uuid', '/ftyp', '/mfra'];

/** What binds a manifest to a file, of the kinds that are compared here. */
export type Binding = DataHashAssertion | BMFFHashAssertion;

export function isBinding(assertion: Assertion): assertion is Binding {
  return assertion instanceof DataHashAssertion || assertion instanceof BMFFHashAssertion;
}

/** Whether the hash is of all of the file but the manifest: a signer may leave out what they like, and then nothing is known of that. */
export function isOfWholeFile(binding: Binding, asset: Asset): boolean {
  if (binding instanceof DataHashAssertion) {
    const manifest = asset.getHashExclusionRange();
    return binding.exclusions.every(
      ({ start, length }) => start >= manifest.start && start + length <= manifest.start + manifest.length,
    );
  }
  return (
    binding.hash !== undefined &&
    (binding.merkle ?? []).length === 0 &&
    binding.exclusions.every(
      ({ xpath, data, subset }) =>
        OTHER_BOXES.includes(xpath) &&
        (subset ?? []).length === 0 &&
        (xpath !== '/uuid' || data !== undefined),
    )
  );
}
