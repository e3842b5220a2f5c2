/** Named one by one, so that a phone hands out a JPEG of what it keeps as HEIC. */
export const PICTURE_TYPES = 'image/jpeg,image/png,image/webp,image/gif,image/avif';
