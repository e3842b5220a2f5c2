import { acceptanceBytes } from '../../core/acceptance/acceptance-bytes.js';
import { FetchRefused } from '../../fetch/fetch-refused.js';
import { MAX_PROOF_LENGTH } from '../../verifier/tlog-proof.js';
import { setTimeout as rest } from 'node:timers/promises';
import type { CommandIo } from '../io.js';
import { plainText } from '../plain-text.js';
import { startProgress } from '../progress.js';
import type { KeptAcceptance } from './acceptance-file.js';

const LONGEST_REFUSAL = 300;
/** A registry takes few in a minute, and says when to come back. */
const LONGEST_REST_S = 120;
const MOST_TRIES = 20;

/** What became of acceptances that were sent. */
export interface SentAcceptances {
  /** All of them in their order, with a proof where the registry confirmed one. */
  readonly kept: readonly KeptAcceptance[];
  /** Why the others were not taken, a sentence each. */
  readonly refused: readonly string[];
}

/** Sends acceptances to a registry, and takes its proof that it records them. One that was sent before is proved anew. */
export async function sendAcceptances(
  io: CommandIo,
  registry: string,
  acceptances: readonly KeptAcceptance[],
): Promise<SentAcceptances> {
  // Loaded only now: nothing else that is done with acceptances needs an HTTP client.
  const { createOperatorFetch } = await import('../../fetch/operator-fetch.js');
  const fetcher = createOperatorFetch({ userAgent: 'Assent-terms/1' });
  const url = `${registry.replace(/\/+$/, '')}/v1/acceptances`;
  const progress = startProgress(io, 'Sending');
  const kept: KeptAcceptance[] = [];
  const refused: string[] = [];
  try {
    for (const one of acceptances) {
      const answer = await send(fetcher, url, one, io.signal);
      if ('proof' in answer) kept.push({ acceptance: one.acceptance, proof: answer.proof });
      else {
        kept.push(one);
        refused.push(`${one.acceptance.statement.slice(0, 12)}… was not taken. ${answer.why}`);
      }
      progress.show(kept.length, acceptances.length, 'acceptances');
    }
    return { kept, refused };
  } finally {
    progress.finish();
    await fetcher.close();
  }
}

async function send(
  fetcher: { readonly post: PostBytes },
  url: string,
  { acceptance }: KeptAcceptance,
  signal: AbortSignal,
): Promise<{ readonly proof: string } | { readonly why: string }> {
  for (let tries = 1; ; tries += 1) {
    try {
      const { status, body, headers } = await fetcher.post(
        url,
        acceptanceBytes(acceptance),
        MAX_PROOF_LENGTH,
        signal,
      );
      const text = Buffer.from(body).toString('utf8');
      if (status === 201) return { proof: text };
      if (status !== 429 || tries === MOST_TRIES) {
        return { why: `${url} answered ${status}: ${plainText(text).slice(0, LONGEST_REFUSAL).trim()}` };
      }
      const seconds = Math.min(LONGEST_REST_S, Number(headers['retry-after']) || 1);
      await rest(1_000 * seconds, undefined, { signal });
    } catch (error) {
      if (!(error instanceof FetchRefused)) throw error;
      return { why: `The registry cannot be reached. ${error.message}` };
    }
  }
}

type PostBytes = (
  url: string,
  body: Uint8Array,
  mostBytes: number,
  signal: AbortSignal,
) => Promise<{
  readonly status: number;
  readonly body: Uint8Array;
  readonly headers: Readonly<Record<string, string | undefined>>;
}>;
