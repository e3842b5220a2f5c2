import { formatEntryId } from '../app/catalogue/entries/entry-id.js';
import { isHidden } from '../app/catalogue/entries/is-hidden.js';
import type { FoundReason, SearchWayName } from '../app/catalogue/fusion/fuse-found.js';
import type { TogetherAnswer } from '../app/catalogue/fusion/search-together.js';
import { count } from './count.js';
import { likenessWords } from './likeness-words.js';
import { plainText } from './plain-text.js';

const WAYS: Readonly<Record<SearchWayName, string>> = {
  words: 'words',
  likeness: 'likeness',
  'meaning-of-words': 'meaning of the words',
  'meaning-of-picture': 'meaning of the picture',
};

export function togetherAsJson({ found, ways, looked, searched }: TogetherAnswer): string {
  const answer = {
    searched: { datasets: searched.datasets.map(({ slug }) => slug), rowsHeld: Number(searched.rowsHeld) },
    ways: ways.map(({ obstacle, ...way }) => ({ ...way, obstacle: obstacle ?? null })),
    looked: looked ?? null,
    matches: found.map(({ entry, dataset, score, reasons }) => ({
      id: formatEntryId(dataset.slug, entry.rowId),
      dataset: dataset.slug,
      score,
      reasons,
      url: entry.url,
      caption: entry.caption,
      author: entry.author,
      isHidden: isHidden(entry),
    })),
  };
  return `${JSON.stringify(answer, null, 2)}\n`;
}

export function togetherAsTable({ found, ways, looked, searched }: TogetherAnswer): string {
  const slugs = searched.datasets.map(({ slug }) => slug).join(', ') || 'no dataset';
  const lines = [
    ...found.flatMap(({ entry, dataset, reasons }) => [
      plainText(entry.caption) || '(no caption)',
      `  ${plainText(entry.url)}`,
      ...reasons.map((reason) => `  because of ${WAYS[reason.way]}: place ${reason.rank}${whyOf(reason)}`),
      `  ${formatEntryId(dataset.slug, entry.rowId)}`,
      '',
    ]),
    ...ways.map(({ way, found: brought, obstacle }) =>
      obstacle === undefined
        ? `By ${WAYS[way]}: ${count(brought)} found.`
        : `Not by ${WAYS[way]}. ${obstacle.message} ${obstacle.nextStep}`,
    ),
    ...(looked === undefined || looked.read + looked.missed + looked.left === 0
      ? []
      : [
          `Of the best candidates nobody had looked at ${count(looked.read + looked.missed + looked.left)}: ${count(looked.read)} were looked at now, ` +
            `${count(looked.missed)} were not to be had, and there was no time for ${count(looked.left)}.`,
        ]),
    `${found.length === 0 ? 'Nothing found' : `${count(found.length)} shown`}; searched ${count(searched.rowsHeld)} rows in ${slugs}.`,
  ];
  return `${lines.join('\n')}\n`;
}

function whyOf(reason: FoundReason): string {
  switch (reason.way) {
    case 'words':
      return reason.foundBy === 'spelling' ? ', spelt much like them' : '';
    case 'likeness':
      return `, ${likenessWords(reason)}`;
    case 'meaning-of-words':
      return `, ${reason.similarity.toFixed(3)}`;
    case 'meaning-of-picture':
      return `, ${reason.similarity.toFixed(3)}, ${reason.meaning.replaceAll('-', ' ')}`;
  }
}
