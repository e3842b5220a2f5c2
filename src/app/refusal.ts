/** The closed list of refusals a person can act on. Everything else is an exception. */
export const REFUSAL_CODES = [
  'ALREADY_CLAIMED',
  'ALREADY_DECIDED',
  'ASK_QUOTA',
  'CHALLENGE_EXPIRED',
  'CHALLENGE_FAILED',
  'EMAIL_TAKEN',
  'IDEMPOTENCY_CONFLICT',
  'INVALID_ADDRESS',
  'INVALID_EMAIL',
  'INVALID_INPUT',
  'INVALID_SEARCH',
  'LAST_OWNER',
  'MAIL_DISABLED',
  'MEANING_UNAVAILABLE',
  'NOT_FOUND',
  'NOT_OWN_WORKS',
  'ORGANISATION_UNVERIFIED',
  'PICTURE_REFUSED',
  'PUBLIC_SUFFIX',
  'ROLE_HELD',
  'SECOND_FACTOR_NEEDED',
  'TERMS_MISSING',
  'TOO_MANY_ATTEMPTS',
  'WEAK_PASSWORD',
  'WRONG_CREDENTIALS',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

export interface Refusal<Code extends RefusalCode = RefusalCode> {
  readonly ok: false;
  readonly code: Code;
  /** What happened, in one sentence. */
  readonly message: string;
  /** What the person can do about it. */
  readonly nextStep: string;
}

export function refuse<Code extends RefusalCode>(
  code: Code,
  message: string,
  nextStep: string,
): Refusal<Code> {
  return { ok: false, code, message, nextStep };
}
