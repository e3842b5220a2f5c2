import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { activeKeys } from '../app/log/active-keys.js';
import { leafCount } from '../app/log/leaf-count.js';
import { logReadOnly } from '../app/log/log-status.js';
import { readLostLeaves } from '../app/log-reading/read-continuations.js';
import { readMark } from '../app/log/read-mark.js';
import type { Registry } from '../app/registry.js';
import type { Config } from '../config.js';
import { publishedMark } from '../log-key/published-mark.js';
import { counted } from './counted.js';
import { describeLost } from './describe-lost.js';

/** How a log is, line by line, for whoever runs the registry. */
export async function describeLog(registry: Registry, config: Config): Promise<string[]> {
  const { store, log } = registry;
  const trouble = log.trouble();
  const held = log.keys.held();
  const keys = await activeKeys(store.log);
  return [
    `Log        ${log.origin}, ${leafCount(await store.log.size())}`,
    `Checkpoint ${await describeCheckpoint(registry)}`,
    ...keys.map((key) => `Key        ${key}${held.includes(key) ? '' : ' (not in the key file)'}`),
    `Mark       ${await describeMark(config.logKeyFile)}`,
    `Journal    ${await describeJournal(config)}`,
    ...(await readLostLeaves(store.log)).map((lost) => `Lost       ${describeLost(lost)}`),
    `Trouble    ${trouble === undefined ? 'none' : `${trouble}: ${logReadOnly(trouble).message}`}`,
  ];
}

async function describeCheckpoint({ store }: Registry): Promise<string> {
  const latest = await store.logTree.latest();
  if (latest === undefined) return 'none: nothing was signed yet';
  const { length } = await store.logTree.cosignatures(latest.size);
  const witnessed = length === 0 ? '' : `, ${counted(length, 'cosignature', 'cosignatures')}`;
  return `${leafCount(latest.size)}, signed ${latest.signedAt.toISOString()}${witnessed}`;
}

async function describeMark(keyFile: string): Promise<string> {
  const note = await publishedMark(keyFile).read();
  if (note === undefined) return 'none: nothing was published yet';
  const published = readMark(note);
  return published === undefined
    ? `cannot be read: ${keyFile}.published`
    : `${leafCount(published.size)} published`;
}

async function describeJournal({ database, dataDir }: Config): Promise<string> {
  if (database.kind !== 'pglite') return 'none: PostgreSQL makes durable what it commits';
  const folder = join(dataDir, 'log', 'journal');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.journal')).sort();
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size));
  const bytes = sizes.reduce((total, size) => total + size, 0).toLocaleString('en-GB');
  const newest = Number.parseInt(names.at(-1) ?? '0', 10);
  return `${counted(names.length, 'file', 'files')}, ${bytes} bytes, the newest from leaf ${newest.toLocaleString('en-GB')} on`;
}
