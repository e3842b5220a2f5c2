/** Every way in which an outgoing request can end without a body. */
export type FetchRefusalCode =
  | 'not-a-url'
  | 'scheme-forbidden'
  | 'credentials-in-url'
  | 'port-forbidden'
  | 'address-forbidden'
  | 'name-not-found'
  | 'connection-failed'
  | 'tls-failed'
  | 'too-many-redirects'
  | 'redirect-to-other-host'
  | 'too-large'
  | 'timed-out'
  | 'bad-response';

/**
 * An outgoing request that was not made, or whose answer was not accepted. `message` is written for the person who
 * gave the address: it says what happened and what to do next, and never names an address that only our own
 * resolver could know.
 */
export class FetchRefused extends Error {
  override readonly name = 'FetchRefused';

  constructor(
    readonly code: FetchRefusalCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
