import { describe, expect, it } from '@jest/globals';
import { formatVerifierKey } from '../../src/core/tlog/verifier-key.js';
import {
  formatPrivateKey,
  formatWitnessKey,
  parsePrivateKey,
  parseWitnessKey,
} from '../../src/log-key/private-key-text.js';

/** From the documentation of golang.org/x/mod/sumdb/note. */
const PUBLISHED = {
  private: 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz',
  public: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
};
const SEED = new Uint8Array(32).fill(9);

describe('the text of a private key', () => {
  it('is that of other tools', () => {
    const signer = parsePrivateKey(PUBLISHED.private);
    expect(signer && formatVerifierKey(signer.key)).toBe(PUBLISHED.public);
  });

  it('gives back the key of a log', () => {
    const text = formatPrivateKey('registry.example/log', SEED);
    expect(parsePrivateKey(text)?.key).toMatchObject({ kind: 'note', name: 'registry.example/log' });
  });

  it('gives back the key of a witness', () => {
    const text = formatWitnessKey('witness.example/w1', SEED);
    expect(parseWitnessKey(text)?.key).toMatchObject({ kind: 'cosignature', name: 'witness.example/w1' });
  });

  it('of one kind is not read as the other: a key that does both could be made to say what it never meant', () => {
    expect(parseWitnessKey(formatPrivateKey('a', SEED))).toBeUndefined();
    expect(parsePrivateKey(formatWitnessKey('a', SEED))).toBeUndefined();
  });

  it.each([
    ['nothing', ''],
    ['another id', PUBLISHED.private.replace('c74f20a3', 'c74f20a4')],
    ['another name', PUBLISHED.private.replace('Peter', 'Paul')],
    ['a public key', PUBLISHED.public],
    ['a cut key', PUBLISHED.private.slice(0, -4)],
    ['another type', PUBLISHED.private.replace('+AYEK', '+BYEK')],
  ])('is refused for %s', (_what, text) => {
    expect(parsePrivateKey(text)).toBeUndefined();
    expect(parseWitnessKey(text)).toBeUndefined();
  });
});
