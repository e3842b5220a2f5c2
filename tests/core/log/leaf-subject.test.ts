import { describe, expect, it } from '@jest/globals';
import { placeLeafSubject } from '../../../src/core/log/leaf-subject.js';
import { LEAF_VECTORS } from './leaf-vectors.js';
import { SHA256_IMPLEMENTATIONS } from './sha256-implementations.js';

describe.each(SHA256_IMPLEMENTATIONS)('the subject of a leaf with %s', (_name, sha256) => {
  it.each(LEAF_VECTORS.places)(
    'shows $expression as its SHA-256, as sha256sum prints it, and its XXH64, as xxhsum -H1 prints it',
    ({ expression, ...digests }) => {
      expect(placeLeafSubject('domain', expression, sha256)).toEqual({ kind: 'domain', ...digests });
    },
  );

  it('tells a folder from the address of the same text by its kind alone', () => {
    const folder = placeLeafSubject('path', 'example.com/a/', sha256);
    const address = placeLeafSubject('url', 'example.com/a/', sha256);
    expect({ ...folder, kind: 'url' }).toEqual(address);
    expect(folder.kind).not.toBe(address.kind);
  });
});
