import { type Request, type Response, Router } from 'express';
import { once } from 'node:events';
import {
  type Change,
  type ChangesBetween,
  ChangesNotThere,
  readChanges,
} from '../app/changes/read-changes.js';
import { LogGrowth } from '../app/changes/log-growth.js';
import type { Registry } from '../app/registry.js';
import { CheckProblem, checkProblemOf, sendCheckProblem } from './check/check-problem.js';

const YEAR_SECONDS = 31_536_000;

const LONGEST_WAIT_SECONDS = 60;

/** Each holds a connection. */
const MOST_WAITING = 1_000;

const KNOWN = ['since', 'to', 'wait'];

/**
 * `GET /v1/changes?since=SIZE`: a line of JSON for each subject that leaves of the log concern from that size on, and a last one
 * with the size that is reached. With `to` the answer never changes and may be kept for ever; with `wait` it waits for the log
 * to grow.
 */
export function changesRoutes(registry: Registry): Router {
  const router = Router();
  const growth = new LogGrowth(registry.store);
  let waiting = 0;

  async function wait(response: Response, { since, seconds }: Asked): Promise<void> {
    if (seconds === 0) return;
    if (waiting >= MOST_WAITING) throw tooManyWait();
    const gone = new AbortController();
    response.once('close', () => {
      gone.abort();
    });
    waiting += 1;
    try {
      await growth.beyond(since, seconds * 1_000, gone.signal);
    } finally {
      waiting -= 1;
    }
  }

  router.get('/v1/changes', async (request, response) => {
    response.set('Access-Control-Allow-Origin', '*');
    try {
      const asked = readAsked(request);
      await wait(response, asked);
      await send(response, asked, await readChanges(registry, asked));
    } catch (error) {
      refuse(response, error);
    }
  });
  return router;
}

interface Asked {
  readonly since: number;
  readonly to: number | undefined;
  readonly seconds: number;
}

function readAsked(request: Request): Asked {
  const query = new URL(request.url, 'http://registry').searchParams;
  const stranger = [...query.keys()].find((name) => !KNOWN.includes(name));
  if (stranger !== undefined) {
    throw wrong(`There is no parameter "${stranger}".`, `Known are ${KNOWN.join(', ')}.`);
  }
  const since = number(query, 'since');
  if (since === undefined) throw wrong('The size to begin from is missing.', 'Name it, as ?since=0.');
  const to = number(query, 'to');
  const seconds = number(query, 'wait') ?? 0;
  if (seconds > LONGEST_WAIT_SECONDS || (seconds > 0 && to !== undefined)) {
    throw wrong(
      'So long, or for an end that is named, nothing is waited for.',
      `Wait at most ${LONGEST_WAIT_SECONDS} seconds, and leave "to" out.`,
    );
  }
  return { since, to, seconds };
}

function number(query: URLSearchParams, name: string): number | undefined {
  const [text, ...more] = query.getAll(name);
  if (text === undefined) return undefined;
  if (more.length > 0 || !/^\d{1,15}$/.test(text)) {
    throw wrong(`"${name}" is not one whole number.`, 'Give it once, in digits.');
  }
  return Number(text);
}

async function send(response: Response, { to }: Asked, changed: ChangesBetween): Promise<void> {
  const { size, moment, everything, changes } = changed;
  response.set({
    'Content-Type': 'application/x-ndjson; charset=utf-8',
    'Cache-Control': to === undefined ? 'no-store' : `public, max-age=${YEAR_SECONDS}, immutable`,
    'Assent-Log-Size': String(size),
  });
  const gone = new AbortController();
  response.once('close', () => {
    gone.abort();
  });
  let isBefore = everything !== undefined;
  for await (const some of changes) {
    let text = '';
    for (const change of some) {
      if (isBefore && change.index > (everything ?? 0)) {
        text += lineOfEverything(everything);
        isBefore = false;
      }
      text += lineOf(change);
    }
    if (text !== '' && !response.write(text)) await once(response, 'drain', { signal: gone.signal });
  }
  if (isBefore) response.write(lineOfEverything(everything));
  response.end(`${JSON.stringify({ size, moment: moment?.toISOString() ?? null })}\n`);
}

function lineOf({ index, subject, canon, stands }: Change): string {
  const statements = stands.statements.map((statement) => ({
    id: statement.id,
    claimant: statement.claimant,
    use: statement.use,
    preference: statement.preference,
    assurance: statement.assurance,
    accountWide: statement.accountWide ?? false,
    expiresAt: statement.expiresAt === undefined ? null : new Date(statement.expiresAt).toISOString(),
  }));
  return `${JSON.stringify({ index, subject, canon: canon ?? null, statements, works: stands.works })}\n`;
}

function lineOfEverything(index: number | undefined): string {
  return `${JSON.stringify({ index, subject: { kind: 'everything' }, canon: null, statements: [], works: [] })}\n`;
}

/** Where lines were sent already the connection is broken off: without its last line no answer is whole. */
function refuse(response: Response, error: unknown): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  const problem =
    error instanceof ChangesNotThere ? wrong(error.message, error.nextStep) : checkProblemOf(error);
  if (problem === undefined) throw error;
  sendCheckProblem(response, problem);
}

function wrong(message: string, nextStep: string): CheckProblem {
  return new CheckProblem(400, 'BAD_REQUEST', message, nextStep);
}

function tooManyWait(): CheckProblem {
  return new CheckProblem(
    503,
    'TOO_MANY_WAITING',
    'Too many are waiting for changes just now.',
    'Ask again later, or without waiting.',
    30,
  );
}
