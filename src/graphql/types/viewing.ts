/** Who looks at a dispute: a side of it by account and pseudonym, or a moderator by neither. */
export interface Viewing {
  readonly accountId: string | undefined;
  readonly claimant: string | undefined;
}

export const DECIDING_VIEW: Viewing = { accountId: undefined, claimant: undefined };
