/** A recording that was not decoded; `message` says to whoever gave it what to do next. */
export class RecordingRefused extends Error {
  override readonly name = 'RecordingRefused';

  constructor(
    readonly code: 'damaged' | 'timed-out' | 'busy',
    message: string,
  ) {
    super(message);
  }
}
