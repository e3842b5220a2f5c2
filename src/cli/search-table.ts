import type { SearchAnswer } from '../app/catalogue/search/search-entries.js';
import type { SearchFacets } from '../app/catalogue/search/search-facets.js';
import type { Entry } from '../app/ports/catalogue.js';
import { plainText } from './plain-text.js';

/** A search as people read it: three lines a row, and what was searched. */
export function searchTable(answer: SearchAnswer, facets: SearchFacets | undefined, columns: number): string {
  const { page, searched } = answer;
  const slugs = new Map(searched.datasets.map(({ id, slug }) => [id, slug]));
  const lines = [
    ...page.rows.flatMap(({ row }) => describe(row, slugs.get(row.datasetId) ?? '', columns)),
    ...notesOf(answer).map((note) => clip(note, columns * 3)),
    ...(facets ? facetLines(facets) : []),
    summary(answer),
  ];
  return `${lines.join('\n')}\n`;
}

function notesOf({ page, search, foundBy, widenings, suggestions, hasUnseen }: SearchAnswer): string[] {
  return [
    ...(foundBy === 'host-part'
      ? ['No row holds this word; the hosts of these have it in their names.']
      : []),
    ...(foundBy === 'spelling' ? ['No row holds these words; these are spelt much like them.'] : []),
    ...widenings.map(({ typed, also, hasOwnNames }) =>
      [
        `${plainText(typed)} was also searched as ${plainText(also.join(', '))}.`,
        ...(hasOwnNames ? ['An artist with an account here goes by these names, as they say.'] : []),
      ].join(' '),
    ),
    ...(suggestions.length > 0 ? [`Did you mean ${suggestions.map(plainText).join(', or ')}?`] : []),
    ...(page.rows.length === 0 && search.filter.showsHidden !== true
      ? ['Rows that their dataset calls unsafe were left out; --show-hidden looks at them too.']
      : []),
    ...(hasUnseen ? ['There are more hits than the 10,000 whose answers were looked at.'] : []),
  ];
}

function summary({ page, searched }: SearchAnswer): string {
  const held = searched.rowsHeld.toLocaleString('en-GB');
  const scope =
    searched.rowsPublished === undefined
      ? `${held} rows`
      : `${held} of ${searched.rowsPublished.toLocaleString('en-GB')} published rows`;
  const found =
    page.rows.length === 0 ? 'Nothing found' : `${page.rows.length}${page.hasNextPage ? '+' : ''} found`;
  return `${found}; searched ${scope} in ${searched.datasets.map(({ slug }) => slug).join(', ') || 'no dataset'}.`;
}

function facetLines({ hits, areEstimates, datasets, hosts, sizes, aesthetic }: SearchFacets): string[] {
  const about = areEstimates ? 'about ' : '';
  const line = (title: string, counts: readonly (readonly [string, number])[]): string =>
    `  ${title.padEnd(10)}${counts.map(([name, count]) => `${name} ${about}${count.toLocaleString('en-GB')}`).join(', ')}`;
  return [
    `${about}${hits.toLocaleString('en-GB')} hits`,
    line(
      'datasets',
      datasets.map(({ value, count }) => [value.slug, count] as const),
    ),
    line(
      'hosts',
      hosts.map(({ value, count }) => [plainText(value), count] as const),
    ),
    line(
      'sizes',
      sizes.map(({ value, count }) => [value ?? 'unknown', count] as const),
    ),
    line(
      'aesthetic',
      aesthetic.map(({ value, count }) => [value === undefined ? 'none' : `${value}+`, count] as const),
    ),
    '',
  ];
}

function describe(entry: Entry, slug: string, columns: number): string[] {
  const size = entry.width && entry.height ? `  ${entry.width} × ${entry.height}` : '';
  const caption = plainText(entry.caption) || '(no caption)';
  return [clip(caption, columns), clip(`  ${plainText(entry.url)}`, columns), `  ${slug}${size}`, ''];
}

function clip(line: string, columns: number): string {
  const most = Math.max(40, columns);
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}
