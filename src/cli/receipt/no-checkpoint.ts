/** No signed checkpoint covers the answers, so that nothing could be shown by a receipt. */
export class NoCheckpoint extends Error {
  override readonly name = 'NoCheckpoint';

  constructor(origin: string) {
    super(
      `The log ${origin} has signed no checkpoint yet, which a receipt is bound to. Run again without --receipt.`,
    );
  }
}
