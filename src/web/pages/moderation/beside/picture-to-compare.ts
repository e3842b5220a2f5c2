import { shortened } from '../../../parts/foreign-text.js';
import type { CasePicture } from './case-picture.js';
import type { FoundPicture } from './operations.js';

/** What is shown of a picture beside others; undefined where this registry shows none. */
export function pictureToCompare({ entry }: FoundPicture): CasePicture | undefined {
  const { id, thumbnailUrl, caption, host, dataset, width, height, isHidden, isReported } = entry;
  if (thumbnailUrl === null) return undefined;
  const label = `${shortened(caption.trim() === '' ? host : caption, 60)} (${shortened(dataset.title, 30)})`;
  return { id, src: thumbnailUrl, label, width, height, isGrave: isHidden || isReported };
}
