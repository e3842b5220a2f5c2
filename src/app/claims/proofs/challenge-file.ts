import { placeHost } from '../claimable-place.js';
import type { Place } from '../covering-places.js';
import { placeFolder } from './place-folder.js';

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

/** The token of a line; undefined of any other line. */
export function tokenOfLine(line: string): string | undefined {
  return line.startsWith(LINE_START) ? line.slice(LINE_START.length) : undefined;
}

/**
 * Where the file of a claim is looked for, in this order. Who holds a folder need not hold its host, so that a folder,
 * or the folder of one address, may hold the file itself. The root folder may not: on hosts where people upload files,
 * RFC 8615 keeps `/.well-known/` for the host, and nothing keeps the root.
 */
export function challengeLocations(place: Place): [ChallengeLocation, ...ChallengeLocation[]] {
  const host = placeHost(place.expression);
  const ofHost = { address: `${host}/.well-known/${FILE_NAME}`, within: `${host}/` };
  const folder = placeFolder(place);
  return folder === undefined ? [ofHost] : [{ address: folder + FILE_NAME, within: folder }, ofHost];
}

/** Where people put the file by mistake: looked at only in order to tell them. */
export function mistakenLocation(place: Place): ChallengeLocation {
  const host = placeHost(place.expression);
  return { address: `${host}/${FILE_NAME}`, within: `${host}/` };
}

/** The address to show to whoever places the file. */
export function challengeFileUrl(place: Place): string {
  return `https://${challengeLocations(place)[0].address}`;
}
