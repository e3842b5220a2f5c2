import { formatEntryId } from '../app/catalogue/entries/entry-id.js';
import type { PictureMatch } from '../app/catalogue/likeness/match-picture.js';
import { type PictureSearchAnswer, searchByPicture } from '../app/catalogue/likeness/search-by-picture.js';
import type { Registry } from '../app/registry.js';
import { count } from './count.js';
import { UsageError } from './usage-error.js';
import { givenPicture } from './given-picture.js';
import { EXIT, type CommandIo } from './io.js';
import { likenessWords } from './likeness-words.js';
import { plainText } from './plain-text.js';

/** @param image a file, or the address of one */
export async function searchByImage(
  registry: Registry,
  io: CommandIo,
  image: string,
  options: {
    readonly dataset?: string;
    readonly showsHidden: boolean;
    readonly first: number;
    readonly json?: true;
  },
): Promise<number> {
  const { dataset, showsHidden, first, json } = options;
  const picture = await givenPicture(io, image);
  const answer = await searchByPicture(registry, {
    picture,
    dataset,
    showsHidden,
    first: Math.min(first, 100),
  });
  if (!answer.ok) throw new UsageError(`${answer.message} ${answer.nextStep}`);
  io.out(json ? asJson(answer) : asTable(answer));
  return EXIT.done;
}

function asTable({
  matches,
  matchesHidden,
  searched,
  rowsFingerprinted,
  picture,
}: PictureSearchAnswer): string {
  const slugs = searched.datasets.map(({ slug }) => slug).join(', ') || 'no dataset';
  const found = matches.length === 0 ? 'Nothing found' : `${matches.length} found`;
  return [
    ...matches.flatMap(describe),
    ...(picture.isPlain ? ['The picture is too plain to be told from others by a machine alone.'] : []),
    ...(matchesHidden > 0
      ? [
          `${count(matchesHidden)} more in rows that their dataset calls unsafe; --show-hidden tells them too.`,
        ]
      : []),
    `${found}; ${count(rowsFingerprinted)} of ${count(searched.rowsHeld)} rows in ${slugs} can be found by how they look.`,
    '',
  ].join('\n');
}

function describe({ entry, dataset, ...match }: PictureMatch): string[] {
  return [
    likenessWords(match),
    `  ${plainText(entry.caption) || '(no caption)'}`,
    `  ${plainText(entry.url)}`,
    `  ${formatEntryId(dataset.slug, entry.rowId)}`,
    '',
  ];
}

function asJson({
  matches,
  matchesHidden,
  searched,
  rowsFingerprinted,
  picture,
}: PictureSearchAnswer): string {
  const { sha256, from, isPlain, whole } = picture;
  const answer = {
    picture: {
      sha256,
      ...from,
      pdq: Buffer.from(whole.hash).toString('hex'),
      quality: whole.quality,
      isPlain,
    },
    searched: {
      datasets: searched.datasets.map(({ slug }) => slug),
      rowsHeld: Number(searched.rowsHeld),
      rowsFingerprinted: Number(rowsFingerprinted),
    },
    matchesHidden,
    matches: matches.map(({ entry, dataset, kind, distance, orientation, regions }) => ({
      likeness: kind,
      distance,
      orientation,
      partsCompared: regions?.compared,
      partsAlike: regions?.agreeing,
      entry: formatEntryId(dataset.slug, entry.rowId),
      url: entry.url,
      caption: entry.caption,
    })),
  };
  return `${JSON.stringify(answer, null, 2)}\n`;
}
