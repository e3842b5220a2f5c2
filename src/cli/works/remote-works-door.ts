import { setTimeout as rest } from 'node:timers/promises';
import type { WorksDoor } from '../../app/works/add-works.js';
import type { WrittenPrints } from '../../app/works/written-prints.js';
import type { Capacity } from '../../core/consent/capacity.js';
import type { OperatorFetch } from '../../fetch/operator-fetch.js';
import { UsageError } from '../usage-error.js';

const MOST_BYTES = 4_000_000;
const TRIES = 8;
const LONGEST_REST_S = 120;

const REGISTER = `mutation AddWorks($input: RegisterWorksInput!) {
  registerWorks(input: $input) {
    ... on RegisterWorksPayload { works { isNew work { id } } }
    ... on UserError { code message nextStep }
  }
}`;

const SAY_NO = `mutation SayNo($input: DeclareConsentInput!) {
  declareConsent(input: $input) {
    ... on DeclareConsentPayload { countsNow }
    ... on UserError { code message nextStep }
  }
}`;

interface Refused {
  readonly message: string;
  readonly nextStep: string;
}

type Registered = {
  readonly works: readonly { readonly isNew: boolean; readonly work: { readonly id: string } }[];
};

/** A registry elsewhere, by its API and a key with the scope DECLARE. Nothing is sent but what is written here. */
export function remoteWorksDoor(
  http: OperatorFetch,
  registry: string,
  key: string,
  signal: AbortSignal,
): WorksDoor {
  const url = new URL('/graphql', registry).href;
  const ask = async <T>(query: string, input: unknown): Promise<T> => {
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
  return {
    async register(capacity, works) {
      const input = {
        capacity: spelled(capacity),
        works: works.map((work) => ({ ...work, prints: sent(work.prints) })),
      };
      const { registerWorks } = await ask<{ registerWorks: Registered | Refused }>(REGISTER, input);
      if ('message' in registerWorks)
        throw new UsageError(`${registerWorks.message} ${registerWorks.nextStep}`);
      return registerWorks.works.map(({ work: { id }, isNew }) => ({ id, isNew }));
    },
    async sayNo(capacity, work) {
      const input = {
        work,
        capacity: spelled(capacity),
        ownWorks: true,
        answers: [{ use: 'TRAIN_AI', preference: 'DENY' }],
      };
      const { declareConsent } = await ask<{ declareConsent: object | Refused }>(SAY_NO, input);
      return 'message' in declareConsent ? `${declareConsent.message} ${declareConsent.nextStep}` : undefined;
    },
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
function spelled(capacity: Capacity): string {
  return capacity.toUpperCase().replaceAll('-', '_');
}

function sent(prints: WrittenPrints): unknown {
  return { ...prints, medium: prints.medium.toUpperCase() };
}
