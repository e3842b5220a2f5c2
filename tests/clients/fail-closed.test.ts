import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createOnlineChecker } from '../../src/client/online-checker.js';
import { type BrokenRegistry, type Failure, FAILURES, openBrokenRegistry } from './broken-registry.js';
import { untried } from './fail-closed-cells.js';
import { openPython, type PythonProcess } from './python-process.js';

const URLS = ['https://example.com/1.jpg', 'https://example.com/2.jpg', 'https://example.com/3.jpg'];
const USE = 'train-ai';
/** What the broken registry has, when it names one. */
const SIZE = 7;
const MINUTE_S = 60;
const PATIENCE_S = 0.5;

let broken: BrokenRegistry;
let python: PythonProcess;

beforeAll(async () => {
  broken = await openBrokenRegistry();
  python = openPython();
});

afterAll(async () => {
  await python.close();
  await broken.close();
});

interface Checked {
  readonly url: string;
  readonly state: string;
  readonly problem: string | null | undefined;
}

/** Programs that ask a registry, each over its own way. */
const CLIENTS: Readonly<Record<string, (failure: Failure | undefined) => Promise<readonly Checked[]>>> = {
  async TypeScript(failure) {
    const checker = createOnlineChecker({
      registry: broken.url(failure),
      use: USE,
      logSize: SIZE,
      maxAge: MINUTE_S * 1_000,
      timeout: failure === 'never answers' ? PATIENCE_S * 1_000 : MINUTE_S * 1_000,
      retries: 1,
    });
    const answers: Checked[] = [];
    for await (const answer of checker.check(URLS)) answers.push(answer);
    return answers;
  },
  async Python(failure) {
    const options = {
      log_size: SIZE,
      max_age: MINUTE_S,
      timeout: failure === 'never answers' ? PATIENCE_S : MINUTE_S,
      retries: 1,
    };
    const [made] = await python.ask('check', [
      { registry: broken.url(failure), use: USE, urls: URLS, options },
    ]);
    return (made as { answers: Checked[] }).answers;
  },
};

const ALL_FAILURES: readonly Failure[] = [
  ...(Object.keys(FAILURES) as (keyof typeof FAILURES)[]),
  'is not there',
];

describe.each(Object.entries(CLIENTS))('the %s client', (_name, ask) => {
  it('allows what a registry that does nothing wrong allows', async () => {
    expect((await ask(undefined)).map(({ url, state }) => [url, state])).toEqual(
      URLS.map((url) => [url, 'allowed']),
    );
  });

  it.each(ALL_FAILURES)('allows nothing, and says why, when the registry %s', async (failure) => {
    const answers = await ask(failure);
    const state = failure === 'answers as of long ago' ? 'stale' : 'error';
    expect(answers.map((answer) => [answer.url, answer.state])).toEqual(URLS.map((url) => [url, state]));
    for (const { problem } of answers) expect(problem).toMatch(/\.|:/);
  });
});

it.each(Object.keys(CLIENTS))('tries the %s client with every failure that it can meet', (client) => {
  expect(untried(client, ALL_FAILURES)).toEqual([]);
});

describe('the Python client', () => {
  it.each(ALL_FAILURES)('stops a loader before its first row when the registry %s', async (failure) => {
    const options = { log_size: SIZE, max_age: MINUTE_S, timeout: PATIENCE_S * 4, retries: 0 };
    const asked = { registry: broken.url(failure), use: USE, urls: URLS, options };
    const [made] = await python.ask('check_or_raise', [asked]);
    expect(made).toMatchObject({ seen: [], stopped: expect.stringMatching(/./) });
  });
});
