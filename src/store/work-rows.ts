import type { Work } from '../app/ports/works.js';
import type { WorkRow } from './entities/work.entity.js';
import type { Present } from './row-values.js';

export function workRow({ picture, ...work }: Work): Present<WorkRow> {
  return { ...work, pdq: picture?.hash, pdqQuality: picture?.quality };
}

export function workOf({ pdq, pdqQuality, ...work }: Present<WorkRow>): Work {
  const picture =
    pdq === undefined || pdqQuality === undefined
      ? undefined
      : ({ algorithm: 'pdq', version: 1, hash: pdq, quality: pdqQuality } as const);
  return { ...work, picture };
}
