/**
 * Makes a data folder whose log has grown long, as it stands after as many statements that came one at a time: a frame of
 * the journal and a signed checkpoint for each, which is the most that a start can find. Goes through the formats and the
 * stores of the registry; what each statement projects to is written by one statement of SQL for many, and compared at the
 * end with what the registry itself writes.
 */
import { deepStrictEqual } from 'node:assert';
import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { bytesToHex } from '@noble/hashes/utils.js';

const built = (path) => import(`../dist/server/src/${path}.js`);
const { projectLeaf } = await built('app/log/project-leaf');
const { composeRegistry } = await built('compose-registry');
const { loadConfig } = await built('config');
const { encodeLeaf, parseLeaf } = await built('core/log/leaf');
const { leafHash } = await built('core/log/leaf-hash');
const { leafKeys } = await built('core/log/leaf-keys');
const { placeLeafSubject } = await built('core/log/leaf-subject');
const { buildStatementLeaf } = await built('core/log/statement-leaf');
const { appendLeafHash, appendLeafHashes, EMPTY_FRONTIER, rootOf } = await built('core/merkle/frontier');
const { formatCheckpoint } = await built('core/tlog/checkpoint');
const { edgeTiles, growTiles } = await built('core/tlog/grow-tiles');
const { Journal } = await built('journal/journal');
const { journalFolder } = await built('journal/journal-file');
const { openLogKeyring } = await built('log-key/log-keyring');
const { nodeSha256 } = await built('log-key/node-sha256');
const { openStore } = await built('store/open-store');

const CHUNK = 4_096;
const COMPARED = 64;

const PROJECT = `
  INSERT INTO statements (id, log_index, claimant, account_id, kind, subject_digest, subject_key, canon, use, preference,
                          capacity, basis, own_works, reserves_rights, stated_at)
  SELECT leaf_hash, index, said->>'claimant', NULL, said->'subject'->>'kind', decode(said->'subject'->>'sha256', 'hex'),
         ('x' || (said->'subject'->>'xxh64'))::bit(64)::bigint, (said->>'canon')::integer, said->>'use',
         said->>'preference', said->>'capacity', said->>'basis', (said->>'ownWorks')::boolean,
         (said->>'reservation')::boolean, (said->>'time')::timestamptz
  FROM log_entries, LATERAL (SELECT convert_from(leaf, 'UTF8')::jsonb AS said) AS read
  WHERE index >= $1`;

const SIGN = `
  INSERT INTO log_checkpoints (size, root, note, signed_at)
  SELECT size, decode(root, 'hex'), note, $4
  FROM unnest($1::bigint[], $2::text[], $3::text[]) AS new (size, root, note)`;

/**
 * Grows the registry in a folder until its log has that many leaves; does nothing where it has.
 * @param told is given how many there are from time to time
 */
export async function growRegistry(folder, leaves, told = () => undefined) {
  const config = loadConfig({ ASSENT_DATA: folder });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const begun = await composeRegistry(config);
  const size = Number(await begun.registry.store.log.size());
  await begun.close();
  if (size >= leaves) return;
  const store = await openStore({ dataDir: config.database.dataDir });
  const journal = await unsyncedJournal(join(folder, 'log', 'journal'));
  try {
    await grow(
      { store, journal, keys: await openLogKeyring({ keyFile: config.logKeyFile, hasBegun: true }) },
      leaves,
      told,
    );
    await compare(store, leaves);
  } finally {
    await journal.close();
    await store.close();
  }
  // What it opens it checks; the mark and the files for everybody are brought up on the way.
  const grown = await composeRegistry(config);
  const trouble = grown.registry.log.trouble();
  await grown.close();
  if (trouble !== undefined) throw new Error(`The registry that was made is in trouble: ${trouble}.`);
}

/** Only the bytes matter here: a loss of power while it is made costs nothing. */
async function unsyncedJournal(path) {
  await mkdir(path, { recursive: true, mode: 0o700 });
  const folder = journalFolder(path);
  return Journal.open({
    ...folder,
    open: async (name) => ({ ...(await folder.open(name)), sync: () => Promise.resolve() }),
  });
}

async function grow({ store, journal, keys }, leaves, told) {
  let frontier = EMPTY_FRONTIER;
  const tiles = new Map();
  const known = await store.log.byIndex(0n, leaves);
  const take = (hashes) => {
    const edge = edgeTiles(frontier.size).map(({ level, index }) => tiles.get(`${level}/${index}`));
    const grown = growTiles(frontier.size, edge, hashes, nodeSha256);
    for (const tile of grown) tiles.set(`${tile.level}/${tile.index}`, tile);
    frontier = appendLeafHashes(frontier, hashes, nodeSha256);
    return grown;
  };
  take(known.map(({ leafHash }) => leafHash));
  while (frontier.size < leaves) {
    const from = frontier;
    const at = new Date();
    const added = Array.from({ length: Math.min(CHUNK, leaves - from.size) }, () => newStatement(at));
    await store.log.append(added, at);
    await store.dataSource.query(PROJECT, [from.size]);
    await store.logTree.grow(take(added.map(({ leafHash }) => leafHash)));
    await store.dataSource.query(SIGN, [...checkpoints(from, added, keys), at]);
    for (const { leaf } of added) await journal.append([leaf]);
    told(frontier.size, leaves);
  }
}

function newStatement(at) {
  const id = () => randomBytes(16).toString('hex');
  const leaf = buildStatementLeaf({
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
  const bytes = encodeLeaf(leaf);
  return { kind: leaf.kind, leaf: bytes, leafHash: leafHash(bytes, nodeSha256), keys: leafKeys(leaf) };
}

/** One after each leaf: sizes, roots and signed notes. */
function checkpoints(from, added, keys) {
  const [sizes, roots, notes] = [[], [], []];
  let frontier = from;
  for (const { leafHash: hash } of added) {
    frontier = appendLeafHash(frontier, hash, nodeSha256);
    const root = rootOf(frontier, nodeSha256);
    const text = formatCheckpoint({ origin: keys.origin, size: frontier.size, root, extensions: [] });
    sizes.push(frontier.size);
    roots.push(bytesToHex(root));
    notes.push(keys.sign(text, keys.held()));
  }
  return [sizes, roots, notes];
}

async function compare(store, leaves) {
  for (let sample = 0; sample < COMPARED; sample += 1) {
    const index = 1 + Math.floor(Math.random() * (leaves - 1));
    const [entry] = await store.log.byIndex(BigInt(index), 1);
    const made = await store.statements.byIds([entry.leafHash]);
    await store.dataSource.query('DELETE FROM statements WHERE log_index = $1', [index]);
    await store.transact((stores) => projectLeaf(stores, entry, parseLeaf(entry.leaf).leaf));
    deepStrictEqual(made, await store.statements.byIds([entry.leafHash]));
  }
}
