/** Every way in which pulling a model can end without one. */
export type PullFailure = 'bad-name' | 'not-found' | 'not-clip' | 'unreachable' | 'damaged' | 'bad-answer';

/** The model was not pulled. What had come by then is kept where it can be gone on with. */
export class ModelNotPulled extends Error {
  override readonly name = 'ModelNotPulled';

  constructor(
    readonly code: PullFailure,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
