import { randomUUID } from 'node:crypto';
import type { HiddenPicture, HiddenStore } from '../../app/ports/hidden.js';
import { type KnownHash, parseKnownHashes } from '../../core/likeness/parse-known-hashes.js';
import { HiddenPictureRow } from '../entities/hidden-picture.entity.js';
import type { StoreSession } from '../store-session.js';

const NEXT = '(SELECT coalesce(max(change), 0) + 1 FROM hidden_pictures)';

const ADD = `
  INSERT INTO hidden_pictures (id, hashes, hidden_at, lifted_at, change) VALUES ($1, $2::text[], $3, $4, ${NEXT})`;

const LIFT = `UPDATE hidden_pictures SET lifted_at = $2, change = ${NEXT} WHERE id = $1 AND lifted_at IS NULL`;

const HASHES = `
  SELECT DISTINCT unnest(hashes) AS hash FROM hidden_pictures WHERE lifted_at IS NULL ORDER BY hash`;

// A report keeps what it was, when, and the digest of where.
const ABOUT_ADDRESS = [
  `UPDATE reports SET text = '', link = NULL, expression = '' WHERE subject_digest = $1`,
  `UPDATE work_matches SET canonical = NULL, dataset_id = NULL, row_id = NULL WHERE subject_digest = $1`,
];

const ABOUT_WORK = [
  `UPDATE works SET title = NULL, identifiers = '{}' WHERE id = $1`,
  `DELETE FROM work_locations WHERE work_id = $1`,
  `DELETE FROM work_meanings WHERE work_id = $1`,
  `DELETE FROM kept_files WHERE claim_id = (SELECT claim_id FROM works WHERE id = $1)`,
  `DELETE FROM original_findings WHERE claim_id = (SELECT claim_id FROM works WHERE id = $1)`,
];

const UNFINISHED = 'INSERT INTO unfinished_erasures (id, erased_at) VALUES ($1, now())';

export class HiddenRepository implements HiddenStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async add({ id, hashes, hiddenAt, liftedAt }: HiddenPicture): Promise<void> {
    const written = hashes.map(({ algorithm, hex }) => `${algorithm}:${hex}`);
    await this.#session.execute(ADD, [id, written, hiddenAt, liftedAt]);
  }

  async byId(id: string): Promise<HiddenPicture | undefined> {
    const [row] = await this.#session.find(HiddenPictureRow, { id });
    return row && { id, hashes: readHashes(row.hashes), hiddenAt: row.hiddenAt, liftedAt: row.liftedAt };
  }

  async lift(id: string, liftedAt: Date): Promise<void> {
    await this.#session.execute(LIFT, [id, liftedAt]);
  }

  async change(): Promise<bigint> {
    const [row] = await this.#session.query<{ change: string | null }>(
      'SELECT max(change)::text AS change FROM hidden_pictures',
    );
    return BigInt(row?.change ?? 0);
  }

  async hashes(): Promise<KnownHash[]> {
    const rows = await this.#session.query<{ hash: string }>(HASHES);
    return readHashes(rows.map(({ hash }) => hash));
  }

  async forgetAddress(subjectDigest: Uint8Array): Promise<void> {
    await this.#forget(ABOUT_ADDRESS, Buffer.from(subjectDigest));
  }

  async forgetWork(workId: string): Promise<void> {
    await this.#forget(ABOUT_WORK, workId);
  }

  async #forget(statements: readonly string[], subject: unknown): Promise<void> {
    await this.#session.transaction(async (session) => {
      for (const sql of statements) await session.execute(sql, [subject]);
      await session.execute(UNFINISHED, [randomUUID()]);
    });
  }
}

function readHashes(written: readonly string[]): KnownHash[] {
  const parsed = parseKnownHashes(written.join('\n'));
  if (!parsed.ok)
    throw new Error(`A hash of what is hidden cannot be read: ${written[parsed.line - 1] ?? ''}.`);
  return [...parsed.hashes];
}
