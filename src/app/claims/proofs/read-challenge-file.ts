import { canonicalUrl } from '../../../core/url/canonical-url.js';
import type { OutgoingRequests } from '../../ports/surroundings.js';
import { tokenOfLine, type ChallengeLocation } from './challenge-file.js';
import { getFromSite } from './get-from-site.js';
import type { OutgoingRefusal } from './outgoing-refusal.js';
import { type ProofFailure, proofFailure } from './proof-check.js';
import type { Sighting } from './sighting.js';
import { siteRefusal } from './site-refusal.js';

type Answer = Awaited<ReturnType<OutgoingRequests['get']>>;

const LIMITS = { maxBytes: 65_536, timeoutMs: 8_000, maxRedirects: 3, sameHostOnly: true };

/** Reads the challenge file at one location. */
export async function readChallengeFile(
  outgoing: OutgoingRequests,
  location: ChallengeLocation,
): Promise<Sighting> {
  const answer = await getFromSite(outgoing, location.address, LIMITS);
  return 'code' in answer ? refused(location, answer) : readAnswer(answer, location);
}

function readAnswer(answer: Answer, location: ChallengeLocation): Sighting {
  const { address } = location;
  if (!liesWithin(answer.url, location.within)) {
    return proofFailure(
      'wrong-place',
      `${address} redirects out of the folder.`,
      `Let ${address} itself answer with the file, without a redirect.`,
    );
  }
  const turnedAway = siteRefusal(address, answer);
  if (turnedAway !== undefined) return turnedAway;
  if (answer.status !== 200) {
    return proofFailure(
      'absent',
      `${address} answered with status ${answer.status}${answer.status === 404 ? ' (not found)' : ''}.`,
      `Put the file there and open https://${address} in a browser: it should show the line.`,
    );
  }
  const type = (answer.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (!isPlainText(type)) {
    return proofFailure(
      'unreadable',
      `${address} answered with ${type}, not with a text file.`,
      'Upload the file as plain text (.txt); a page of the site or of a wiki does not count.',
    );
  }
  return readLines(address, answer.body);
}

function readLines(address: string, body: Uint8Array): Sighting {
  const text = decodeText(body);
  if (text === undefined) {
    return proofFailure(
      'unreadable',
      `The file at ${address} is not UTF-8 text.`,
      'Save it as plain text in the encoding UTF-8.',
    );
  }
  const tokens = text.split(/\r\n|\n|\r/).map((line) => tokenOfLine(line.trim()));
  return {
    met: undefined,
    where: address,
    tokens: tokens.filter((token) => token !== undefined),
    misplaced: [],
    nextStep: 'Copy the line shown with this claim into the file, on a line of its own.',
  };
}

function liesWithin(url: string, start: string): boolean {
  const canonical = canonicalUrl(url);
  return canonical.ok && canonical.url.startsWith(start);
}

/** A page that visitors can write on proves nothing, so that HTML is never read. */
function isPlainText(type: string): boolean {
  return (
    type === '' || type === 'application/octet-stream' || (type.startsWith('text/') && type !== 'text/html')
  );
}

function decodeText(body: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

function refused({ address }: ChallengeLocation, refusal: OutgoingRefusal): ProofFailure {
  switch (refusal.code) {
    case 'redirect-to-other-host':
      return proofFailure(
        'wrong-place',
        `${address}: ${refusal.message}`,
        'With and without www. are two hosts: serve the file without the redirect, or claim the host that it leads to.',
      );
    case 'too-large':
      return proofFailure(
        'unreadable',
        `${address} is larger than 64 kilobytes.`,
        'Remove everything from the file but the lines that begin with assent-challenge=.',
      );
    default:
      return proofFailure(
        'not-reached',
        `${address}: ${refusal.message}`,
        `Make https://${address} reachable, then check again.`,
      );
  }
}
