import { createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { keyEndorsementText } from '../../../src/core/log/key-endorsement.js';
import { LEAF_VECTORS } from './leaf-vectors.js';

/** SubjectPublicKeyInfo of an Ed25519 key (RFC 8410 §4), up to the key. */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

function isSignedBy(vkey: string, text: string, signature: string): boolean {
  const raw = Buffer.from(vkey.slice(vkey.lastIndexOf('+', vkey.length - 45) + 1), 'base64').subarray(1);
  const key = createPublicKey({ key: Buffer.concat([SPKI_PREFIX, raw]), format: 'der', type: 'spki' });
  return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'));
}

describe('the endorsement of a key', () => {
  it.each(LEAF_VECTORS.endorsements)(
    'is by the key itself, over what its leaf says of it: $key.role',
    ({ key, text, signature }) => {
      expect(keyEndorsementText(key)).toBe(text);
      expect(isSignedBy(key.vkey, text, signature)).toBe(true);
    },
  );

  it('covers every member that says what the key is for', () => {
    const [first] = LEAF_VECTORS.endorsements;
    const key = first?.key;
    if (key === undefined) throw new Error('There is no vector.');
    const changes = [
      { origin: 'registry.example/other' },
      { role: 'signals' as const },
      { vkey: 'registry.example/log+00000000+AQ' },
      { from: '2027-01-02T00:00:00.000Z' },
      { until: '2029-01-01T00:00:00.000Z' },
    ];
    const texts = changes.map((change) => keyEndorsementText({ ...key, ...change }));
    const { until, ...endless } = key;
    expect(until).toBeDefined();
    expect(new Set([...texts, keyEndorsementText(endless), keyEndorsementText(key)]).size).toBe(7);
  });

  it('stands in the vectors of leaves as in those of endorsements', () => {
    const endorsements = LEAF_VECTORS.leaves.flatMap(({ leaf }) =>
      leaf.kind === 'key' && leaf.action === 'add' && leaf.endorsement !== undefined ? [leaf] : [],
    );
    expect(
      endorsements.map((leaf) => isSignedBy(leaf.vkey, keyEndorsementText(leaf), leaf.endorsement ?? '')),
    ).toEqual([true, true]);
  });
});
