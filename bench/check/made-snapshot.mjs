/** Snapshots of as many denied addresses as are wanted, as a registry makes them, but for the log: nobody looks at its leaves here. */
import { bytesToHex } from '@noble/hashes/utils.js';
import { createHash } from 'node:crypto';
import { performance } from 'node:perf_hooks';

const built = (path) => import(`../../dist/server/src/${path}.js`);
const { encodeUtf8 } = await built('core/bytes/utf8');
const { encodeBlock } = await built('core/snapshot/block-bytes');
const { buildTables, encodeFilterOf } = await built('core/snapshot/build-tables');
const { formatLatest } = await built('core/snapshot/latest-note');
const { encodeDelta } = await built('core/snapshot/snapshot-delta');
const { formatManifest } = await built('core/snapshot/snapshot-manifest');
const { openTables } = await built('core/snapshot/snapshot-tables');
const { sumsOf } = await built('app/snapshots/page-sums-of');
const { formatCheckpoint } = await built('core/tlog/checkpoint');
const { urlKey } = await built('core/url/url-key');
const { keyringOf } = await built('log-key/log-keyring');
const { verifyEd25519 } = await built('log-key/node-ed25519');
const { nodeSha256 } = await built('log-key/node-sha256');
const { formatPrivateKey, parsePrivateKey } = await built('log-key/private-key-text');
const { snapshotFolderAt } = await built('snapshot-files/snapshot-folder');

const ORIGIN = 'registry.example/bench';
const KEYRING = keyringOf([parsePrivateKey(formatPrivateKey(ORIGIN, new Uint8Array(32).fill(9)))], undefined);
const CHANGED_KEYS = 1_000;
const CELL_BITS = 16;

/** The key by which the snapshots made here are trusted. */
export const [BENCH_KEY] = KEYRING.held();
export const BENCH_TRUST = { keys: [BENCH_KEY], sha256: nodeSha256, verify: verifyEd25519 };

const hex = (bytes) => createHash('sha256').update(bytes).digest('hex');

function* blocksOf(expressions) {
  for (const [index, expression] of expressions.entries()) {
    const digest = nodeSha256(encodeUtf8(expression));
    const id = bytesToHex(digest);
    const voice = {
      ...{ kind: 'url', id, index, claimant: id.slice(0, 32), capacity: 'author', use: 'train-ai' },
      ...{ preference: 'deny', basis: 'own-right', ownWorks: true },
    };
    const block = { places: [voice], works: [], holdings: [], contentClaimants: [] };
    yield { key: urlKey(expression), digest, recognition: undefined, block };
  }
}

/** Builds tables from voices, and the delta that leads to them from the same without the last 1,000 keys. */
export function makeTables(expressions) {
  const root = new Uint8Array(32).fill(1);
  const known = new Map(expressions.map((text) => [hex(text), text]));
  const parts = { expressionOf: (digest) => known.get(digest), root, sha256: nodeSha256 };
  const started = performance.now();
  const tables = buildTables({ ...parts, blocks: blocksOf(expressions) });
  const ms = performance.now() - started;
  if (expressions.length === 0) return { tables };
  const fewer = buildTables({ ...parts, blocks: blocksOf(expressions.slice(0, -CHANGED_KEYS)) });
  const [to, from] = [tables, fewer].map(
    ({ files }) => openTables((name) => files.get(name), nodeSha256).tables,
  );
  const { bytes, keys } = encodeDelta(from, to);
  return { tables, ms, delta: { keys, bytes: bytes.length, overlay: 16 + 28 * keys } };
}

/**
 * The same files as `makeTables` makes, of one block with other digests: ten million blocks as objects are more than memory
 * holds. @returns also how long the filter of all keys took, in milliseconds
 */
export function layOutTables(expressions) {
  const root = new Uint8Array(32).fill(1);
  const count = expressions.length;
  const [{ block }] = blocksOf(expressions.slice(0, 1));
  const template = encodeBlock(block);
  const keys = new BigUint64Array(count);
  const digests = new Uint8Array(32 * count);
  const hosts = new Set();
  for (let at = 0; at < count; at += 1) {
    const text = expressions[at];
    keys[at] = urlKey(text);
    digests.set(nodeSha256(encodeUtf8(text)), 32 * at);
    hosts.add(text.slice(0, text.indexOf('/') + 1));
  }
  const order = byKey(keys);
  const rows = new DataView(new ArrayBuffer(16 + 28 * count));
  const records = new Uint8Array(16 + template.length * count);
  new Uint8Array(rows.buffer).set(encodeUtf8('ASSENTK1'));
  rows.setBigUint64(8, BigInt(count), true);
  records.set(encodeUtf8('ASSENTR1'));
  for (let at = 0; at < count; at += 1) {
    const digest = digests.subarray(32 * order[at], 32 * order[at] + 32);
    const blockAt = 16 + template.length * at;
    rows.setBigUint64(16 + 8 * at, keys[order[at]], true);
    rows.setUint32(16 + 8 * count + 4 * at, blockAt / 8, true);
    new Uint8Array(rows.buffer).set(digest.subarray(0, 16), 16 + 12 * count + 16 * at);
    records.set(template, blockAt);
    // The id, then the pseudonym, of the one voice.
    records.set(digest, blockAt + 24);
    records.set(digest.subarray(0, 16), blockAt + 56);
  }
  const filter = (name, of) => encodeFilterOf(name, of, CELL_BITS, root, nodeSha256);
  const started = performance.now();
  const ofKeys = filter('filter.bin', keys);
  const filterMs = performance.now() - started;
  const files = new Map([
    ...makeTables([]).tables.files,
    ['filter.bin', ofKeys],
    ['hosts.bin', filter('hosts.bin', [...hosts].map(urlKey))],
    ['records.bin', records],
    ['rows.bin', new Uint8Array(rows.buffer)],
  ]);
  return {
    tables: { files, counts: { keys: count, voices: count, hosts: hosts.size, strays: 0 } },
    filterMs,
  };
}

/** Numbers of keys in the order of the keys, by their uppermost bits first. */
function byKey(keys) {
  const bucketOf = (key) => Number(key >> 44n);
  const starts = new Uint32Array(2 ** 20 + 1);
  for (const key of keys) starts[bucketOf(key) + 1] += 1;
  for (let bucket = 0; bucket < 2 ** 20; bucket += 1) starts[bucket + 1] += starts[bucket];
  const next = starts.slice();
  const order = new Uint32Array(keys.length);
  for (let at = 0; at < keys.length; at += 1) order[next[bucketOf(keys[at])]++] = at;
  for (let bucket = 0; bucket < 2 ** 20; bucket += 1) {
    const part = order.subarray(starts[bucket], starts[bucket + 1]);
    if (part.length > 1) part.sort((a, b) => (keys[a] < keys[b] ? -1 : 1));
  }
  return order;
}

/** Writes tables as a snapshot, which is then the newest of its folder. */
export async function putSnapshot({ files, counts }, path) {
  const keys = KEYRING.held();
  const size = counts.keys;
  const now = new Date().toISOString();
  const sums = sumsOf(files.get('records.bin'), nodeSha256);
  const besides = sums === undefined ? [] : [['pages.bin', sums]];
  const all = [...files, ...besides, ['terms.ndjson', new Uint8Array()]].sort(([a], [b]) => (a < b ? -1 : 1));
  const target = snapshotFolderAt(path);
  const draft = await target.draft(size, { isResumed: false });
  for (const [name, bytes] of all) await draft.write(name, bytes);
  const checkpoint = KEYRING.sign(
    formatCheckpoint({ origin: ORIGIN, size, root: new Uint8Array(32).fill(1), extensions: [] }),
    keys,
  );
  const manifest = formatManifest({
    ...{ v: 1, type: 'assent-snapshot', origin: ORIGIN, size, checkpoint, loggedAt: now, builtAt: now },
    ...{ rules: 1, canonicalUrl: 1, licence: 'CC0-1.0', lostLeaves: [], keys, counts: { ...counts, yes: 0 } },
    ...{ rangeDigits: 2, deltas: [] },
    files: all.map(([name, bytes]) => ({ name, bytes: bytes.length, sha256: hex(bytes) })),
  });
  const note = encodeUtf8(KEYRING.sign(manifest, keys));
  await draft.write('manifest', note);
  await draft.finish();
  const latest = { v: 1, type: 'assent-latest', origin: ORIGIN, size, manifest: hex(note), at: now };
  await target.point(encodeUtf8(JSON.stringify({ note: KEYRING.sign(formatLatest(latest), keys) })));
}
