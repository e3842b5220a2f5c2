import { canonicalUrl } from '../../../core/url/canonical-url.js';
import { parseRobots, robotsAllow } from '../../../core/robots/parse-robots.js';
import { parseUrl } from '../../../core/url/parse-url.js';
import { ROBOTS_PRODUCT } from '../../catalogue/fingerprints/site-robots.js';
import type { OutgoingRequests } from '../../ports/surroundings.js';
import { placeHost } from '../claimable-place.js';
import type { Place } from '../covering-places.js';
import { getFromSite } from './get-from-site.js';
import { pageMarksInTime } from './page-marks-in-time.js';
import { placeFolder } from './place-folder.js';
import { type ProofFailure, proofFailure } from './proof-check.js';
import type { Sighting } from './sighting.js';
import { siteRefusal, siteRefuses } from './site-refusal.js';

type Answer = Awaited<ReturnType<OutgoingRequests['get']>>;

const MOST_BYTES = 2_000_000;
const LIMITS = { maxBytes: MOST_BYTES, timeoutMs: 10_000, maxRedirects: 3, sameHostOnly: true };

/** A page on which the mark of a claim is looked for. */
export interface ProofPage {
  /** Everything of its address but the scheme. */
  readonly address: string;
  /** Where the page may be after redirects: at one of these addresses, or below one that ends in a slash. */
  readonly within: readonly string[];
  readonly linksInBody: boolean;
}

/**
 * Of a domain its first page; of a folder the page of the folder, as of a profile; of one address what is there, then the
 * page of its folder. On the first page of a host only the head counts: its text is where guests write.
 */
export function proofPages(place: Place): [ProofPage, ...ProofPage[]] {
  const host = placeHost(place.expression);
  const folder = placeFolder(place);
  const first = { address: `${host}/`, within: [`${host}/`], linksInBody: false };
  if (place.kind === 'domain') return [first];
  const ofFolder = folder === undefined ? first : pageOfFolder(folder);
  if (place.kind === 'path' || place.expression === ofFolder.address) return [ofFolder];
  const itself = { address: place.expression, within: [place.expression], linksInBody: true };
  return [itself, ofFolder];
}

/** Sites write the address of a profile with and without its last slash. */
function pageOfFolder(folder: string): ProofPage {
  return { address: folder, within: [folder, folder.slice(0, -1)], linksInBody: true };
}

/** Looks for marks on a page as it is served, if the site lets programs look. */
export async function lookAtPage(
  outgoing: OutgoingRequests,
  page: ProofPage,
  linkStart: string,
): Promise<Sighting> {
  const { address } = page;
  const asked = await robotsProblem(outgoing, address);
  if (asked !== undefined) return asked;
  const answer = await getFromSite(outgoing, address, LIMITS);
  if ('code' in answer) return notRead(address, answer);
  const turnedAway = siteRefusal(address, answer);
  if (turnedAway !== undefined) return turnedAway;
  return pageProblem(page, answer) ?? readMarks(page, answer, linkStart);
}

/** RFC 9309: at least 500 kibibytes of it are read; a site that cannot say just now (§2.3.1.4) lets nobody look. */
const ROBOTS_LIMITS = { maxBytes: 512 * 1024, timeoutMs: 8_000, maxRedirects: 5 };

async function robotsProblem(outgoing: OutgoingRequests, address: string): Promise<ProofFailure | undefined> {
  const [host = ''] = address.split('/', 1);
  const file = `${host}/robots.txt`;
  const answer = await getFromSite(outgoing, file, ROBOTS_LIMITS);
  if ('code' in answer) return notRead(file, answer);
  const { status, body } = answer;
  if (status === 429 || status >= 500) return siteRefuses(`${file} answered with status ${status}.`);
  if (status !== 200) return undefined;
  const parsed = parseUrl(`https://${address}`);
  const rules = parseRobots(new TextDecoder().decode(body), ROBOTS_PRODUCT);
  return parsed !== undefined && robotsAllow(rules, parsed.pathname + parsed.search)
    ? undefined
    : siteRefuses(`${file} asks the registry not to look at ${address}.`);
}

function pageProblem({ address, within }: ProofPage, answer: Answer): ProofFailure | undefined {
  const canonical = canonicalUrl(answer.url);
  const isWithin = (start: string): boolean =>
    canonical.ok && (start.endsWith('/') ? canonical.url.startsWith(start) : canonical.url === start);
  if (!within.some(isWithin)) {
    return proofFailure(
      'wrong-place',
      `${address} redirects to another page.`,
      `Claim the address at which the page is shown, or let ${address} itself answer.`,
    );
  }
  if (answer.status !== 200) {
    return proofFailure(
      'absent',
      `${address} answered with status ${answer.status}.`,
      `Open https://${address} in a browser, and check that everybody can see it.`,
    );
  }
  return isHtml(answer)
    ? undefined
    : proofFailure(
        'unreadable',
        `${address} is not a page (text/html).`,
        'Put the mark on the page of its folder, or use another way.',
      );
}

function readMarks({ address, linksInBody }: ProofPage, answer: Answer, linkStart: string): Sighting {
  const text = decode(answer);
  if (text === undefined) {
    const nextStep = 'Serve it in UTF-8.';
    return proofFailure('unreadable', `${address} is in an encoding that is not known here.`, nextStep);
  }
  const marks = pageMarksInTime(text, { linkStart, linksInBody });
  if (marks === undefined) {
    const nextStep = 'Put the mark on a simpler page, or use another way.';
    return proofFailure('unreadable', `${address} is too intricate to be read.`, nextStep);
  }
  return {
    met: undefined,
    where: `The page ${address}`,
    ...marks,
    nextStep: linksInBody
      ? 'Put the meta element into the head of the page, or the link with rel="me" onto it. What scripts add is not seen.'
      : 'Put the meta element into the head of the page. What scripts add is not seen.',
  };
}

/** XHTML is read by other rules, by which what is a comment here is none there. */
function isHtml({ headers }: Answer): boolean {
  return (headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() === 'text/html';
}

/** Encodings that are US-ASCII below 0x80, so that no tag can hide in another reading of the same bytes. */
const ASCII_BASED = /^(?:utf-8|windows-125\d|iso-8859-\d+|koi8-[ru]|macintosh)$/;

function decode({ headers, body }: Answer): string | undefined {
  const [, label = 'utf-8'] = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(headers['content-type'] ?? '') ?? [];
  try {
    const decoder = new TextDecoder(label);
    return ASCII_BASED.test(decoder.encoding) ? decoder.decode(body) : undefined;
  } catch {
    return undefined;
  }
}

function notRead(address: string, { code, message }: { code: string; message: string }): ProofFailure {
  switch (code) {
    case 'redirect-to-other-host':
      return proofFailure(
        'wrong-place',
        `${address}: ${message}`,
        'Claim the host that it leads to: with and without www. are two hosts.',
      );
    case 'too-large':
      return proofFailure(
        'unreadable',
        `${address} is larger than 2 megabytes.`,
        'Put the mark on a smaller page, or use another way.',
      );
    default:
      return proofFailure(
        'not-reached',
        `${address}: ${message}`,
        `Make https://${address} reachable, then check again.`,
      );
  }
}
