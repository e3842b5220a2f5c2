import { releaseDay } from '../../../core/moderation/release-day.js';
import type { Dataset } from '../../ports/catalogue.js';
import type { LookedSide } from './side.js';

/** The earliest dataset in which the picture is held. */
export interface EarliestHolding {
  readonly dataset: Dataset;
  /** By when it was out, `YYYY-MM-DD`. */
  readonly releasedBy: string;
  /** How many others hold it too of which nobody says when they were released. */
  readonly undated: number;
}

/** By the dates that datasets give of their releases. Undefined of a folder or a site, and where none that holds it is dated. */
export function earliestHolding({ place, pictures }: LookedSide): EarliestHolding | undefined {
  if (place !== undefined && place.kind !== 'url') return undefined;
  const datasets = [...new Set(pictures.map(({ dataset }) => dataset))];
  const dated = datasets.flatMap((dataset) => {
    const releasedBy = releaseDay(dataset.release);
    return releasedBy === undefined ? [] : [{ dataset, releasedBy }];
  });
  const [first] = dated.toSorted((a, b) => (a.releasedBy < b.releasedBy ? -1 : 1));
  return first && { ...first, undated: datasets.length - dated.length };
}
