/** Named one by one, so that a phone hands out a JPEG of what it keeps as HEIC. */
export const WORK_FILE_TYPES =
  'image/jpeg,image/png,image/webp,image/gif,image/avif,audio/wav,audio/flac,audio/mpeg,.flac,.mp3,text/plain,.md';
