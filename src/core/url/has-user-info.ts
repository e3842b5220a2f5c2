import { readAddress } from './read-address.js';

/**
 * Whether an address, as somebody typed it, holds a name or a password before its host (user-info, RFC 3986 §3.2.1). The
 * canonical form forgets both, but what was typed is kept beside a statement, where everybody can read it.
 */
export function hasUserInfo(text: string): boolean {
  const read = readAddress(text);
  return read.ok && (read.url.username !== '' || read.url.password !== '');
}
