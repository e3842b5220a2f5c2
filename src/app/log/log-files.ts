import { encodeEntryBundle } from '../../core/tlog/entry-bundle.js';
import { formatSignedNote, parseSignedNote } from '../../core/tlog/signed-note.js';
import { parseSignatureLines } from '../../core/tlog/note-signature.js';
import { type Tile, TILE_WIDTH } from '../../core/tlog/tile.js';
import { parseTilePath } from '../../core/tlog/tile-path.js';
import type { SignedCheckpoint } from '../ports/log-tree.js';
import type { Stores } from '../ports/registry-store.js';

const HASH_LENGTH = 32;

type LogStores = Pick<Stores, 'log' | 'logTree'>;

/**
 * The files of the log as C2SP tlog-tiles lays them out: `checkpoint`, `tile/<level>/<index>[.p/<width>]` and
 * `tile/entries/<index>[.p/<width>]`. Undefined for a path that is none of them, and for what the last signed checkpoint
 * does not cover.
 * @param shown the checkpoint to show; without it the last
 */
export async function readLogFile(
  stores: LogStores,
  path: string,
  shown: () => Promise<SignedCheckpoint | undefined> = () => stores.logTree.latest(),
): Promise<Uint8Array | undefined> {
  if (path === 'checkpoint') {
    const checkpoint = await shown();
    return checkpoint && withCosignatures(stores, checkpoint);
  }
  const resource = parseTilePath(path);
  if (!resource.ok) return undefined;
  const { kind, tile } = resource;
  if (!(await isPublished(stores, tile))) return undefined;
  return kind === 'entries' ? readBundle(stores, tile) : readTile(stores, tile);
}

/** The signed note of a checkpoint with what witnesses signed under it. */
export async function withCosignatures(
  { logTree }: Pick<Stores, 'logTree'>,
  checkpoint: SignedCheckpoint,
): Promise<Uint8Array> {
  const note = new TextEncoder().encode(checkpoint.note);
  const cosignatures = await logTree.cosignatures(checkpoint.size);
  if (cosignatures.length === 0) return note;
  const own = parseSignedNote(note);
  const added = parseSignatureLines(cosignatures.map(({ line }) => `${line}\n`).join(''));
  if (!own.ok || !added.ok) throw new Error(`Checkpoint ${checkpoint.size} is not stored as it was signed.`);
  return formatSignedNote({ ...own.note, signatures: [...own.note.signatures, ...added.signatures] });
}

async function isPublished({ logTree }: LogStores, { level, index, width }: Tile): Promise<boolean> {
  const size = (await logTree.latest())?.size ?? 0;
  const hashes = Math.floor(size / TILE_WIDTH ** level);
  return index * TILE_WIDTH + width <= hashes;
}

async function readTile({ logTree }: LogStores, tile: Tile): Promise<Uint8Array | undefined> {
  const [stored] = await logTree.tiles([tile]);
  return stored?.hashes.slice(0, tile.width * HASH_LENGTH);
}

async function readBundle({ log }: LogStores, { index, width }: Tile): Promise<Uint8Array> {
  const entries = await log.byIndex(BigInt(index * TILE_WIDTH), width);
  return encodeEntryBundle(entries.map(({ leaf }) => leaf));
}
