import { describe, expect, it } from '@jest/globals';
import { verifyEd25519 } from '../../../src/log-key/node-ed25519.js';
import { nodeSha256 } from '../../../src/log-key/node-sha256.js';
import { checkGrowth, type Growth, type ShownTree } from '../../../src/web/verification/check-growth.js';
import type { SeenTree } from '../../../src/web/verification/seen-tree.js';
import { checkpoint, leavesWith, makeKey, ORIGIN, rootOf, statement } from '../../verifier/make-log.js';

const KEY = makeKey(ORIGIN, 1);
const LEAVES = leavesWith(KEY, 4);
const SEEN = seenTree(LEAVES.slice(0, 2));
/** Of RFC 6962: from two leaves to four it takes the root of the other two. */
const PROOF = [rootOf(LEAVES.slice(2)).toString('base64')];

function seenTree(leaves: readonly Buffer[]): SeenTree {
  return { origin: ORIGIN, size: leaves.length, root: rootOf(leaves).toString('base64') };
}

function shown(leaves: readonly Buffer[], change: Partial<ShownTree> = {}): ShownTree {
  return { note: checkpoint(leaves, [KEY]).toString(), keys: [KEY.vkey], hashes: PROOF, ...change };
}

const check = (tree: ShownTree, seen?: SeenTree): Growth =>
  checkGrowth(tree, seen, nodeSha256, verifyEd25519);

describe('the log that a browser is shown', () => {
  it('is remembered when it is the first, or another registry’s than before', () => {
    const first = { kind: 'first', tree: seenTree(LEAVES) };
    expect(check(shown(LEAVES, { hashes: undefined }))).toEqual(first);
    expect(check(shown(LEAVES, { hashes: undefined }), { ...SEEN, origin: 'other.example/log' })).toEqual(
      first,
    );
  });

  it('has grown out of the one seen before, or is the same', () => {
    const grown = { kind: 'grown', tree: seenTree(LEAVES) };
    expect(check(shown(LEAVES), SEEN)).toEqual(grown);
    expect(check(shown(LEAVES, { hashes: undefined }), seenTree(LEAVES))).toEqual(grown);
  });

  it.each<[string, ShownTree, SeenTree]>([
    ['a leaf was changed', shown(LEAVES), seenTree([...LEAVES.slice(0, 1), statement(99)])],
    ['leaves were taken out', shown(LEAVES.slice(0, 2)), seenTree(LEAVES)],
    ['a leaf of as many was changed', shown(LEAVES), seenTree([...LEAVES.slice(0, 3), statement(99)])],
    ['no proof was sent', shown(LEAVES, { hashes: undefined }), SEEN],
    ['the proof is of something else', shown(LEAVES, { hashes: [SEEN.root] }), SEEN],
    ['the proof cannot be read', shown(LEAVES, { hashes: ['!'] }), SEEN],
    ['what was kept cannot be read', shown(LEAVES), { ...SEEN, root: '!' }],
  ])('is another one where %s', (_what, tree, seen) => {
    expect(check(tree, seen).kind).toBe('changed');
  });

  it.each<[string, ShownTree]>([
    ['another key signed', shown(LEAVES, { keys: [makeKey(ORIGIN, 2).vkey] })],
    ['the published key is none', shown(LEAVES, { keys: ['key'] })],
    ['no key is published', shown(LEAVES, { keys: [] })],
    ['the signed text was changed', shown(LEAVES, { note: shown(LEAVES).note.replace('\n4\n', '\n5\n') })],
    ['it is no checkpoint', shown(LEAVES, { note: 'hello' })],
  ])('proves nothing where %s', (_what, tree) => {
    expect(check(tree, SEEN).kind).toBe('unsigned');
  });
});
