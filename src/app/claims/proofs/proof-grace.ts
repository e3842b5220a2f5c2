/** How long a proof that is gone may stay away before it stops counting. */
export const GRACE_DAYS = 14;

/** When a proof that has been looked for in vain since then stops counting, unless it is found before. */
export function graceEnds(failingSince: Date): Date {
  return new Date(failingSince.getTime() + GRACE_DAYS * 24 * 60 * 60 * 1_000);
}
