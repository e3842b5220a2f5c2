import { LEAST_EDGE, LEAST_QUALITY } from '../../../core/likeness/too-plain.js';
import { attemptsFrom, takeAttempt, type TooManyAttempts } from '../../accounts/take-attempt.js';
import type { Dataset } from '../../ports/catalogue.js';
import type { PdqFingerprint } from '../../../core/likeness/fingerprint.js';
import type { ReadPicture } from '../../ports/pictures.js';
import { refuse, type Refusal } from '../../refusal.js';
import type { Registry } from '../../registry.js';
import { isHidden } from '../entries/is-hidden.js';
import { type GivenPicture, readGivenPicture } from './read-given-picture.js';
import { matchPicture, type PictureMatch } from './match-picture.js';
import { pictureRefusal } from '../fingerprints/picture-refusal.js';
import { type PictureSearchRefused, refusePicture } from './refuse-picture.js';
import { describeSearched, type Searched } from '../search/searched.js';

export interface PictureSearchInput {
  readonly picture: GivenPicture;
  /** Slug of the one dataset to look in. */
  readonly dataset?: string | undefined;
  /** Whether rows that their dataset calls unsafe are told too. They are not unless this says so. */
  readonly showsHidden?: boolean | undefined;
  /** How many matches are wanted at most. */
  readonly first: number;
  /** Where the request comes from; absent for the operator. */
  readonly address?: string | undefined;
}

export interface PictureSearchAnswer {
  readonly ok: true;
  /** What is known of the picture that was given; it is kept no longer than this answer. */
  readonly picture: SearchedPicture;
  /** The surest first. */
  readonly matches: readonly PictureMatch[];
  /** How many more there are in rows that their dataset calls unsafe. */
  readonly matchesHidden: number;
  readonly searched: Searched;
  /** How many rows of what was searched have fingerprints: only they can be found. */
  readonly rowsFingerprinted: bigint;
}

export interface SearchedPicture extends Pick<ReadPicture, 'from' | 'sha256'> {
  readonly whole: PdqFingerprint;
  /** It says too little for a machine to call another picture the same. */
  readonly isPlain: boolean;
}

export type PictureSearchResult =
  | PictureSearchAnswer
  | PictureSearchRefused
  | Refusal<'INVALID_SEARCH'>
  | Refusal<'NOT_FOUND'>
  | TooManyAttempts;

/**
 * Looks for the entries that show a picture: the same file, the same picture, parts and versions of it. The picture serves this
 * search and is not kept.
 */
export async function searchByPicture(
  registry: Registry,
  input: PictureSearchInput,
): Promise<PictureSearchResult> {
  const datasets = (await registry.store.datasets.all()).filter(({ isOpen }) => isOpen);
  const chosen = datasets.find(({ slug }) => slug === input.dataset);
  if (input.dataset !== undefined && !chosen) {
    const message = 'There is no such dataset here.';
    return refuse('INVALID_SEARCH', message, 'Choose one from the list of datasets.');
  }
  const tooMany =
    input.address !== undefined &&
    (await takeAttempt(registry, 'picture-search', [attemptsFrom(input.address)]));
  if (tooMany) return tooMany;
  try {
    const given = await readGivenPicture(registry, input.picture);
    if ('ok' in given) return given;
    const { whole, matches } = await matchPicture(registry, given.read, datasets, {
      datasetId: chosen?.id,
      limit: input.first,
    });
    const shown = input.showsHidden === true ? matches : matches.filter(({ entry }) => !isHidden(entry));
    const { from, sha256 } = given.read;
    const isPlain = whole.quality < LEAST_QUALITY || Math.min(from.width, from.height) < LEAST_EDGE;
    const scope = chosen ? [chosen] : datasets;
    return {
      ok: true,
      picture: { from, sha256, whole, isPlain },
      matches: shown,
      matchesHidden: matches.length - shown.length,
      searched: describeSearched(scope),
      rowsFingerprinted: await countFingerprinted(registry, scope),
    };
  } catch (error) {
    const refusal = pictureRefusal(error);
    if (refusal === undefined) throw error;
    return refusePicture(refusal.code, refusal.message);
  }
}

async function countFingerprinted({ store }: Registry, datasets: readonly Dataset[]): Promise<bigint> {
  const ids = new Set(datasets.map(({ id }) => id));
  const counts = await store.fingerprints.counts();
  return counts.filter(({ datasetId }) => ids.has(datasetId)).reduce((sum, { read }) => sum + read, 0n);
}
