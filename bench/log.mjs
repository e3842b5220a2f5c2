/**
 * The log: how fast leaves become durable and provable, against a plain file that is written and synced, in one run.
 * Usage: npm run bench (builds what is missing first). Writes below data/, on the disk that a registry would use.
 *
 * The goal is 100,000 leaves a second, deduplicated, with an inclusion proof when they are acknowledged, at half the rate of a
 * plain file at least; and the check of a whole log at 0.7 of the rate of SHA-256. What limits each figure:
 *
 * 1. Leaves without the database. Of few leaves, besides the sync: the journal reads back what it wrote, the checkpoint is
 *    signed, and a proof alone hashes up to 300 nodes inside tiles. Of many: the proofs still, which take more than all else
 *    together: the nodes on the way of each leaf are looked for one by one, and six a leaf are hashed even though, here, one
 *    reader remembers them for the whole batch. Then the hashes of frame, leaf, frontier and tile, as in 3.
 * 2. The whole registry. The embedded database, which runs one statement at a time in WebAssembly: each leaf is looked for,
 *    inserted and projected by statements of its own, inside a savepoint, and read again before it is signed. What a single
 *    claimant waits for besides are two syncs, of the database's log and of the journal; claimants that come together share
 *    them.
 * 3. The check. Less SHA-256 than the arrays around it: what goes into each hash, what comes out and the copy that is kept
 *    are new ones, whose memory the garbage collector has to follow.
 */
import { hash, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { buildWhatIsMissing } from '../bin/build.mjs';
import { machineLine, median, quantile, spread, timed } from './report.mjs';

await buildWhatIsMissing(console.error, { pages: false });
const built = (path) => import(`../dist/server/src/${path}.js`);
const { appendLeaves } = await built('app/log/append-leaves');
const { projectLeaf } = await built('app/log/project-leaf');
const { composeRegistry } = await built('compose-registry');
const { loadConfig } = await built('config');
const { leafHash } = await built('core/log/leaf-hash');
const { encodeLeaf } = await built('core/log/leaf');
const { buildStatementLeaf } = await built('core/log/statement-leaf');
const { placeLeafSubject } = await built('core/log/leaf-subject');
const { appendLeafHashes, EMPTY_FRONTIER, rootOf } = await built('core/merkle/frontier');
const { inclusionProof } = await built('core/merkle/inclusion-proof');
const { formatCheckpoint } = await built('core/tlog/checkpoint');
const { edgeTiles, growTiles } = await built('core/tlog/grow-tiles');
const { subtreesFromTiles } = await built('core/tlog/subtrees-from-tiles');
const { encodeFrame } = await built('journal/frame');
const { Journal } = await built('journal/journal');
const { journalFolder } = await built('journal/journal-file');
const { keyringOf } = await built('log-key/log-keyring');
const { nodeSha256 } = await built('log-key/node-sha256');
const { formatPrivateKey, parsePrivateKey } = await built('log-key/private-key-text');

const ORIGIN = 'registry.example/bench';
/** Leaves in a batch, and batches in a round. */
const BATCHES = [[1, 40], [16, 20], [256, 8], [4096, 1]]; // prettier-ignore
const ROUNDS = 9;
const CLAIMANTS = [1, 64];
const SEQUENCING_MS = 5_000;
const VERIFIED_LEAVES = 32_768;
const CHUNK = 4_096;

function newStatement(at = new Date()) {
  const id = () => randomBytes(16).toString('hex');
  return buildStatementLeaf({
    subject: placeLeafSubject('path', `${id()}.example.com/gallery/`, nodeSha256),
    canon: 1,
    claim: id(),
    claimant: id(),
    capacity: 'author',
    use: 'train-ai',
    preference: 'deny',
    basis: 'own-right',
    ownWorks: true,
    opening: randomBytes(32).toString('hex'),
    time: at.toISOString(),
  });
}

const newLeaves = (count) => Array.from({ length: count }, () => encodeLeaf(newStatement()));
const perSecond = (leaves, nanoseconds) => Math.round((leaves * 1e9) / nanoseconds).toLocaleString('en');
const row = (name, ...cells) => {
  console.log(name.padEnd(32) + cells.map((cell) => cell.padStart(16)).join(''));
};

/** A file to which whole batches are written, each synced before the next. */
async function plainFile(path) {
  const file = await open(path, 'w');
  let end = 0;
  return {
    async append(bytes) {
      await file.write(bytes, 0, bytes.length, end);
      await file.datasync();
      end += bytes.length;
    },
    close: () => file.close(),
  };
}

/** The log as the registry keeps it, without the database: tiles lie in memory. */
async function logCore(folder) {
  await mkdir(folder);
  const journal = await Journal.open(journalFolder(folder));
  const keys = keyringOf([parsePrivateKey(formatPrivateKey(ORIGIN, randomBytes(32)))], undefined);
  const tiles = new Map();
  let frontier = EMPTY_FRONTIER;

  const bytesOf = ({ level, index, width }) => tiles.get(`${level}/${index}`).hashes.subarray(0, 32 * width);

  return {
    /** Answers the signed checkpoint, and a proof for each leaf. */
    async append(leaves) {
      await journal.append(leaves);
      const hashes = leaves.map((leaf) => leafHash(leaf, nodeSha256));
      const edge = edgeTiles(frontier.size).map(({ level, index }) => tiles.get(`${level}/${index}`));
      for (const tile of growTiles(frontier.size, edge, hashes, nodeSha256)) {
        tiles.set(`${tile.level}/${tile.index}`, tile);
      }
      const first = frontier.size;
      frontier = appendLeafHashes(frontier, hashes, nodeSha256);
      const { size } = frontier;
      const root = rootOf(frontier, nodeSha256);
      const note = keys.sign(formatCheckpoint({ origin: ORIGIN, size, root, extensions: [] }), keys.held());
      const read = subtreesFromTiles(size, bytesOf, nodeSha256);
      return { note, proofs: leaves.map((_, at) => inclusionProof(first + at, size, read, nodeSha256)) };
    },
    close: () => journal.close(),
  };
}

async function benchAppending(folder) {
  row('append, leaves/s', 'plain file', 'log', '  log / plain file');
  for (const [leavesInBatch, batches] of BATCHES) {
    const plain = await plainFile(join(folder, `plain-${leavesInBatch}`));
    const log = await logCore(join(folder, `journal-${leavesInBatch}`));
    const rounds = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const given = Array.from({ length: batches }, () => newLeaves(leavesInBatch));
      const frames = given.map((leaves) => encodeFrame(0, leaves));
      const plainTime = await timed(async () => {
        for (const frame of frames) await plain.append(frame);
      });
      const logTime = await timed(async () => {
        for (const leaves of given) await log.append(leaves);
      });
      // The first round only warms up.
      if (round > 0) rounds.push({ plainTime, logTime });
    }
    await plain.close();
    await log.close();
    const leaves = leavesInBatch * batches;
    row(
      `  in batches of ${leavesInBatch}`,
      perSecond(leaves, median(rounds.map(({ plainTime }) => plainTime))),
      perSecond(leaves, median(rounds.map(({ logTime }) => logTime))),
      `  ${spread(rounds.map(({ plainTime, logTime }) => plainTime / logTime))}`,
    );
  }
}

/** One claimant after another thing: as many as there are, each as soon as its last leaf is acknowledged. */
async function sequenceFor(milliseconds, claimants, registry) {
  const waits = [];
  const until = performance.now() + milliseconds;
  async function claim() {
    while (performance.now() < until) {
      const from = performance.now();
      await registry.log.sequence(async (stores, at) => {
        const leaf = newStatement(at);
        const [entry] = await appendLeaves(registry, stores, [leaf], at);
        await projectLeaf(stores, entry, leaf);
      });
      waits.push(performance.now() - from);
    }
  }
  const from = performance.now();
  await Promise.all(Array.from({ length: claimants }, claim));
  return { waits, seconds: (performance.now() - from) / 1_000 };
}

async function benchSequencing(folder) {
  await mkdir(folder);
  const { registry, close } = await composeRegistry(loadConfig({ ASSENT_DATA: folder }));
  row('whole registry, embedded', 'leaves/s', 'median ms', 'p99 ms');
  await sequenceFor(SEQUENCING_MS / 5, 4, registry);
  for (const claimants of CLAIMANTS) {
    const { waits, seconds } = await sequenceFor(SEQUENCING_MS, claimants, registry);
    const rate = Math.round(waits.length / seconds).toLocaleString('en');
    row(`  claimants: ${claimants}`, rate, median(waits).toFixed(1), quantile(waits, 0.99).toFixed(1));
  }
  await close();
}

/** The hashes of the whole tree and nothing else: one for each leaf, one for each node above them. */
function hashAsMany(prefixedLeaves) {
  const node = new Uint8Array(65).fill(1);
  for (const leaf of prefixedLeaves) hash('sha256', leaf, 'buffer');
  for (let nodes = 1; nodes < prefixedLeaves.length; nodes += 1) hash('sha256', node, 'buffer');
}

function recompute(leaves) {
  let frontier = EMPTY_FRONTIER;
  for (let from = 0; from < leaves.length; from += CHUNK) {
    const hashes = leaves.slice(from, from + CHUNK).map((leaf) => leafHash(leaf, nodeSha256));
    frontier = appendLeafHashes(frontier, hashes, nodeSha256);
  }
  return rootOf(frontier, nodeSha256);
}

async function benchVerifying() {
  const leaves = newLeaves(VERIFIED_LEAVES);
  const prefixed = leaves.map((leaf) => Uint8Array.of(0, ...leaf));
  const rounds = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const raw = await timed(() => hashAsMany(prefixed));
    const ours = await timed(() => recompute(leaves));
    if (round > 0) rounds.push({ raw, ours });
  }
  row('check of a whole log, leaves/s', 'SHA-256 alone', 'leaf and tree', '  ours / SHA-256');
  row(
    `  of ${leaves.length} leaves`,
    perSecond(leaves.length, median(rounds.map(({ raw }) => raw))),
    perSecond(leaves.length, median(rounds.map(({ ours }) => ours))),
    `  ${spread(rounds.map(({ raw, ours }) => raw / ours))}`,
  );
}

const data = fileURLToPath(new URL('../data', import.meta.url));
await mkdir(data, { recursive: true, mode: 0o700 });
const folder = await mkdtemp(join(data, 'bench-'));
try {
  console.log(`${machineLine()}  leaves of ${newLeaves(1)[0].length} bytes`);
  await benchAppending(folder);
  await benchSequencing(join(folder, 'registry'));
  await benchVerifying();
} finally {
  await rm(folder, { recursive: true, force: true });
}
