import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { formatEntryId } from '../app/catalogue/entries/entry-id.js';
import type { PictureMatch } from '../app/catalogue/likeness/match-picture.js';
import type { GivenPicture } from '../app/catalogue/likeness/read-given-picture.js';
import { type PictureSearchAnswer, searchByPicture } from '../app/catalogue/likeness/search-by-picture.js';
import type { Registry } from '../app/registry.js';
import type { LikenessKind } from '../core/likeness/likeness-kind.js';
import { parseWebUrl } from '../core/url/parse-url.js';
import { count } from './count.js';
import { UsageError } from './explain-failure.js';
import { EXIT, type CommandIo } from './io.js';
import { plainText } from './plain-text.js';

/** Larger files are refused by whoever decodes; what is far larger is not even read. */
const MOST_BYTES = 10_000_001;

const WORDS: Readonly<Record<LikenessKind, string>> = {
  'same-file': 'the same file',
  'same-picture': 'the same picture',
  'probably-same': 'probably the same',
  similar: 'similar',
};

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
  const picture = await given(io, image);
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

async function given(io: CommandIo, image: string): Promise<GivenPicture> {
  if (parseWebUrl(image)) return { url: image };
  const path = resolve(io.cwd, image);
  const facts = await stat(path).catch(() => undefined);
  if (!facts?.isFile()) throw new UsageError(`There is no file ${image}.`);
  if (facts.size > MOST_BYTES)
    throw new UsageError(`${image} is larger than 10,000,000 bytes. Give a smaller one.`);
  return { bytes: new Uint8Array(await readFile(path)) };
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

function describe({ entry, dataset, kind, distance, orientation, regions }: PictureMatch): string[] {
  const reasons = [
    ...(distance === undefined ? [] : [`${distance} of 256 bits differ`]),
    ...(regions === undefined ? [] : [`${regions.agreeing} of ${regions.compared} parts alike`]),
    ...(orientation === undefined || orientation === 'upright' ? [] : [orientation.replaceAll('-', ' ')]),
  ];
  const why = reasons.length === 0 ? '' : ` (${reasons.join('; ')})`;
  return [
    `${WORDS[kind]}${why}`,
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
