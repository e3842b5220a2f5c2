import { canonicalUrl } from '../../core/url/canonical-url.js';
import type { OutgoingRequests } from '../ports/surroundings.js';
import type { ChallengeLocation } from './challenge-file.js';
import { outgoingRefusal } from './outgoing-refusal.js';
import type { OutgoingRefusal } from './outgoing-refusal.js';

/** What lies at one location: the lines of a text, or what is wrong with it and how to put it right. */
export type ChallengeFile =
  | { readonly ok: true; readonly lines: readonly string[] }
  | { readonly ok: false; readonly problem: string; readonly nextStep: string };

type Answer = Awaited<ReturnType<OutgoingRequests['get']>>;

const LIMITS = { maxBytes: 65_536, timeoutMs: 8_000, maxRedirects: 3, sameHostOnly: true };

/** Many small sites have no https at all. That http is enough to prove control is common ground: RFC 8555 §8.3. */
const TRY_PLAIN_HTTP: ReadonlySet<string> = new Set(['connection-failed', 'tls-failed', 'timed-out']);

/** Reads the file over https, or over http when no connection by https comes about. */
export async function readChallengeFile(
  outgoing: OutgoingRequests,
  location: ChallengeLocation,
): Promise<ChallengeFile> {
  const secure = await get(outgoing, `https://${location.address}`);
  if (!('code' in secure)) return readAnswer(secure, location);
  if (!TRY_PLAIN_HTTP.has(secure.code)) return refused(location, secure);
  const plain = await get(outgoing, `http://${location.address}`);
  return 'code' in plain ? refused(location, plain) : readAnswer(plain, location);
}

async function get(outgoing: OutgoingRequests, url: string): Promise<Answer | OutgoingRefusal> {
  try {
    return await outgoing.get(url, LIMITS);
  } catch (error) {
    const refusal = outgoingRefusal(error);
    if (refusal === undefined) throw error;
    return refusal;
  }
}

function readAnswer(answer: Answer, location: ChallengeLocation): ChallengeFile {
  const { address } = location;
  if (!liesWithin(answer.url, location.within)) {
    return wrong(
      `${address} redirects out of the folder.`,
      `Let ${address} itself answer with the file, without a redirect.`,
    );
  }
  if (answer.status !== 200) {
    return wrong(
      `${address} answered with status ${answer.status}${answer.status === 404 ? ' (not found)' : ''}.`,
      `Put the file there and open https://${address} in a browser: it should show the line.`,
    );
  }
  const type = (answer.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (!isPlainText(type)) {
    return wrong(
      `${address} answered with ${type}, not with a text file.`,
      'Upload the file as plain text (.txt); a page of the site or of a wiki does not count.',
    );
  }
  const text = decodeText(answer.body);
  return text === undefined
    ? wrong(`The file at ${address} is not UTF-8 text.`, 'Save it as plain text in the encoding UTF-8.')
    : { ok: true, lines: text.split(/\r\n|\n|\r/).map((line) => line.trim()) };
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

function refused(location: ChallengeLocation, refusal: OutgoingRefusal): ChallengeFile {
  const { address } = location;
  switch (refusal.code) {
    case 'redirect-to-other-host':
      return wrong(
        `${address}: ${refusal.message}`,
        'With and without www. are two hosts: serve the file without the redirect, or claim the host that it leads to.',
      );
    case 'too-large':
      return wrong(
        `${address} is larger than 64 kilobytes.`,
        'Remove everything from the file but the lines that begin with assent-challenge=.',
      );
    default:
      return wrong(`${address}: ${refusal.message}`, `Make https://${address} reachable, then check again.`);
  }
}

function wrong(problem: string, nextStep: string): ChallengeFile {
  return { ok: false, problem, nextStep };
}
