import { setTimeout as rest } from 'node:timers/promises';
import type { OperatorFetch } from '../fetch/operator-fetch.js';
import { UsageError } from './usage-error.js';

const MOST_BYTES = 4_000_000;
const TRIES = 8;
const LONGEST_REST_S = 120;

/** Sends one GraphQL document with its input, and answers its data. Throws `UsageError` where the registry refuses. */
export type AskRegistry = <T>(query: string, input: unknown) => Promise<T>;

/** A registry elsewhere, by its API and a key. Told to come later, it waits as long as the registry says. */
export function askRegistry(
  http: OperatorFetch,
  registry: string,
  key: string,
  signal: AbortSignal,
): AskRegistry {
  const url = new URL('/graphql', registry).href;
  return async <T>(query: string, input: unknown): Promise<T> => {
    const body = new TextEncoder().encode(JSON.stringify({ query, variables: { input } }));
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
    for (let tries = 1; ; tries += 1) {
      const answer = await http.post(url, body, MOST_BYTES, signal, headers);
      if ((answer.status !== 429 && answer.status !== 503) || tries === TRIES) return readAnswer(answer) as T;
      const wait = Number(answer.headers['retry-after']);
      await rest(
        1_000 * Math.min(LONGEST_REST_S, Number.isFinite(wait) && wait > 0 ? wait : 2 ** tries),
        undefined,
        {
          signal,
        },
      );
    }
  };
}

function readAnswer({ status, body }: { readonly status: number; readonly body: Uint8Array }): unknown {
  const text = new TextDecoder().decode(body);
  let answer: { data?: unknown; errors?: readonly { message: string }[]; error?: { message: string } };
  try {
    answer = JSON.parse(text) as typeof answer;
  } catch {
    throw new UsageError(
      `The registry answered with status ${status}, and not as one does. Check --registry.`,
    );
  }
  if (answer.data !== undefined && answer.data !== null) return answer.data;
  const told = answer.errors?.[0]?.message ?? answer.error?.message ?? `status ${status}`;
  throw new UsageError(`The registry refused: ${told} The key needs the scope DECLARE.`);
}

/** As GraphQL spells the words of its enums. */
export function spelled(word: string): string {
  return word.toUpperCase().replaceAll('-', '_');
}
