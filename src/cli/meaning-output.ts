import { formatEntryId } from '../app/catalogue/entries/entry-id.js';
import { isHidden } from '../app/catalogue/entries/is-hidden.js';
import type { NearestAnswer } from '../app/catalogue/meaning/nearest-entries.js';
import { count } from './count.js';
import { plainText } from './plain-text.js';

const METHODS = { exact: 'compared with every vector', index: 'along the index' } as const;

export function meaningAsJson({ matches, model, searched, vectorsSearched }: NearestAnswer): string {
  return `${JSON.stringify(
    {
      model: { name: model.name, revision: model.revision },
      searched: {
        datasets: searched.datasets.map(({ slug }) => slug),
        rowsHeld: Number(searched.rowsHeld),
        vectors: Number(vectorsSearched),
      },
      matches: matches.map(({ entry, dataset, similarity, method }) => ({
        id: formatEntryId(dataset.slug, entry.rowId),
        dataset: dataset.slug,
        similarity,
        method,
        url: entry.url,
        caption: entry.caption,
        author: entry.author,
        isHidden: isHidden(entry),
      })),
    },
    null,
    2,
  )}\n`;
}

export function meaningAsTable({ matches, model, searched, vectorsSearched }: NearestAnswer): string {
  const lines = matches.flatMap(({ entry, dataset, similarity, method }) => [
    plainText(entry.caption) || '(no caption)',
    `  ${plainText(entry.url)}`,
    `  ${dataset.slug}  meaning ${similarity.toFixed(3)}, ${METHODS[method]}`,
    `  ${formatEntryId(dataset.slug, entry.rowId)}`,
    '',
  ]);
  lines.push(
    `${matches.length === 0 ? 'Nothing found' : `The ${matches.length} nearest`} by ${model.name}, ${model.revision}; searched ` +
      `${count(vectorsSearched)} vectors of ${count(searched.rowsHeld)} rows in ` +
      `${searched.datasets.map(({ slug }) => slug).join(', ') || 'no dataset'}.`,
  );
  return `${lines.join('\n')}\n`;
}
