import type { Answer } from '../../../core/consent/decision.js';
import type { Use } from '../../../core/consent/use.js';
import { consentForEntries } from '../../consent/consent-for-entries.js';
import { type Entry, type EntryPage, type EntrySearch, EXACT_HITS } from '../../ports/catalogue.js';
import { InvalidCursor, type PageRequest } from '../../ports/page.js';
import type { Registry } from '../../registry.js';

/** Keeps the rows about which the registry gives one of these answers today. */
export interface ConsentFilter {
  readonly use: Use;
  readonly answers: readonly Answer[];
}

export interface ConsentPage extends EntryPage {
  /** There are more hits than were looked at: the answers about those are not known. */
  readonly hasUnseen: boolean;
}

const BATCH = 1_000;

/**
 * Answers are not stored with rows, because each new statement may change them: hits are read in their order, a thousand at a time,
 * and asked about, the first `EXACT_HITS` of them and no more. A cursor carries how many came before it.
 */
export async function searchWithConsent(
  registry: Registry,
  search: EntrySearch,
  { use, answers }: ConsentFilter,
  page: PageRequest,
): Promise<ConsentPage> {
  let { seen, after } = readCursor(page.after);
  const kept: { cursor: string; row: Entry }[] = [];
  for (;;) {
    const first = Math.min(BATCH, EXACT_HITS - seen);
    if (first === 0) return { rows: kept, hasNextPage: false, foundBy: 'asked', hasUnseen: true };
    const found = await registry.store.entries.search(search, {
      first,
      ...(after === undefined ? {} : { after }),
    });
    const checked = await consentForEntries(
      registry,
      found.rows.map(({ row }) => row.canonical),
      [use],
    );
    for (const [at, { cursor, row }] of found.rows.entries()) {
      seen += 1;
      const answer = checked[at]?.decisions[0]?.answer;
      if (answer === undefined || !answers.includes(answer)) continue;
      if (kept.length === page.first)
        return { rows: kept, hasNextPage: true, foundBy: found.foundBy, hasUnseen: false };
      kept.push({ cursor: formatCursor(seen, cursor), row });
    }
    if (!found.hasNextPage)
      return { rows: kept, hasNextPage: false, foundBy: found.foundBy, hasUnseen: false };
    after = found.rows.at(-1)?.cursor;
  }
}

function formatCursor(seen: number, after: string): string {
  return `${seen}.${after}`;
}

function readCursor(cursor: string | undefined): { seen: number; after: string | undefined } {
  if (cursor === undefined) return { seen: 0, after: undefined };
  const [, seen, after] = /^(\d{1,5})\.([\w-]+)$/.exec(cursor) ?? [];
  if (after === undefined || Number(seen) > EXACT_HITS) throw new InvalidCursor();
  return { seen: Number(seen), after };
}
