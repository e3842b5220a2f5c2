/** Cost of a password hash: argon2id with 19 MiB, two passes, one lane (OWASP Password Storage Cheat Sheet). */
export const PASSWORD_PARAMETERS = { memoryKiB: 19_456, passes: 2, lanes: 1 } as const;

const CURRENT_PREFIX = `$argon2id$v=19$m=${PASSWORD_PARAMETERS.memoryKiB},t=${PASSWORD_PARAMETERS.passes},p=${PASSWORD_PARAMETERS.lanes}$`;

/** Whether a hash in PHC string form was made at today's cost; others are made anew when their password is next seen. */
export function isCurrentPasswordHash(hash: string): boolean {
  return hash.startsWith(CURRENT_PREFIX);
}
