export const MAIL_LANGUAGES = ['en', 'es'] as const;
export type MailLanguage = (typeof MAIL_LANGUAGES)[number];

/** Where a request that is about signing in comes from. */
export interface Origin {
  /** IP address of the connection, never what a header claims. */
  readonly address: string;
  readonly userAgent: string | undefined;
  /** In which language mails are written to the person. */
  readonly language: MailLanguage;
  /** Session token that came with the request; signing in ends that session. */
  readonly sessionToken: string | undefined;
}
