import { describe, expect, it } from '@jest/globals';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { readFileSync } from 'node:fs';
import { decide } from '../../../src/core/consent/decide.js';
import type { Use } from '../../../src/core/consent/use.js';
import { leafHash } from '../../../src/core/log/leaf-hash.js';
import { TABLE_FILES, type TableFile } from '../../../src/core/snapshot/build-tables.js';
import { findInSnapshot } from '../../../src/core/snapshot/find-in-snapshot.js';
import { SnapshotDraft } from '../../../src/core/snapshot/snapshot-draft.js';
import { embeddedUrls } from '../../../src/core/url/embedded-urls.js';
import { urlExpressions } from '../../../src/core/url/url-expressions.js';
import { opened } from './snapshot-of.js';

interface SnapshotVector {
  readonly leaves: readonly string[];
  readonly expressions: readonly string[];
  readonly root: string;
  readonly at: string;
  readonly files: Readonly<Record<TableFile, string>>;
  readonly counts: object;
  readonly yes: readonly object[];
  readonly lookUps: readonly {
    readonly address: string;
    readonly at: string;
    readonly use: Use;
    readonly answer: string;
    readonly decidedBy: readonly number[];
  }[];
}

const vector = JSON.parse(readFileSync('schema/vectors/snapshot.v1.json', 'utf8')) as SnapshotVector;
const tables = opened({ files: new Map(TABLE_FILES.map((name) => [name, hexToBytes(vector.files[name])])) });

describe('schema/vectors/snapshot.v1.json', () => {
  it('is what the leaves give, byte for byte', () => {
    const draft = new SnapshotDraft(sha256);
    const leaves = vector.leaves.map((text) => new TextEncoder().encode(text));
    draft.add(leaves.map((leaf, index) => ({ index, leaf, leafHash: leafHash(leaf, sha256) })));
    const { root, expressions, at } = vector;
    const built = draft.build({ root: hexToBytes(root), expressions, at: Date.parse(at) });
    expect(Object.fromEntries([...built.files].map(([name, bytes]) => [name, bytesToHex(bytes)]))).toEqual(
      vector.files,
    );
    expect(built.counts).toEqual(vector.counts);
    expect(built.yes).toEqual(vector.yes);
  });

  it.each(vector.lookUps)(
    'answers $answer about $address at $at',
    ({ address, at, use, answer, decidedBy }) => {
      const item = { outer: urlExpressions(address), embedded: embeddedUrls(address).map(urlExpressions) };
      const { covering, contentClaimants } = findInSnapshot(tables, item, Date.parse(at));
      const decision = decide(covering, { use, at: Date.parse(at), contentClaimants });
      expect(decision.answer).toBe(answer);
      expect(decision.decidedBy.map(({ index }) => index)).toEqual(decidedBy);
    },
  );
});
