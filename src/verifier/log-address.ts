import { setTimeout as pause } from 'node:timers/promises';
import type { LogSource } from './log-source.js';
import { UnreadableEvidence } from './unreadable-evidence.js';

export interface HttpAnswer {
  readonly status: number;
  /** Decoded where a content coding such as gzip was used. */
  readonly body: Uint8Array;
  /** What a Retry-After header asks for, in seconds. */
  readonly retryAfter: number | undefined;
}

/** Sends one GET. Answers `too-long` for a body of more than `maxLength` bytes; rejects when no answer came. */
export type HttpGet = (url: string, maxLength: number) => Promise<HttpAnswer | 'too-long'>;

/** How long to wait before each further attempt, in milliseconds: a long log is not given up for one lost answer. */
const PAUSES_MS = [250, 1_000];

/** The longest wait that a server may ask for, in seconds. */
const MAX_RETRY_AFTER = 60;

/** A log whose files are served by HTTP. @param prefix what stands before `/checkpoint` */
export function logAddress(prefix: string, get: HttpGet): LogSource {
  const base = prefix.replace(/\/+$/, '');
  return {
    name: base,
    async read(path, maxLength) {
      const url = `${base}/${path}`;
      const answer = await persistently(get, url, maxLength);
      if (answer === 'too-long') return answer;
      if (answer.status === 200) return answer.body;
      if (answer.status === 404 || answer.status === 410) return undefined;
      throw new UnreadableEvidence(`${url} was answered with status ${answer.status}. Try again later.`);
    },
  };
}

async function persistently(get: HttpGet, url: string, maxLength: number): ReturnType<HttpGet> {
  for (const wait of PAUSES_MS) {
    const answer = await get(url, maxLength).catch(() => undefined);
    if (answer === 'too-long') return answer;
    if (answer !== undefined && answer.status !== 429 && answer.status < 500) return answer;
    const asked = Math.min(answer?.retryAfter ?? 0, MAX_RETRY_AFTER);
    await pause(Math.max(wait, asked * 1_000));
  }
  return get(url, maxLength).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new UnreadableEvidence(`${url} could not be read. ${why}`, { cause: error });
  });
}
