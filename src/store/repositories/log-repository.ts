import type { LogEntry, LogStore, NewLeaf } from '../../app/ports/log.js';
import { LogEntryRow } from '../entities/log-entry.entity.js';
import { toSignedKey } from '../row-values.js';
import type { StoreSession } from '../store-session.js';
import { takeLock } from '../advisory-lock.js';

const KNOWN = 'SELECT * FROM log_entries WHERE leaf_hash = ANY ($1::bytea[])';
const TAIL = 'SELECT * FROM log_entries ORDER BY index DESC LIMIT 1';
const APPEND = `
  INSERT INTO log_entries (index, leaf_hash, kind, leaf, logged_at)
  SELECT index, leaf_hash, kind, leaf, $5
  FROM unnest($1::bigint[], $2::bytea[], $3::text[], $4::bytea[]) AS new (index, leaf_hash, kind, leaf)`;

const REFER = `
  INSERT INTO log_references (key, index)
  SELECT key, index FROM unnest($1::bigint[], $2::bigint[]) AS new (key, index)`;
// A join on unnested keys is several times faster than = ANY over as many, and is planned the same at any number.
const ABOUT = `
  SELECT * FROM log_entries WHERE index IN (
    SELECT log_references.index FROM unnest($1::bigint[]) AS wanted (key)
    JOIN log_references ON log_references.key = wanted.key AND log_references.index < $2
  )`;
const KEYS_AT_ONCE = 20_000;

type AddedLeaf = LogEntry & Pick<NewLeaf, 'keys'>;

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

  async hold(now: Date): Promise<Date> {
    await takeLock(this.#session, 'log tail');
    const [tail] = await this.#session.rows(LogEntryRow, TAIL, []);
    return tail && tail.loggedAt > now ? tail.loggedAt : now;
  }

  async sizeAt(time: Date): Promise<bigint> {
    const sql = 'SELECT * FROM log_entries WHERE logged_at <= $1 ORDER BY logged_at DESC, index DESC LIMIT 1';
    const [last] = await this.#session.rows(LogEntryRow, sql, [time]);
    return last ? last.index + 1n : 0n;
  }

  async about(keys: readonly bigint[], before: bigint): Promise<LogEntry[]> {
    const wanted = [...new Set(keys)].map(toSignedKey);
    const found = new Map<bigint, LogEntry>();
    for (let from = 0; from < wanted.length; from += KEYS_AT_ONCE) {
      const some = `{${wanted.slice(from, from + KEYS_AT_ONCE).join(',')}}`;
      for (const entry of await this.#session.rows(LogEntryRow, ABOUT, [some, before])) {
        found.set(entry.index, entry);
      }
    }
    return [...found.values()].sort((a, b) => (a.index < b.index ? -1 : 1));
  }

  async byHash(leafHash: Uint8Array): Promise<LogEntry | undefined> {
    const [entry] = await this.#session.find(LogEntryRow, { leafHash });
    return entry;
  }

  async ofKind(kind: string): Promise<LogEntry[]> {
    return this.#session.find(LogEntryRow, { kind }, { index: 'ASC' });
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

  async atIndexes(indexes: readonly bigint[]): Promise<LogEntry[]> {
    if (indexes.length === 0) return [];
    return this.#session.rows(LogEntryRow, 'SELECT * FROM log_entries WHERE index = ANY ($1::bigint[])', [
      indexes,
    ]);
  }
}

/** Gives each leaf that is not known the next index, and a time that never runs behind the tail's. */
function sequence(
  leaves: readonly NewLeaf[],
  known: readonly LogEntry[],
  tail: LogEntry | undefined,
  now: Date,
): { entries: LogEntry[]; added: AddedLeaf[] } {
  const loggedAt = tail && tail.loggedAt > now ? tail.loggedAt : now;
  const byHash = new Map(known.map((entry) => [nameOf(entry.leafHash), entry]));
  const added: AddedLeaf[] = [];
  let next = tail ? tail.index + 1n : 0n;
  const entries = leaves.map(({ kind, leaf, leafHash, keys }) => {
    const name = nameOf(leafHash);
    const present = byHash.get(name);
    if (present) return present;
    const entry = { index: next++, leafHash, kind, leaf, loggedAt };
    byHash.set(name, entry);
    added.push({ ...entry, keys });
    return entry;
  });
  return { entries, added };
}

async function insert(session: StoreSession, added: readonly AddedLeaf[]): Promise<void> {
  await session.execute(APPEND, [
    added.map(({ index }) => index),
    added.map(({ leafHash }) => Buffer.from(leafHash)),
    added.map(({ kind }) => kind),
    added.map(({ leaf }) => Buffer.from(leaf)),
    added[0]?.loggedAt,
  ]);
  const references = added.flatMap(({ keys, index }) => [...new Set(keys)].map((key) => ({ key, index })));
  if (references.length === 0) return;
  await session.execute(REFER, [
    references.map(({ key }) => toSignedKey(key)),
    references.map(({ index }) => index),
  ]);
}

function nameOf(hash: Uint8Array): string {
  return Buffer.from(hash).toString('latin1');
}
