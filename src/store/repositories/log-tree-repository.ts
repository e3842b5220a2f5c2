import type { Cosignature, LogTile, LogTreeStore, SignedCheckpoint } from '../../app/ports/log-tree.js';
import { takeLock } from '../advisory-lock.js';
import { LogCheckpointRow } from '../entities/log-checkpoint.entity.js';
import { LogCosignatureRow } from '../entities/log-cosignature.entity.js';
import { LogTileRow } from '../entities/log-tile.entity.js';
import type { StoreSession } from '../store-session.js';

const TILES = `
  SELECT log_tiles.* FROM log_tiles
  JOIN unnest($1::integer[], $2::bigint[]) AS wanted (level, index) USING (level, index)`;
const GROW = `
  INSERT INTO log_tiles (level, index, hashes)
  SELECT level, index, hashes FROM unnest($1::integer[], $2::bigint[], $3::bytea[]) AS new (level, index, hashes)
  ON CONFLICT (level, index) DO UPDATE SET hashes = excluded.hashes`;

// Witnesses are asked about a checkpoint a second at most, so that the last few of those that they cosigned are enough.
const MOST_COSIGNED = `
  WITH cosigned AS (
    SELECT size, count(*) AS signatures FROM log_cosignatures
    WHERE size >= $1 GROUP BY size ORDER BY size DESC LIMIT 256
  )
  SELECT log_checkpoints.* FROM log_checkpoints JOIN cosigned USING (size)
  WHERE signed_at >= $2 ORDER BY signatures DESC, size DESC LIMIT 1`;

export class LogTreeRepository implements LogTreeStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async hold(): Promise<void> {
    await takeLock(this.#session, 'log tree');
  }

  async tiles(wanted: readonly Pick<LogTile, 'level' | 'index'>[]): Promise<LogTile[]> {
    if (wanted.length === 0) return [];
    return this.#session.rows(LogTileRow, TILES, [
      wanted.map(({ level }) => level),
      wanted.map(({ index }) => index),
    ]);
  }

  async grow(tiles: readonly LogTile[]): Promise<void> {
    if (tiles.length === 0) return;
    await this.#session.execute(GROW, [
      tiles.map(({ level }) => level),
      tiles.map(({ index }) => index),
      tiles.map(({ hashes }) => Buffer.from(hashes)),
    ]);
  }

  async latest(): Promise<SignedCheckpoint | undefined> {
    const [checkpoint] = await this.#session.rows(
      LogCheckpointRow,
      'SELECT * FROM log_checkpoints ORDER BY size DESC LIMIT 1',
      [],
    );
    return checkpoint;
  }

  async bySize(size: number): Promise<SignedCheckpoint | undefined> {
    const [checkpoint] = await this.#session.find(LogCheckpointRow, { size });
    return checkpoint;
  }

  async add(checkpoint: SignedCheckpoint): Promise<void> {
    await this.#session.insert(LogCheckpointRow, checkpoint);
  }

  async cosign(cosignature: Cosignature): Promise<void> {
    await this.#session.upsert(LogCosignatureRow, cosignature, ['size', 'witness']);
  }

  async mostCosigned(least: number, since: Date): Promise<SignedCheckpoint | undefined> {
    const [checkpoint] = await this.#session.rows(LogCheckpointRow, MOST_COSIGNED, [least, since]);
    return checkpoint;
  }

  async cosignatures(size: number): Promise<Cosignature[]> {
    return this.#session.find(LogCosignatureRow, { size }, { receivedAt: 'ASC', witness: 'ASC' });
  }
}
