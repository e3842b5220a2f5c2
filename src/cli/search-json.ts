import { formatEntryId } from '../app/catalogue/entries/entry-id.js';
import type { SearchAnswer } from '../app/catalogue/search/search-entries.js';
import type { SearchFacets } from '../app/catalogue/search/search-facets.js';

/** A search as `--json` prints it. */
export function searchJson(answer: SearchAnswer, facets: SearchFacets | undefined): string {
  const { page, search, searched, foundBy, widenings, suggestions, hasUnseen } = answer;
  const slugs = new Map(searched.datasets.map(({ id, slug }) => [id, slug]));
  return `${JSON.stringify(
    {
      searched: {
        datasets: searched.datasets.map(({ slug }) => slug),
        rowsHeld: Number(searched.rowsHeld),
        rowsPublished: searched.rowsPublished === undefined ? null : Number(searched.rowsPublished),
      },
      foundBy,
      widenings,
      suggestions,
      showsHidden: search.filter.showsHidden === true,
      hasUnseen,
      hasMore: page.hasNextPage,
      endCursor: page.rows.at(-1)?.cursor ?? null,
      ...(facets ? { facets: facetsJson(facets) } : {}),
      entries: page.rows.map(({ row }) => {
        const slug = slugs.get(row.datasetId) ?? '';
        const { url, host, caption, author, width, height, similarity, aesthetic, language, licence, extra } =
          row;
        return {
          id: formatEntryId(slug, row.rowId),
          dataset: slug,
          url,
          host,
          caption,
          author,
          width,
          height,
          similarity,
          aesthetic,
          unsafeProbability: row.punsafe,
          watermarkProbability: row.pwatermark,
          language,
          licence,
          extra,
        };
      }),
    },
    null,
    2,
  )}\n`;
}

function facetsJson({ datasets, hosts, sizes, aesthetic, ...counted }: SearchFacets): object {
  return {
    ...counted,
    datasets: datasets.map(({ value, count }) => ({ dataset: value.slug, count })),
    hosts: hosts.map(({ value, count }) => ({ host: value, count })),
    sizes: sizes.map(({ value, count }) => ({ size: value ?? null, count })),
    aesthetic: aesthetic.map(({ value, count }) => ({ from: value ?? null, count })),
  };
}
