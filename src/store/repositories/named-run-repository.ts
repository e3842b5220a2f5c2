import type {
  NamedBuilder,
  NamedRun,
  NamedRunStore,
  RunName,
  RunsWithLeaf,
  ShownRun,
} from '../../app/ports/named-runs.js';
import type { Page, PageRequest } from '../../app/ports/page.js';
import type { Use } from '../../core/consent/use.js';
import { NamedRunRow } from '../entities/named-run.entity.js';
import { RunNameRow } from '../entities/run-name.entity.js';
import { type Keyset, readPage } from '../keyset-page.js';
import type { StoreSession } from '../store-session.js';

/** How many runs of each builder are told one by one; the log has all of them. */
const LATEST = 10;

/** How many names are told to whoever asks about one leaf. */
const NAMES_TOLD = 20;

/** A host is shown only while the account holds it, so that nobody goes on under the name of a place that is another's now. */
const SHOWN = `
  SELECT named_runs.*, run_names.name, run_names.salt, run_names.account_id,
         run_names.claim_id IS NOT NULL AS is_proven
    FROM named_runs JOIN run_names USING (log_index)
    JOIN accounts ON accounts.id = run_names.account_id AND accounts.suspended_at IS NULL
    LEFT JOIN claims ON claims.id = run_names.claim_id
   WHERE run_names.hidden_at IS NULL
     AND (run_names.claim_id IS NULL
          OR (claims.account_id = run_names.account_id AND claims.state IN ('active', 'disputed')
              AND claims.assurance <> 'asserted'))`;

/** Two accounts that hold one domain are one builder; two that call themselves alike are two. */
const BY_NAME = `name, is_proven, CASE WHEN NOT is_proven THEN account_id END`;

const BUILDERS = `
  SELECT name, is_proven, count(*)::text AS runs, max(log_index) AS last_index, max(stated_at) AS last_at,
         sum(allowed + denied + conditional + unanswered)::text AS rows, sum(denied)::text AS denied,
         (array_agg(log_index ORDER BY log_index DESC))[1:${LATEST}]::text[] AS latest
    FROM (${SHOWN}) AS shown GROUP BY ${BY_NAME}`;

const SHOWN_RUNS = `
  SELECT named_runs.*, log_entries.leaf_hash, run_names.salt
    FROM named_runs JOIN log_entries ON log_entries.index = named_runs.log_index
    JOIN run_names USING (log_index) WHERE named_runs.log_index = ANY ($1::bigint[])`;

const WITH_LEAVES = `
  SELECT * FROM (
    SELECT at, name, is_proven, count(*)::text AS runs, sum(count(*)) OVER (PARTITION BY at)::text AS all_runs,
           row_number() OVER (PARTITION BY at ORDER BY max(log_index) DESC) AS place
      FROM unnest($1::bigint[]) AS asked (at) JOIN (${SHOWN}) AS shown ON size > at
     GROUP BY at, ${BY_NAME}) AS told
   WHERE place <= ${NAMES_TOLD} ORDER BY at, place`;

const NAMELESS = `
  SELECT ((SELECT count(*) FROM named_runs) - (SELECT count(*) FROM (${SHOWN}) AS shown))::text AS count`;

interface BuilderRow {
  readonly name: string;
  readonly is_proven: boolean;
  readonly runs: string;
  readonly last_index: string;
  readonly last_at: Date;
  readonly rows: string;
  readonly denied: string;
  readonly latest: readonly string[];
}

interface ToldRow {
  readonly at: string;
  readonly name: string;
  readonly is_proven: boolean;
  readonly runs: string;
  readonly all_runs: string;
}

interface ShownRow {
  readonly log_index: string;
  readonly digest: Buffer;
  readonly size: string;
  readonly uses: readonly Use[];
  readonly allowed: string;
  readonly denied: string;
  readonly conditional: string;
  readonly unanswered: string;
  readonly stated_at: Date;
  readonly leaf_hash: Buffer;
  readonly salt: Buffer;
}

const BY_LAST_RUN: Keyset<BuilderRow> = {
  list: 'named builders',
  key: [{ sql: 'last_index', type: 'bigint' }],
  direction: 'DESC',
  keyOf: (row) => [row.last_index],
};

const OWN: Keyset<NamedRun & RunName> = {
  list: 'named runs of account',
  key: [{ sql: 'run_names.log_index', type: 'bigint' }],
  direction: 'DESC',
  keyOf: ({ logIndex }) => [logIndex.toString()],
};

export class NamedRunRepository implements NamedRunStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async add(run: NamedRun): Promise<void> {
    if ((await this.byDigest(run.digest)) === undefined) await this.#session.insert(NamedRunRow, run);
  }

  async name(name: RunName): Promise<void> {
    await this.#session.insert(RunNameRow, name);
  }

  async byDigest(digest: Uint8Array): Promise<NamedRun | undefined> {
    const [run] = await this.#session.rows(NamedRunRow, 'SELECT * FROM named_runs WHERE digest = $1', [
      Buffer.from(digest),
    ]);
    return run;
  }

  async nameOf(logIndex: bigint): Promise<RunName | undefined> {
    const [name] = await this.#session.find(RunNameRow, { logIndex });
    return name;
  }

  async isHidden(accountId: string, name: string): Promise<boolean> {
    const sql = 'SELECT FROM run_names WHERE account_id = $1 AND name = $2 AND hidden_at IS NOT NULL LIMIT 1';
    return (await this.#session.query(sql, [accountId, name])).length > 0;
  }

  async hide(accountId: string, name: string, at: Date | undefined): Promise<number> {
    return this.#session.update(RunNameRow, { accountId, name }, { hiddenAt: at });
  }

  async builders(page: PageRequest): Promise<Page<NamedBuilder>> {
    const { rows, hasNextPage } = await readPage(BY_LAST_RUN, page, [], ({ after, tail, parameters }) =>
      this.#session.query<BuilderRow>(
        `SELECT * FROM (${BUILDERS}) AS builders WHERE ${after} ${tail}`,
        parameters,
      ),
    );
    const runs = await this.#shownRuns(rows.flatMap(({ row }) => row.latest));
    return { rows: rows.map(({ cursor, row }) => ({ cursor, row: builder(row, runs) })), hasNextPage };
  }

  async countNameless(): Promise<bigint> {
    const [row] = await this.#session.query<{ count: string }>(NAMELESS);
    return BigInt(row?.count ?? 0);
  }

  async withLeaves(indexes: readonly bigint[]): Promise<RunsWithLeaf[]> {
    const asked = [...new Set(indexes)].map(String);
    const told = await this.#session.query<ToldRow>(WITH_LEAVES, [asked]);
    return indexes.map((index) => {
      const rows = told.filter(({ at }) => BigInt(at) === index);
      return {
        runs: BigInt(rows[0]?.all_runs ?? 0),
        builders: rows.map(({ name, is_proven: isProven, runs }) => ({ name, isProven, runs: BigInt(runs) })),
      };
    });
  }

  async ofAccount(accountId: string, page: PageRequest): Promise<Page<NamedRun & RunName>> {
    return readPage(OWN, page, [accountId], async ({ after, tail, parameters }) => {
      const names = await this.#session.rows(
        RunNameRow,
        `SELECT run_names.* FROM run_names WHERE account_id = $1 AND ${after} ${tail}`,
        parameters,
      );
      const runs = await this.#session.rows(
        NamedRunRow,
        'SELECT * FROM named_runs WHERE log_index = ANY ($1::bigint[])',
        [names.map(({ logIndex }) => logIndex.toString())],
      );
      return names.flatMap((name) => {
        const run = runs.find(({ logIndex }) => logIndex === name.logIndex);
        return run === undefined ? [] : [{ ...run, ...name }];
      });
    });
  }

  async #shownRuns(indexes: readonly string[]): Promise<ShownRun[]> {
    const rows = await this.#session.query<ShownRow>(SHOWN_RUNS, [indexes]);
    return rows.map((row) => ({
      logIndex: BigInt(row.log_index),
      digest: new Uint8Array(row.digest),
      size: BigInt(row.size),
      uses: row.uses,
      allowed: BigInt(row.allowed),
      denied: BigInt(row.denied),
      conditional: BigInt(row.conditional),
      unanswered: BigInt(row.unanswered),
      statedAt: row.stated_at,
      leafHash: new Uint8Array(row.leaf_hash),
      salt: new Uint8Array(row.salt),
    }));
  }
}

function builder(row: BuilderRow, runs: readonly ShownRun[]): NamedBuilder {
  return {
    name: row.name,
    isProven: row.is_proven,
    runs: BigInt(row.runs),
    lastIndex: BigInt(row.last_index),
    lastAt: row.last_at,
    rows: BigInt(row.rows),
    denied: BigInt(row.denied),
    latest: row.latest.flatMap((index) => runs.find(({ logIndex }) => logIndex === BigInt(index)) ?? []),
  };
}
