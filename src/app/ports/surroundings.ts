/** What use cases take from the world outside, so that tests read as scenarios with fixed dates. */
export type Clock = () => Date;

export interface Randomness {
  /** Cryptographically strong bytes. */
  bytes(length: number): Uint8Array;
  /** UUID version 4, lower case. */
  uuid(): string;
}

export type Sha256 = (bytes: Uint8Array) => Uint8Array;

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Of a mail that comes again and again, where a POST without signing in ends it (RFC 8058). */
  readonly leaveAt?: string;
}

export interface Mailer {
  /** False when no SMTP server is set: pages then offer a password and recovery codes instead. */
  readonly isEnabled: boolean;
  /** Throws `MailNotSent`. */
  send(mail: Mail): Promise<void>;
}

export class MailNotSent extends Error {
  override readonly name = 'MailNotSent';
}

/** Guarded outgoing requests; see src/fetch. */
export interface OutgoingRequests {
  /** A redirect is an answer like any other, with the status of one. */
  post(
    url: string,
    body: Uint8Array,
    limits: { maxBytes?: number; timeoutMs?: number; headers: Readonly<Record<string, string>> },
  ): Promise<{ status: number }>;
  get(
    url: string,
    limits?: {
      maxBytes?: number;
      timeoutMs?: number;
      maxRedirects?: number;
      sameHostOnly?: boolean;
      range?: { first: number; last: number };
    },
  ): Promise<{ url: string; status: number; headers: Readonly<Record<string, string>>; body: Uint8Array }>;
}

/** What one DNS server says about the text records of a name; see src/fetch. */
export type TextAnswer =
  | { readonly found: 'records'; readonly texts: readonly string[]; readonly alias: string | undefined }
  | { readonly found: 'no-records'; readonly alias: string | undefined }
  | { readonly found: 'no-name' }
  | { readonly found: 'no-answer'; readonly code: string };

export interface NameRecords {
  /** One answer for each DNS server that is asked; never rejects. */
  text(name: string): Promise<readonly TextAnswer[]>;
}

export interface PasswordHasher {
  hash(password: string): Promise<string>;
  /** Takes as long for an absent hash as for a wrong password. */
  verify(hash: string | undefined, password: string): Promise<boolean>;
}

/** Counts attempts per key; the limits themselves belong to the use case. */
export interface AttemptLimiter {
  /** Answers 0 when the attempt may go on, else the seconds to wait. */
  take(
    kind:
      | 'sign-in'
      | 'second-factor'
      | 'mail'
      | 'register'
      | 'verify-claim'
      | 'erase'
      | 'name-run'
      | 'picture-search'
      | 'report',
    key: string,
  ): Promise<number>;
}
