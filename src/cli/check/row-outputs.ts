import { join, resolve } from 'node:path';
import type { CheckedRow } from '../../app/check/checked-row.js';
import type { ConsentAnswers } from '../../app/ports/consent-answers.js';
import type { Decision } from '../../core/consent/decision.js';
import type { Terms } from '../../core/consent/terms.js';
import { RowSpool, type SpoolRow } from '../../tables/row-spool.js';
import { writeSpooled, type SpooledRows } from '../../tables/write-spooled.js';
import type { CommandIo } from '../io.js';
import type { CheckOptions } from './check-options.js';

type Kind = 'decisions' | 'rejected' | 'conditional' | 'credits' | 'named';

const DECISION = {
  input: 'VARCHAR',
  row: 'BIGINT',
  address: 'VARCHAR',
  use: 'VARCHAR',
  decision: 'VARCHAR',
  fate: 'VARCHAR',
  assurance: 'VARCHAR',
  reason: 'VARCHAR',
  statements: 'VARCHAR',
  logs: 'VARCHAR',
} as const;
const TERMS = ['licenceUrl', 'credit', 'feeUrl', 'contact'] as const;

const SHAPES: Readonly<Record<Kind, Omit<SpooledRows, 'spools'>>> = {
  decisions: { columns: DECISION },
  rejected: { columns: DECISION },
  conditional: {
    columns: {
      licenceUrl: 'VARCHAR',
      credit: 'VARCHAR',
      feeUrl: 'VARCHAR',
      contact: 'VARCHAR',
      statement: 'VARCHAR',
      input: 'VARCHAR',
      row: 'BIGINT',
      address: 'VARCHAR',
      use: 'VARCHAR',
    },
    sortedBy: [...TERMS, 'statement', 'input', 'row'],
  },
  named: {
    columns: {
      name: 'VARCHAR',
      statement: 'VARCHAR',
      input: 'VARCHAR',
      row: 'BIGINT',
      address: 'VARCHAR',
      caption: 'VARCHAR',
      fate: 'VARCHAR',
    },
  },
  credits: {
    columns: { credit: 'VARCHAR', source: 'VARCHAR', licenceUrl: 'VARCHAR' },
    countedBy: ['credit', 'source', 'licenceUrl'],
  },
};
const KINDS = Object.keys(SHAPES) as Kind[];

/** Terms kept at hand; the statements of a dataset are few, and asked for again and again. */
const MOST_TERMS = 50_000;

/** Files with a line for rows, beside the tables themselves: each is written as one, however many tables were checked. */
export class RowOutputs {
  readonly #kinds: readonly Kind[];
  readonly #terms = new Map<string, Terms | undefined>();

  /** @param folder for what is on its way; an input's part of it stays there until the run ends */
  constructor(
    private readonly io: CommandIo,
    private readonly options: CheckOptions,
    private readonly answers: ConsentAnswers,
    private readonly folder: string,
  ) {
    this.#kinds = KINDS.filter((kind) => options[kind] !== undefined);
  }

  /** What takes the rows of one input; closed when all of them were told. */
  async open(input: string, id: string): Promise<InputRows | undefined> {
    if (this.#kinds.length === 0) return undefined;
    const spools = new Map<Kind, RowSpool>();
    for (const kind of this.#kinds) spools.set(kind, await RowSpool.open(this.#spoolPath(kind, id)));
    const place = { input, origin: this.answers.bases[0]?.origin ?? '' };
    return {
      add: async (rows) => {
        const terms = await this.#termsOf(rows);
        for (const row of rows) {
          for (const [kind, spool] of spools) {
            for (const line of LINES[kind](row, place, terms)) await spool.add(line);
          }
        }
      },
      close: async () => {
        for (const spool of spools.values()) await spool.close();
      },
    };
  }

  /** Writes every file, from the parts of all inputs in their order. */
  async finish(ids: readonly string[]): Promise<void> {
    for (const kind of this.#kinds) {
      const target = resolve(this.io.cwd, this.options[kind] ?? '');
      await writeSpooled({ ...SHAPES[kind], spools: ids.map((id) => this.#spoolPath(kind, id)) }, target);
    }
  }

  #spoolPath(kind: Kind, id: string): string {
    return join(this.folder, `${id}.${kind}.ndjson`);
  }

  async #termsOf(rows: readonly CheckedRow[]): Promise<ReadonlyMap<string, Terms | undefined>> {
    const needsTerms = this.#kinds.includes('conditional') || this.#kinds.includes('credits');
    if (!needsTerms) return this.#terms;
    const ids = rows.flatMap(({ item }) => offersIn(item.decisions).map(({ id }) => id));
    if (this.#terms.size > MOST_TERMS) this.#terms.clear();
    const missing = [...new Set(ids)].filter((id) => !this.#terms.has(id));
    if (missing.length === 0) return this.#terms;
    const found = await this.answers.terms(missing);
    for (const id of missing) this.#terms.set(id, found.get(id));
    return this.#terms;
  }
}

export interface InputRows {
  add(rows: readonly CheckedRow[]): Promise<void>;
  close(): Promise<void>;
}

interface RowPlace {
  readonly input: string;
  readonly origin: string;
}

type Lines = (row: CheckedRow, place: RowPlace, terms: ReadonlyMap<string, Terms | undefined>) => SpoolRow[];

const LINES: Readonly<Record<Kind, Lines>> = {
  decisions: (row, place) => decisionLines(row, place),
  rejected: (row, place) => (row.fate === 'dropped' ? decisionLines(row, place) : []),
  conditional: (row, { input }, terms) =>
    row.item.decisions.flatMap((decision) =>
      offersIn([decision]).map(({ id }) => ({
        ...told(terms.get(id)),
        statement: id,
        input,
        row: row.row + 1,
        address: row.item.url,
        use: decision.use,
      })),
    ),
  named: ({ named, row, item, caption = null, fate }, { input }) =>
    named.map(({ credit, statement }) => ({
      name: credit,
      statement,
      input,
      row: row + 1,
      address: item.url,
      caption,
      fate,
    })),
  credits: (row, _place, terms) => creditLines(row, terms),
};

/** @param origin of the one log that was asked; where there are several, each reason names its own */
function decisionLines({ item, fate, row }: CheckedRow, { input, origin }: RowPlace): SpoolRow[] {
  return item.decisions.map((decision) => ({
    input,
    row: row + 1,
    address: item.url,
    use: decision.use,
    decision: decision.answer,
    fate,
    assurance: decision.assurance,
    reason: reasonOf(decision, item.notAnswered),
    statements: decision.decidedBy.map(({ id }) => id).join(' '),
    logs: [...new Set(decision.decidedBy.map(({ log }) => log ?? origin))].join(' '),
  }));
}

/** By what the first deciding statement covers the item; or why nothing decides. */
function reasonOf({ decidedBy, notDeciding }: Decision, notAnswered: string | undefined): string {
  const [first] = decidedBy;
  if (first !== undefined) return first.address === 'embedded' ? `embedded-${first.via}` : first.via;
  return notAnswered ?? notDeciding[0]?.code ?? 'nobody-has-answered';
}

/** Whom to name for a row that stays: as terms ask, otherwise whom the dataset names. */
function creditLines(
  { fate, item, author, answer }: CheckedRow,
  terms: ReadonlyMap<string, Terms | undefined>,
): SpoolRow[] {
  if (fate === 'dropped' || (answer === 'UNKNOWN' && fate === 'kept')) return [];
  const asked = offersIn(item.decisions).flatMap(({ id }) => {
    const { credit, licenceUrl = null } = terms.get(id) ?? {};
    return credit === undefined ? [] : [{ credit, source: 'terms', licenceUrl }];
  });
  if (asked.length > 0) return asked;
  return author === undefined || author.trim() === ''
    ? []
    : [{ credit: author, source: 'dataset', licenceUrl: null }];
}

function offersIn(decisions: readonly Decision[]): Decision['decidedBy'] {
  return decisions
    .filter(({ answer }) => answer === 'CONDITIONAL')
    .flatMap(({ decidedBy }) => decidedBy.filter(({ preference }) => preference === 'conditional'));
}

function told(terms: Terms | undefined): Record<(typeof TERMS)[number], string | null> {
  const { licenceUrl = null, credit = null, feeUrl = null, contact = null } = terms ?? {};
  return { licenceUrl, credit, feeUrl, contact };
}
