import express, { Router } from 'express';
import type { CheckedItem } from '../../app/ports/consent-answers.js';
import { createConsentChecker } from '../../app/consent/consent-checker.js';
import type { Registry } from '../../app/registry.js';
import type { Answer } from '../../core/consent/decision.js';
import type { Preference } from '../../core/consent/preference.js';
import { type SpawningFlags, toSpawningFlags } from '../../core/signals/spawning-flags.js';
import type { UseAnswers } from '../../core/signals/use-answers.js';
import type { ChecksQuota } from '../../identity/checks-quota.js';
import { identifyProgram, programOf } from '../../identity/identify-program.js';
import type { Program } from '../../identity/program.js';
import { CheckProblem, checkProblemOf, sendCheckProblem, tooManyChecks } from './check-problem.js';

const MAX_URLS = 10_000;
const MAX_BODY_BYTES = 20 * 1_048_576;

const PREFERENCE_OF: Readonly<Record<Answer, Preference | undefined>> = {
  ALLOWED: 'allow',
  DENIED: 'deny',
  CONDITIONAL: 'conditional',
  UNKNOWN: undefined,
};

/**
 * `POST /api/v2/query/urls`, with and without a slash at its end: what clients of Spawning's API ask, answered as they expect. One
 * entry for each line, in order, the same line twice if it came twice. Nobody having answered is false twice there, which
 * clients take for permission: the one place where no answer reads so, save with a strict key. An error is never a 200.
 */
export function spawningQueryRoutes(registry: Registry, quota: ChecksQuota): Router {
  const router = Router();
  router.post(
    /^\/api\/v2\/query\/urls\/?$/,
    identifyProgram(registry),
    express.raw({ type: () => true, limit: MAX_BODY_BYTES }),
    async (request, response) => {
      try {
        const urls = readUrls(request.body);
        const program = programOf(request);
        const wait = await quota.take(program, Math.min(urls.length, quota.atOnce(program)));
        if (wait > 0) throw tooManyChecks(wait);
        const checker = await createConsentChecker(registry, { uses: ['train-ai', 'train-generative-ai'] });
        const answers = await checker.check(urls);
        response
          .set('Cache-Control', 'no-store')
          .json({ urls: answers.map((answer) => flagged(answer, program)) });
      } catch (error) {
        const problem = checkProblemOf(error);
        if (problem === undefined) throw error;
        sendCheckProblem(response, problem);
      }
    },
  );
  return router;
}

function readUrls(body: unknown): string[] {
  const urls = decoded(body).split('\n');
  if (urls.length > MAX_URLS) {
    throw new CheckProblem(
      413,
      'TOO_MANY_URLS',
      `At most ${MAX_URLS} addresses are answered at a time, not ${urls.length}.`,
      'Ask in several requests, or stream them to /v1/check.',
    );
  }
  return urls;
}

function decoded(body: unknown): string {
  // Without a body there is no buffer: it asks about one empty address, as a body of no bytes does.
  if (!Buffer.isBuffer(body)) return '';
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw new CheckProblem(400, 'BAD_REQUEST', 'The body is not UTF-8.', 'Send addresses as UTF-8.');
  }
}

/** With a strict key whatever is not opted in is opted out, also what is no address. */
function flagged(
  { url, decisions }: CheckedItem,
  { isStrict }: Program,
): { readonly url: string } & SpawningFlags {
  const answers: UseAnswers = Object.fromEntries(
    decisions.flatMap(({ use, answer }) => {
      const preference = PREFERENCE_OF[answer];
      return preference === undefined ? [] : [[use, preference]];
    }),
  );
  const { optOut, optIn } = toSpawningFlags(answers).words;
  return { url, optOut: optOut || (isStrict && !optIn), optIn };
}
