/** What a mailed secret says, before it has a recipient. Plain text with one link. */
export interface MailMessage {
  readonly subject: string;
  readonly text: string;
}

export interface MailedSecret {
  /** Name of the registry. */
  readonly registry: string;
  /** The short code, in groups. */
  readonly code: string;
  readonly link: string;
  /** Whether the link carries the answer that was being given where the mail was asked for. */
  readonly hasDraft?: boolean;
  readonly minutes: number;
}
