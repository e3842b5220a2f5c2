import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js';
import { declareConsent } from '../../src/app/consent/declare-consent.js';
import type { Registry } from '../../src/app/registry.js';
import { decodeBase64 } from '../../src/core/bytes/base64.js';
import { leafHash } from '../../src/core/log/leaf-hash.js';
import { parseLeaf } from '../../src/core/log/leaf.js';
import { verifyConsistency } from '../../src/core/merkle/verify-consistency.js';
import { verifyInclusion } from '../../src/core/merkle/verify-inclusion.js';
import { parseCheckpoint } from '../../src/core/tlog/checkpoint.js';
import { parseSignedNote } from '../../src/core/tlog/signed-note.js';
import { nodeSha256 } from '../../src/log-key/node-sha256.js';
import type { OpenStore } from '../../src/store/open-store.js';
import { appendAny } from '../app/log/log-scenario.js';
import { provenIndex } from '../support/proven-index.js';
import { makeTestRegistry } from '../support/test-registry.js';
import { openTestStore } from '../support/test-store.js';
import type { ApiServer } from './api-server.js';
import { openApiServer } from './api-server.js';
import type { ApiAnswer } from './ask-api.js';
import { askApi } from './ask-api.js';
import type { Cast } from './matrix/cast.js';
import { makeCast } from './matrix/cast.js';

let store: OpenStore;
let registry: Registry;
let server: ApiServer;
let cast: Cast;

/** Sizes at which a checkpoint was signed. */
const SIGNED = [1, 6, 305] as const;
const SIZE = 305;

beforeAll(async () => {
  store = await openTestStore();
  registry = makeTestRegistry(store);
  await registry.log.sequence((inside, at) => appendAny(inside, at, 5));
  await registry.log.sequence((inside, at) => appendAny(inside, at, 299));
  cast = await makeCast(registry, 0, 'no password');
  server = await openApiServer(registry);
});

afterAll(async () => {
  await server.close();
  await store.close();
});

async function askLog<Log>(fields: string): Promise<Log> {
  const answer = await askApi(server.url, `{ log { ${fields} } }`);
  expect(answer.errors).toEqual([]);
  return answer.data?.['log'] as Log;
}

function bytesOf(base64: string): Uint8Array {
  const bytes = decodeBase64(base64);
  if (bytes === undefined) throw new Error(`${base64} is no base64.`);
  return bytes;
}

/** The place that a proof gives a leaf, as somebody finds who trusts nothing but the key of the log. */
function placeOf(proof: string, leaf: string): number {
  return provenIndex(proof, new TextEncoder().encode(leaf), registry.log.keys.held()[0] ?? '');
}

describe('the last checkpoint', () => {
  it('is a note that says size and root, beside both', async () => {
    const { checkpoint } = await askLog<{ checkpoint: { size: string; root: string; note: string } }>(
      'checkpoint { size root note }',
    );
    const note = parseSignedNote(new TextEncoder().encode(checkpoint.note));
    const read = note.ok ? parseCheckpoint(note.note.text) : note;
    expect(read).toMatchObject({
      ok: true,
      checkpoint: { origin: registry.log.origin, size: SIZE, root: bytesOf(checkpoint.root) },
    });
    expect(checkpoint.size).toBe(String(SIZE));
  });

  it('carries what witnesses signed under it, as one note', async () => {
    const line = (name: string, byte: number) =>
      `— ${name} ${Buffer.alloc(4 + 8 + 64, byte).toString('base64')}`;
    const at = registry.clock();
    await store.logTree.cosign({
      size: 6,
      witness: 'one.example',
      line: line('one.example', 1),
      receivedAt: at,
    });
    await store.logTree.cosign({
      size: 6,
      witness: 'two.example',
      line: line('two.example', 2),
      receivedAt: at,
    });
    const { checkpoint } = await askLog<{ checkpoint: { note: string } }>('checkpoint(size: "6") { note }');
    const note = parseSignedNote(new TextEncoder().encode(checkpoint.note));
    expect(note.ok && note.note.signatures.map(({ name }) => name)).toEqual([
      registry.log.origin,
      'one.example',
      'two.example',
    ]);
  });
});

describe('an earlier checkpoint', () => {
  it.each(SIGNED)('is answered at size %i, at which it was signed', async (size) => {
    const { checkpoint } = await askLog<{ checkpoint: object }>(
      `checkpoint(size: "${size}") { size signedAt }`,
    );
    expect(checkpoint).toEqual({ size: String(size), signedAt: '2026-11-22T12:00:00.000Z' });
  });

  it.each([
    ['0', 'nothing is signed of an empty tree'],
    ['5', 'the tree grew over this size in one step'],
    ['306', 'the tree has not grown so far'],
    ['9007199254740993', 'not exact as a number'],
    ['9999999999999999999', 'more than a database counts'],
  ])('is null at size %s: %s', async (size) => {
    expect(await askLog(`checkpoint(size: "${size}") { size }`)).toEqual({ checkpoint: null });
  });
});

interface Entry {
  readonly index: string;
  readonly leafHash: string;
  readonly kind: string;
  readonly leaf: string;
  readonly proof: string;
}
const ENTRY = 'index leafHash kind leaf loggedAt proof';

describe('a leaf', () => {
  it.each([0, 1, 5, 255, 256, 304])(
    'at %i hashes to what it says, and is proven to be there',
    async (index) => {
      const { entry } = await askLog<{ entry: Entry }>(`entry(index: "${index}") { ${ENTRY} }`);
      const bytes = new TextEncoder().encode(entry.leaf);
      expect(bytesToHex(leafHash(bytes, nodeSha256))).toBe(entry.leafHash);
      expect(parseLeaf(bytes)).toMatchObject({ ok: true, leaf: { kind: entry.kind.toLowerCase() } });
      expect(entry.index).toBe(String(index));
      expect(placeOf(entry.proof, entry.leaf)).toBe(index);
    },
  );

  it.each(['305', '9007199254740993', '9999999999999999999'])(
    'at %s is null: there is none',
    async (index) => {
      expect(await askLog(`entry(index: "${index}") { index }`)).toEqual({ entry: null });
    },
  );
});

interface Entries {
  readonly entries: {
    readonly edges: readonly { readonly node: Entry }[];
    readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
  };
}

describe('the list of leaves', () => {
  it('holds every leaf once, in order, each proven', async () => {
    const leaves: Entry[] = [];
    let after: string | null = null;
    do {
      const place: string = after === null ? '' : `, after: "${after}"`;
      const { entries }: Entries = await askLog(
        `entries(first: 100${place}) { edges { node { ${ENTRY} } } pageInfo { endCursor hasNextPage } }`,
      );
      leaves.push(...entries.edges.map(({ node }) => node));
      after = entries.pageInfo.hasNextPage ? entries.pageInfo.endCursor : null;
    } while (after !== null);
    expect(leaves.map(({ index }) => index)).toEqual(Array.from({ length: SIZE }, (_, at) => String(at)));
    for (const { index, leaf, proof } of leaves) expect(placeOf(proof, leaf)).toBe(Number(index));
  });

  it('is empty behind its end', async () => {
    expect(
      await askLog(`entries(after: "304") { edges { cursor } pageInfo { endCursor hasNextPage } }`),
    ).toEqual({
      entries: { edges: [], pageInfo: { endCursor: null, hasNextPage: false } },
    });
  });

  it.each(['-1', '01', '1e3', 'x', '', '99999999999999999'])('knows no cursor "%s"', async (cursor) => {
    const answer = await askApi(server.url, `{ log { entries(after: "${cursor}") { edges { cursor } } } }`);
    expect(answer.errors[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });
});

interface Inclusion {
  readonly index: string;
  readonly size: string;
  readonly leafHash: string;
  readonly hashes: readonly string[];
  readonly root: string;
}

interface Consistency {
  readonly oldSize: string;
  readonly newSize: string;
  readonly hashes: readonly string[];
  readonly oldRoot: string;
  readonly newRoot: string;
}

describe('an inclusion proof', () => {
  it.each([
    ['0', '1'],
    ['0', '305'],
    ['3', '6'],
    ['3', '5'],
    ['255', '256'],
    ['256', '300'],
    ['304', '305'],
  ])('leads from leaf %s to the root of the tree of %s leaves', async (index, size) => {
    const { inclusionProof } = await askLog<{ inclusionProof: Inclusion }>(
      `inclusionProof(index: "${index}", size: "${size}") { index size leafHash hashes root }`,
    );
    const [entry] = await store.log.byIndex(BigInt(index), 1);
    expect(inclusionProof).toMatchObject({
      index,
      size,
      leafHash: bytesToHex(entry?.leafHash ?? new Uint8Array()),
    });
    const claim = {
      leafHash: hexToBytes(inclusionProof.leafHash),
      index: Number(index),
      size: Number(size),
      root: bytesOf(inclusionProof.root),
      proof: inclusionProof.hashes.map(bytesOf),
    };
    expect(verifyInclusion(claim, nodeSha256)).toEqual({ ok: true });
  });

  it('is about the last signed tree when no size is given', async () => {
    const { inclusionProof, checkpoint } = await askLog<{
      inclusionProof: Inclusion;
      checkpoint: { size: string; root: string };
    }>('inclusionProof(index: "7", size: null) { size root } checkpoint { size root }');
    expect(inclusionProof).toEqual(checkpoint);
  });
});

describe('a consistency proof', () => {
  it.each([
    ['0', '305'],
    ['1', '6'],
    ['6', '305'],
    ['255', '256'],
    ['256', '304'],
    ['305', '305'],
    ['0', '0'],
  ])('shows the tree of %s leaves to be the beginning of that of %s', async (oldSize, newSize) => {
    const { consistencyProof } = await askLog<{ consistencyProof: Consistency }>(
      `consistencyProof(oldSize: "${oldSize}", newSize: "${newSize}") { oldSize newSize hashes oldRoot newRoot }`,
    );
    expect(consistencyProof).toMatchObject({ oldSize, newSize });
    const claim = {
      oldSize: Number(oldSize),
      oldRoot: bytesOf(consistencyProof.oldRoot),
      newSize: Number(newSize),
      newRoot: bytesOf(consistencyProof.newRoot),
      proof: consistencyProof.hashes.map(bytesOf),
    };
    expect(verifyConsistency(claim, nodeSha256)).toEqual({ ok: true });
  });

  it('gives the roots that were signed', async () => {
    const { consistencyProof, old, latest } = await askLog<{
      consistencyProof: Consistency;
      old: { root: string };
      latest: { root: string };
    }>(
      'consistencyProof(oldSize: "6") { oldRoot newRoot } old: checkpoint(size: "6") { root } latest: checkpoint { root }',
    );
    expect(consistencyProof).toEqual({ oldRoot: old.root, newRoot: latest.root });
  });
});

describe('a proof about what no tree has', () => {
  it.each([
    ['inclusionProof(index: "305") { root }', '"index" is 305', 'one leaf beyond the end'],
    ['inclusionProof(index: "6", size: "6") { root }', '"index" is 6', 'a leaf that came later'],
    ['inclusionProof(index: "0", size: "0") { root }', '"index" is 0', 'an empty tree has no leaf'],
    ['inclusionProof(index: "0", size: "306") { root }', '"size" is 306', 'not signed yet'],
    ['inclusionProof(index: "9999999999999999999") { root }', '"index" is 9999999999999999999', 'no number'],
    [
      'inclusionProof(index: "0", size: "9007199254740993") { root }',
      '"size" is 9007199254740993',
      'too exact',
    ],
    ['consistencyProof(oldSize: "7", newSize: "6") { oldRoot }', '"oldSize" is 7', 'the wrong way round'],
    ['consistencyProof(oldSize: "306") { oldRoot }', '"oldSize" is 306', 'not signed yet'],
    ['consistencyProof(oldSize: "1", newSize: "306") { oldRoot }', '"newSize" is 306', 'not signed yet'],
  ])('is refused by naming the argument: %s, %s, %s', async (field, told) => {
    const answer = await askApi(server.url, `{ log { ${field} } }`);
    expect(answer.errors).toMatchObject([
      {
        message: expect.stringContaining(told),
        extensions: { code: 'BAD_USER_INPUT', field: told.split('"')[1], nextStep: expect.anything() },
      },
    ]);
    expect(answer.data ?? null).toBeNull();
  });

  it.each(['-1', '1.5', '01', ''])('is refused for %j, which is no number of a log', async (index) => {
    const answer = await askApi(
      server.url,
      'query($index: LogIndex!) { log { inclusionProof(index: $index) { root } } }',
      { index },
    );
    expect(answer.errors[0]?.extensions?.code).toBe('BAD_USER_INPUT');
    expect(answer.errors[0]?.message).toBe(
      'Variable "$index" got a value that does not fit. This is not a value of LogIndex.',
    );
  });
});

interface Said {
  readonly id: string;
  readonly logIndex: string;
  readonly leaf: string;
  readonly proof: string;
}

function declare(): Promise<ApiAnswer> {
  const input = {
    kind: 'URL',
    address: 'https://maker.example/private-address.jpg',
    capacity: 'AUTHOR',
    answers: [
      { use: 'TRAIN_AI', preference: 'DENY' },
      { use: 'SEARCH', preference: 'DENY' },
    ],
  };
  return askApi(
    server.url,
    `mutation($input: DeclareConsentInput!) {
       declareConsent(input: $input) { ... on DeclareConsentPayload { statements { id logIndex leaf proof } } }
     }`,
    { input },
    cast.credentials.artistA,
  );
}

describe('the acknowledgement of an answer', () => {
  it('carries place, leaf and proof, and nothing that opens the leaf', async () => {
    const answer = await declare();
    expect(answer.errors).toEqual([]);
    const { statements } = answer.data?.['declareConsent'] as { statements: Said[] };
    expect(statements).toHaveLength(2);
    for (const { id, logIndex, leaf, proof } of statements) {
      expect(placeOf(proof, leaf)).toBe(Number(logIndex));
      expect(bytesToHex(leafHash(new TextEncoder().encode(leaf), nodeSha256))).toBe(id);
      expect(leaf).not.toContain('private-address');
      const later = await askApi(server.url, `{ statement(id: "${id}") { id logIndex leaf } }`);
      expect(later.data?.['statement']).toEqual({ id, logIndex, leaf });
    }
  });
});

describe('the opening of a statement', () => {
  it('is the text as it was typed, and with its salt what the leaf commits to', async () => {
    const answer = await declare();
    const { statements } = answer.data?.['declareConsent'] as { statements: Said[] };
    for (const { id, leaf } of statements) {
      const asked = await askApi(server.url, `{ statement(id: "${id}") { opening { text salt } } }`);
      const { opening } = asked.data?.['statement'] as { opening: { text: string; salt: string } };
      expect(JSON.parse(opening.text)).toEqual({
        v: 1,
        submitted: 'https://maker.example/private-address.jpg',
      });
      const committed = nodeSha256(
        concatBytes(bytesOf(opening.salt), new TextEncoder().encode(opening.text)),
      );
      expect((JSON.parse(leaf) as { opening: string }).opening).toBe(bytesToHex(committed));
    }
  });

  it('is nothing any more once it was erased', async () => {
    const answer = await declare();
    const [said] = (answer.data?.['declareConsent'] as { statements: Said[] }).statements;
    const erased = await askApi(
      server.url,
      `mutation { eraseStatementDetails(input: { statementId: "${said?.id ?? ''}" }) { ... on EraseStatementDetailsPayload { statement { opening { text } } } } }`,
      {},
      cast.credentials.artistA,
    );
    expect(erased.data?.['eraseStatementDetails']).toEqual({ statement: { opening: null } });
  });
});

describe('a leaf that is in the database and not signed yet', () => {
  it('is not shown as part of the log, and its statement has no proof to give: ask again', async () => {
    const unsigned: Registry = {
      ...registry,
      log: {
        ...registry.log,
        sequence: (transition) => store.transact((inside) => transition(inside, registry.clock())),
      },
    };
    const declared = await declareConsent(unsigned, cast.people.artistA, {
      kind: 'url',
      address: 'https://maker.example/2.jpg',
      capacity: 'author',
      basis: 'own-right',
      ownWorks: false,
      answers: [{ use: 'train-ai', preference: 'deny' }],
    });
    const [view] = declared.ok ? declared.statements : [];
    if (view === undefined) throw new Error('Nothing was declared.');
    const { id, logIndex } = view.statement;
    const answer = await askApi(
      server.url,
      `{ log { entry(index: "${logIndex}") { index } } statement(id: "${bytesToHex(id)}") { proof } }`,
    );
    expect(answer.status).toBe(200);
    expect(answer.data).toEqual({ log: { entry: null }, statement: null });
    expect(answer.errors).toMatchObject([
      {
        path: ['statement', 'proof'],
        extensions: { code: 'NOT_YET_SIGNED', nextStep: 'Ask again in a second.' },
      },
    ]);
  });
});
