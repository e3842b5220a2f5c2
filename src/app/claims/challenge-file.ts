import { placeHost } from './claimable-place.js';
import type { Place } from './covering-places.js';

/** Where a challenge file may lie. */
export interface ChallengeLocation {
  /** Host, for a folder with its port if it has one, and path: everything of the address but the scheme. */
  readonly address: string;
  /** A redirect may not leave this start of the address. */
  readonly within: string;
}

const FILE_NAME = 'assent-challenge.txt';
const LINE_START = 'assent-challenge=';

/** The line that the file must hold. Lines of other claims may stand beside it. */
export function challengeLine(token: string): string {
  return LINE_START + token;
}

export function isChallengeLine(line: string): boolean {
  return line.startsWith(LINE_START);
}

/**
 * Where the file of a claim is looked for, in this order. Who holds a folder need not hold its host, so that a folder,
 * or the folder of one address, may hold the file itself. The root folder may not: on hosts where people upload files,
 * RFC 8615 keeps `/.well-known/` for the host, and nothing keeps the root.
 */
export function challengeLocations(place: Place): [ChallengeLocation, ...ChallengeLocation[]] {
  const host = placeHost(place.expression);
  const ofHost = { address: `${host}/.well-known/${FILE_NAME}`, within: `${host}/` };
  const folder = folderOf(place);
  return folder === undefined ? [ofHost] : [{ address: folder + FILE_NAME, within: folder }, ofHost];
}

/** The address to show to whoever places the file. */
export function challengeFileUrl(place: Place): string {
  return `https://${challengeLocations(place)[0].address}`;
}

function folderOf({ kind, expression }: Place): string | undefined {
  if (kind === 'domain') return undefined;
  const [address = ''] = expression.split('?', 1);
  const folder = address.slice(0, address.lastIndexOf('/') + 1);
  return folder.indexOf('/') === folder.length - 1 ? undefined : folder;
}
