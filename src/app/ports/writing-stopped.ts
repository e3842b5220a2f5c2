/** What was written could not be made durable. Nobody can say what is on the medium, so nothing more is written. */
export class WritingStopped extends Error {
  override readonly name = 'WritingStopped';

  constructor(options: ErrorOptions) {
    super(
      'What was written could not be made durable, and nothing more is written. Mend the disk, then start again.',
      options,
    );
  }
}
