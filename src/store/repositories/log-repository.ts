import type { LogEntry, LogStore } from '../../app/ports/log.js';
import { LogEntryRow } from '../entities/log-entry.entity.js';
import type { StoreSession } from '../store-session.js';
import { takeLock } from '../advisory-lock.js';

type NewLeaf = Parameters<LogStore['append']>[0][number];

const KNOWN = 'SELECT * FROM log_entries WHERE leaf_hash = ANY ($1::bytea[])';
const TAIL = 'SELECT * FROM log_entries ORDER BY index DESC LIMIT 1';
const APPEND = `
  INSERT INTO log_entries (index, leaf_hash, kind, leaf, logged_at)
  SELECT index, leaf_hash, kind, leaf, $5
  FROM unnest($1::bigint[], $2::bytea[], $3::text[], $4::bytea[]) AS new (index, leaf_hash, kind, leaf)`;

export class LogRepository implements LogStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async append(leaves: readonly NewLeaf[], loggedAt: Date): Promise<LogEntry[]> {
    if (leaves.length === 0) return [];
    return this.#session.transaction(async (session) => {
      await takeLock(session, 'log tail');
      const hashes = leaves.map(({ leafHash }) => Buffer.from(leafHash));
      const known = await session.rows(LogEntryRow, KNOWN, [hashes]);
      const [tail] = await session.rows(LogEntryRow, TAIL, []);
      const { entries, added } = sequence(leaves, known, tail, loggedAt);
      if (added.length > 0) await insert(session, added);
      return entries;
    });
  }

  async size(): Promise<bigint> {
    const [tail] = await this.#session.rows(LogEntryRow, TAIL, []);
    return tail ? tail.index + 1n : 0n;
  }

  async byIndex(from: bigint, count: number): Promise<LogEntry[]> {
    return this.#session.rows(
      LogEntryRow,
      'SELECT * FROM log_entries WHERE index >= $1 ORDER BY index LIMIT $2',
      [from, count],
    );
  }
}

/** Gives each leaf that is not known the next index, and a time that never runs behind the tail's. */
function sequence(
  leaves: readonly NewLeaf[],
  known: readonly LogEntry[],
  tail: LogEntry | undefined,
  now: Date,
): { entries: LogEntry[]; added: LogEntry[] } {
  const loggedAt = tail && tail.loggedAt > now ? tail.loggedAt : now;
  const byHash = new Map(known.map((entry) => [nameOf(entry.leafHash), entry]));
  const added: LogEntry[] = [];
  let next = tail ? tail.index + 1n : 0n;
  const entries = leaves.map(({ kind, leaf, leafHash }) => {
    const name = nameOf(leafHash);
    const present = byHash.get(name);
    if (present) return present;
    const entry = { index: next++, leafHash, kind, leaf, loggedAt };
    byHash.set(name, entry);
    added.push(entry);
    return entry;
  });
  return { entries, added };
}

async function insert(session: StoreSession, added: readonly LogEntry[]): Promise<void> {
  await session.execute(APPEND, [
    added.map(({ index }) => index),
    added.map(({ leafHash }) => Buffer.from(leafHash)),
    added.map(({ kind }) => kind),
    added.map(({ leaf }) => Buffer.from(leaf)),
    added[0]?.loggedAt,
  ]);
}

function nameOf(hash: Uint8Array): string {
  return Buffer.from(hash).toString('latin1');
}
