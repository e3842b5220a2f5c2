import type { FoundTogether } from '../../fused/operations.js';
import type { Problem } from '../../server/problem.js';
import type { FoundIds, MatchFacts } from './found-by-picture.js';

/** As `POST /search/picture` answers; docs/api.md. */
interface Answer {
  readonly picture: { readonly isPlain: boolean };
  readonly matches: readonly (MatchFacts & { readonly entry: string })[];
  readonly matchesHidden: number;
  readonly searched: { readonly rowsHeld: string; readonly rowsFingerprinted: string };
}

/** As `POST /search/together` answers: entries by their ids. */
export interface TogetherIds extends Omit<FoundTogether, 'matches'> {
  readonly matches: readonly {
    readonly entry: string;
    readonly reasons: FoundTogether['matches'][number]['reasons'];
  }[];
}

/** Sends a picture file, which the server looks for and does not keep. */
export async function sendPicture(file: Blob, showsHidden: boolean): Promise<FoundIds | Problem> {
  const answer = await send<Answer>('/search/picture', file, showsHidden ? { hidden: 'show' } : {});
  return 'kind' in answer ? answer : foundIn(answer);
}

/** The same with words beside it. */
export function sendTogether(
  file: Blob,
  words: string,
  showsHidden: boolean,
): Promise<TogetherIds | Problem> {
  return send<TogetherIds>('/search/together', file, {
    ...(words === '' ? {} : { words }),
    ...(showsHidden ? { hidden: 'show' } : {}),
  });
}

async function send<Answered extends object>(
  path: string,
  file: Blob,
  params: Record<string, string>,
): Promise<Answered | Problem> {
  let response: Response;
  try {
    response = await fetch(`${path}?${new URLSearchParams(params).toString()}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/octet-stream' },
      body: file,
    });
  } catch {
    return { kind: 'unreachable' };
  }
  const body = (await response.json().catch(() => undefined)) as
    (Answered & { error?: undefined }) | { error: unknown } | undefined;
  if (response.ok && body !== undefined && body.error === undefined) return body as Answered;
  const refusal = refusalIn(body?.error);
  if (isTooLong(body?.error)) return { kind: 'search-too-long' };
  if (refusal !== undefined) return { kind: 'refused', refusal };
  return { kind: response.status === 429 ? 'too-many-requests' : 'failed' };
}

/** The one refusal here that is no fault of the picture; docs/api.md. */
function isTooLong(error: unknown): boolean {
  return (error as { code?: unknown } | null | undefined)?.code === 'SEARCH_TOO_LONG';
}

function foundIn({ picture, matches, matchesHidden, searched }: Answer): FoundIds {
  return {
    isPlain: picture.isPlain,
    matchesHidden,
    matches: matches.map(({ entry, ...facts }) => ({ id: entry, ...facts })),
    rowsHeld: searched.rowsHeld,
    rowsFingerprinted: searched.rowsFingerprinted,
  };
}

function refusalIn(error: unknown): Extract<Problem, { kind: 'refused' }>['refusal'] | undefined {
  const told = error as { code?: unknown; message?: unknown; nextStep?: unknown } | null | undefined;
  if (typeof told?.message !== 'string' || typeof told.nextStep !== 'string') return undefined;
  return error as Extract<Problem, { kind: 'refused' }>['refusal'];
}
