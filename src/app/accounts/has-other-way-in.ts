import type { Account } from '../ports/accounts.js';
import type { Identity } from '../ports/identities.js';
import type { Registry } from '../registry.js';

/** Whether somebody can come into an account by a password, by mail, or by one of these providers, if people may still come by it. */
export function hasOtherWayIn(
  { mailer, providers }: Pick<Registry, 'mailer' | 'providers'>,
  { email, emailConfirmedAt, passwordHash }: Account,
  others: readonly Identity[],
): boolean {
  if (email !== undefined && passwordHash !== undefined) return true;
  if (email !== undefined && emailConfirmedAt !== undefined && mailer.isEnabled) return true;
  return others.some(({ issuer }) => providers.list.some((each) => each.issuer === issuer));
}
