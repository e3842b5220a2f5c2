import { placeHost } from '../claimable-place.js';
import type { Place } from '../covering-places.js';

/**
 * Mailboxes that nobody but who runs a domain gets (RFC 2142 §§5 and 7; the list of CA/Browser Forum BR 3.2.2.4.4). Any
 * other address may be a student's or a customer's.
 */
const DOMAIN_MAILBOXES = ['admin', 'administrator', 'hostmaster', 'postmaster', 'webmaster'] as const;

/** The addresses that prove a claim, of a domain alone: mail knows neither folders nor pages. */
export function domainAddresses(place: Place): string[] {
  if (place.kind !== 'domain') return [];
  const host = placeHost(place.expression);
  return DOMAIN_MAILBOXES.map((mailbox) => `${mailbox}@${host}`);
}
