import type { ExportCells } from '../catalogue/search/export-text.js';
import type { ParquetType } from '../ports/tables.js';
import type { Registry } from '../registry.js';
import { fittingLines, type GivenFilter } from './find-given.js';
import { type GivenLine, givenList } from './given-list.js';

/** Columns of the exported yes list, with the type that Parquet has for each. */
export const GIVEN_COLUMNS = {
  kind: 'text',
  address: 'text',
  recognised_by: 'text',
  value: 'text',
  use: 'text',
  answer: 'text',
  credit: 'text',
  licence_url: 'text',
  fee_url: 'text',
  contact: 'text',
  assurance: 'text',
  capacity: 'text',
  basis: 'text',
  expires_at: 'text',
  statement: 'text',
  log_index: 'long',
  log_size: 'long',
  proof: 'text',
} as const satisfies Readonly<Record<string, ParquetType>>;

const BATCH = 1_000;

/** The yes list, a row for each statement that a line rests on. Throws `LogReadOnly`. */
export async function exportGiven(
  registry: Registry,
  filter: GivenFilter,
): Promise<AsyncGenerator<readonly ExportCells[]>> {
  const list = await givenList(registry);
  const lines = fittingLines(list?.lines ?? [], filter, registry.clock());
  const proofs = `${registry.settings.publicUrl}/log/proof/`;
  return batches(lines, list?.logSize ?? 0, proofs);
}

async function* batches(
  lines: Iterable<GivenLine>,
  logSize: number,
  proofs: string,
): AsyncGenerator<readonly ExportCells[]> {
  let batch: ExportCells[] = [];
  for (const line of lines) {
    batch.push(...cellsOf(line, logSize, proofs));
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
    // Whoever else waits in this process gets a turn.
    await new Promise((done) => setImmediate(done));
  }
  if (batch.length > 0) yield batch;
}

function cellsOf(
  { subject, use, answer, decidedBy }: GivenLine,
  logSize: number,
  proofs: string,
): ExportCells[] {
  const about =
    subject.kind === 'content'
      ? { recognised_by: subject.by, value: subject.value }
      : { address: subject.address };
  return decidedBy.map(({ statement, index, assurance, capacity, basis, expiresAt, terms = {} }) => ({
    kind: subject.kind,
    ...about,
    use,
    answer,
    credit: terms.credit,
    licence_url: terms.licenceUrl,
    fee_url: terms.feeUrl,
    contact: terms.contact,
    assurance,
    capacity,
    basis,
    expires_at: expiresAt,
    statement,
    log_index: index,
    log_size: logSize,
    proof: `${proofs}${statement}.tlog-proof`,
  }));
}
