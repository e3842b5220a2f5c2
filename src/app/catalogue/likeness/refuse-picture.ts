import { refuse, type Refusal } from '../../refusal.js';

/** `reason` is the code of what was wrong, for programs. */
export interface PictureSearchRefused extends Refusal<'PICTURE_REFUSED'> {
  readonly reason: string;
}

/** @param told the first sentence says what happened, the others what to do */
export function refusePicture(reason: string, told: string): PictureSearchRefused {
  const [, message = told, nextStep = 'Give another picture.'] = /^(.*?\.)\s+(.*)$/s.exec(told) ?? [];
  return { ...refuse('PICTURE_REFUSED', message, nextStep), reason };
}
