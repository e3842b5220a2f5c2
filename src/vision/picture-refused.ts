/** Every way in which a picture can end without a thumbnail. */
export type PictureRefusalCode =
  'not-a-picture' | 'format-unsupported' | 'too-large' | 'too-many-pixels' | 'damaged' | 'timed-out' | 'busy';

/** A picture that was not decoded; `message` says to whoever gave it what to do next. */
export class PictureRefused extends Error {
  override readonly name = 'PictureRefused';

  constructor(
    readonly code: PictureRefusalCode,
    message: string,
  ) {
    super(message);
  }
}
