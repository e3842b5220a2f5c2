import { type Request, type Response, Router } from 'express';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { type ConsentChecker, createConsentChecker } from '../../app/consent/consent-checker.js';
import type { Registry } from '../../app/registry.js';
import { RULES_VERSION } from '../../core/consent/decision.js';
import { CANONICAL_URL_VERSION } from '../../core/url/canonical-url.js';
import type { ChecksQuota } from '../../identity/checks-quota.js';
import { identifyProgram, programOf } from '../../identity/identify-program.js';
import { readCheckParameters } from './check-parameters.js';
import { CheckProblem, checkProblemOf, sendCheckProblem, tooManyChecks } from './check-problem.js';
import { type LineFormat, answerFormats, formatOfType } from './line-format.js';
import { readLines } from './read-lines.js';

/** Answered together in a few queries. */
const LINES_AT_ONCE = 1_000;

/** Neither lines sent nor answers taken for so long: nobody is there any more, or sends all before taking any. */
const STALLED_MS = 120_000;

const LINGER_MS = 5_000;

/**
 * `POST /v1/check`: addresses in, answers out, a line for each in the same order, for as long as lines come. All rest on one size
 * of the log. What cannot be gone on with ends the connection, never the answer: it is seen to be cut off.
 */
export function checkLineRoutes(registry: Registry, quota: ChecksQuota): Router {
  const router = Router();
  router.post('/v1/check', identifyProgram(registry), async (request, response) => {
    try {
      await answerLines(registry, quota, request, response);
    } catch (error) {
      breakOff(request, response, error);
    }
  });
  return router;
}

async function answerLines(
  registry: Registry,
  quota: ChecksQuota,
  request: Request,
  response: Response,
): Promise<void> {
  const formats = chooseFormats(request);
  const questions = readCheckParameters(new URL(request.url, 'http://registry').searchParams);
  await refuseExhausted(quota, request);
  const checker = await createConsentChecker(registry, questions);
  describeAnswer(response, formats.out, checker);
  const gone = new AbortController();
  request.setTimeout(STALLED_MS, () => {
    request.destroy();
  });
  response.once('close', () => {
    gone.abort();
    // The connection may go on to other requests.
    request.setTimeout(0);
  });
  // Reading ends before an answer can: whoever is refused has to be told over the same connection.
  const body = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>;
  const program = programOf(request);
  let number = 0;
  for await (const lines of readLines(body, Math.min(LINES_AT_ONCE, quota.atOnce(program)))) {
    const addresses = lines.map((line) => formats.in.address(line, (number += 1)));
    for (let wait = 1; wait > 0;) {
      wait = await quota.take(program, addresses.length);
      if (wait > 0) await pause(wait, undefined, { signal: gone.signal });
    }
    const answers = await checker.check(addresses);
    const text = answers.map((answer) => `${formats.out.answer(answer)}\n`).join('');
    if (!response.write(text)) await once(response, 'drain', { signal: gone.signal });
  }
  response.end();
}

function chooseFormats(request: Request): { readonly in: LineFormat; readonly out: LineFormat } {
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') {
    throw new CheckProblem(415, 'UNSUPPORTED', 'The body is compressed.', 'Send it as it is.');
  }
  const asked = formatOfType(request.headers['content-type']);
  if (asked === undefined) {
    throw new CheckProblem(
      415,
      'UNSUPPORTED',
      'The body is neither lines of text nor NDJSON.',
      'Send text/plain with an address on each line, or application/x-ndjson.',
    );
  }
  const offered = answerFormats(asked);
  const wanted = request.accepts(offered.map(({ type }) => type));
  const out = offered.find(({ type }) => type === wanted);
  if (out === undefined) {
    throw new CheckProblem(
      406,
      'UNSUPPORTED',
      'No answer can be given in the form that the request accepts.',
      'Accept text/plain or application/x-ndjson.',
    );
  }
  return { in: asked, out };
}

/** Whoever is over the quota at the start is sent away; whoever gets there on the way waits. */
async function refuseExhausted(quota: ChecksQuota, request: Request): Promise<void> {
  const wait = await quota.exhaustedFor(programOf(request));
  if (wait > 0) throw tooManyChecks(wait);
}

function describeAnswer(response: Response, { type }: LineFormat, checker: ConsentChecker): void {
  response.type(type).set({
    'Cache-Control': 'no-store',
    'Assent-Log-Size': String(checker.logSize),
    'Assent-Moment': checker.moment.toISOString(),
    'Assent-Rules-Version': String(RULES_VERSION),
    'Assent-Canonical-Url-Version': String(CANONICAL_URL_VERSION),
  });
}

/** Tells what is wrong where nothing was answered yet; otherwise the answers end without an end. */
function breakOff(request: Request, response: Response, error: unknown): void {
  const problem = checkProblemOf(error);
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  if (problem === undefined) throw error;
  sendCheckProblem(response, problem);
  passOver(request);
}

/** Reads on for a moment without looking: a connection closed on a caller who still sends would take the answer from them. */
function passOver(request: Request): void {
  if (request.readableEnded) return;
  const late = setTimeout(() => {
    request.destroy();
  }, LINGER_MS);
  request.once('close', () => {
    clearTimeout(late);
  });
  request.resume();
}
