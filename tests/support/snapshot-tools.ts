import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  SnapshotDraftFolder,
  SnapshotDrafting,
  SnapshotFolder,
  SnapshotTools,
} from '../../src/app/ports/snapshots.js';
import { takeTurns } from '../../src/app/snapshots/take-turns.js';
import { SnapshotDraft } from '../../src/core/snapshot/snapshot-draft.js';
import { verifyEd25519 } from '../../src/log-key/node-ed25519.js';
import { nodeSha256 } from '../../src/log-key/node-sha256.js';
import { snapshotFolderAt } from '../../src/snapshot-files/snapshot-folder.js';
import { writeParquet } from '../../src/tables/write-parquet.js';

/** Reads the log in this process, which has nothing else to do. */
function draftHere(): SnapshotDrafting {
  let draft = new SnapshotDraft(nodeSha256);
  return {
    size: () => Promise.resolve(draft.size),
    add: async (leaves) => {
      await Promise.resolve();
      draft.add(leaves);
    },
    named: () => Promise.resolve(draft.named()),
    build: (task) => Promise.resolve(draft.build(task)),
    forget: () => {
      draft = new SnapshotDraft(nodeSha256);
      return Promise.resolve();
    },
  };
}

/** Snapshots in a folder of their own. Whoever makes them removes them. */
export async function makeSnapshots(
  keepMs = 3_600_000,
): Promise<{ readonly tools: SnapshotTools; readonly folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'assent-snapshots-'));
  const tools: SnapshotTools = {
    folder: snapshotFolderAt(folder),
    drafting: draftHere(),
    writeParquet,
    verify: verifyEd25519,
    keepMs,
    inTurn: takeTurns(),
  };
  return {
    tools,
    folder,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Snapshots of a scenario that is not about them, kept in memory and without their Parquet. */
export function snapshotsInMemory(): SnapshotTools {
  const files = new Map<string, Uint8Array>();
  const read = (path: string) => Promise.resolve(files.get(path));
  const folder: SnapshotFolder = {
    name: 'memory',
    path: '/nonexistent',
    read,
    sizes: () => {
      const manifests = [...files.keys()].filter((path) => path.endsWith('/manifest'));
      return Promise.resolve(manifests.map((path) => parseInt(path, 10)).sort((a, b) => a - b));
    },
    since: () => Promise.resolve(new Date()),
    draft: (size) => Promise.resolve(draftIn(files, size)),
    point: (latest) => {
      files.set('latest.json', latest);
      return Promise.resolve();
    },
    clear: () => {
      files.clear();
      return Promise.resolve();
    },
    remove: (size) => {
      for (const path of files.keys()) if (path.startsWith(`${size}/`)) files.delete(path);
      return Promise.resolve();
    },
  };
  return {
    folder,
    drafting: draftHere(),
    writeParquet: () => Promise.resolve(),
    verify: verifyEd25519,
    keepMs: 3_600_000,
    inTurn: takeTurns(),
  };
}

function draftIn(files: Map<string, Uint8Array>, size: number): SnapshotDraftFolder {
  const draft = new Map<string, Uint8Array>();
  return {
    path: (name) => `${size}/${name}`,
    read: (name) => Promise.resolve(draft.get(name)),
    write: (name, bytes) => {
      draft.set(name, bytes);
      return Promise.resolve();
    },
    finish: () => {
      for (const [name, bytes] of draft) files.set(`${size}/${name}`, bytes);
      return Promise.resolve();
    },
  };
}
