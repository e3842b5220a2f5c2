import { describe, expect, it } from '@jest/globals';
import { placeLeafSubject } from '../../../src/core/log/leaf-subject.js';
import { SHA256_IMPLEMENTATIONS } from './sha256-implementations.js';

describe.each(SHA256_IMPLEMENTATIONS)('the subject of a leaf with %s', (_name, sha256) => {
  it('shows a place as the SHA-256 of its canonical expression, as sha256sum prints it', () => {
    expect(placeLeafSubject('domain', 'example.com', sha256)).toEqual({
      kind: 'domain',
      sha256: 'a379a6f6eeafb9a55e378c118034e2751e682fab9f2d30ab13d2125586ce1947',
    });
  });

  it('tells a folder from the address of the same text by its kind alone', () => {
    const folder = placeLeafSubject('path', 'example.com/a/', sha256);
    const address = placeLeafSubject('url', 'example.com/a/', sha256);
    expect(folder.sha256).toBe(address.sha256);
    expect(folder.kind).not.toBe(address.kind);
  });
});
