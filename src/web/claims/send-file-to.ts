import type { Problem } from '../server/problem.js';

/** Sends a file as the body of a request; answers what went wrong, if anything did. */
export async function sendFileTo(path: string, file: Blob): Promise<Problem | undefined> {
  let response: Response;
  try {
    response = await fetch(path, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/octet-stream' },
      body: file,
    });
  } catch {
    return { kind: 'unreachable' };
  }
  if (response.ok) return undefined;
  const body: unknown = await response.json().catch(() => undefined);
  const told = (body as { error?: { message?: unknown; nextStep?: unknown } } | undefined)?.error;
  if (typeof told?.message === 'string' && typeof told.nextStep === 'string') {
    return { kind: 'refused', refusal: told as Extract<Problem, { kind: 'refused' }>['refusal'] };
  }
  return { kind: response.status === 429 ? 'too-many-requests' : 'failed' };
}
