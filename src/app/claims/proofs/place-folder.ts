import type { Place } from '../covering-places.js';

/** The folder of a place, up to its last slash; undefined for a domain and where that is the root folder of its host. */
export function placeFolder({ kind, expression }: Place): string | undefined {
  if (kind === 'domain') return undefined;
  const [address = ''] = expression.split('?', 1);
  const folder = address.slice(0, address.lastIndexOf('/') + 1);
  return folder.indexOf('/') === folder.length - 1 ? undefined : folder;
}
