import type { Problem } from '../../server/problem.js';
import type { FoundIds, MatchFacts } from './found-by-picture.js';

/** As `POST /search/picture` answers; docs/api.md. */
interface Answer {
  readonly picture: { readonly isPlain: boolean };
  readonly matches: readonly (MatchFacts & { readonly entry: string })[];
  readonly matchesHidden: number;
  readonly searched: { readonly rowsHeld: string; readonly rowsFingerprinted: string };
}

/** Sends a picture file, which the server looks for and does not keep. */
export async function sendPicture(file: Blob, showsHidden: boolean): Promise<FoundIds | Problem> {
  let response: Response;
  try {
    response = await fetch(`/search/picture${showsHidden ? '?hidden=show' : ''}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/octet-stream' },
      body: file,
    });
  } catch {
    return { kind: 'unreachable' };
  }
  const body = (await response.json().catch(() => undefined)) as
    (Answer & { error?: undefined }) | { error: unknown } | undefined;
  if (response.ok && body !== undefined && body.error === undefined) return foundIn(body as Answer);
  const refusal = refusalIn(body?.error);
  if (refusal !== undefined) return { kind: 'refused', refusal };
  return { kind: response.status === 429 ? 'too-many-requests' : 'failed' };
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
