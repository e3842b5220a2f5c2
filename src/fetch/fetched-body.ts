/** An answer, read to its end. */
export interface FetchedBody {
  /** The address that answered, without fragment. */
  readonly url: string;
  /** Any status but a followed redirect's; 404 and 500 are answers too. */
  readonly status: number;
  /** Names in lower case; repeated fields joined by `, `. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** Every address that a redirect led to, in order; the last one equals `url`. */
  readonly redirects: readonly string[];
}
