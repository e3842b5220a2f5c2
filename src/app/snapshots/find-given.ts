import { hexToBytes } from '@noble/hashes/utils.js';
import type { Use } from '../../core/consent/use.js';
import { foldWord } from '../../core/search/fold-word.js';
import type { StatementView } from '../consent/describe-statements.js';
import { viewStatements } from '../consent/view-statements.js';
import { InvalidCursor, type Page, type PageRequest } from '../ports/page.js';
import type { Registry } from '../registry.js';
import { type GivenLine, givenList, type SearchableLine } from './given-list.js';

export interface GivenFilter {
  /** All of them must stand in the address or the terms. */
  readonly words?: string | undefined;
  readonly use?: Use | undefined;
  readonly answer?: GivenLine['answer'] | undefined;
}

/** Lines that fit, without what has run out by now. */
export function* fittingLines(
  lines: Iterable<SearchableLine>,
  { words = '', use, answer }: GivenFilter,
  now: Date,
): Generator<GivenLine> {
  const wanted = words.split(/\s+/u).map(foldWord);
  const isOver = ({ expiresAt }: GivenLine['decidedBy'][number]) =>
    expiresAt !== undefined && Date.parse(expiresAt) <= now.getTime();
  for (const { line, text } of lines) {
    if (use !== undefined && line.use !== use) continue;
    if (answer !== undefined && line.answer !== answer) continue;
    if (line.decidedBy.some(isOver)) continue;
    if (wanted.every((word) => text.includes(word))) yield line;
  }
}

/**
 * Statements by which something is given, or given on terms, the newest first. One that ended since the list was made is left out.
 * Throws `InvalidCursor`.
 */
export async function findGiven(
  registry: Registry,
  filter: GivenFilter,
  { first, after }: PageRequest,
): Promise<Page<StatementView>> {
  if (after !== undefined && !/^[0-9]{1,15}$/.test(after)) throw new InvalidCursor();
  const list = await givenList(registry);
  const before = after === undefined ? Infinity : Number(after);
  const statements = new Map<number, string>();
  for (const { decidedBy } of fittingLines(list?.lines ?? [], filter, registry.clock())) {
    for (const { index, statement } of decidedBy) if (index < before) statements.set(index, statement);
  }
  const indexes = [...statements.keys()].sort((a, b) => b - a);
  const shown = indexes.slice(0, first);
  const views = await viewStatements(
    registry,
    shown.map((index) => hexToBytes(statements.get(index) ?? '')),
  );
  return {
    rows: shown.flatMap((index, at) => {
      const row = views[at];
      return row?.isInForce === true && !row.isSetAside ? [{ cursor: String(index), row }] : [];
    }),
    hasNextPage: indexes.length > shown.length,
  };
}
