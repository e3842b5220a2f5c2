import type { EnumValue } from '../../client/graphql.js';
import type { Problem } from '../server/problem.js';

/** Leaves a file with a claim; answers what went wrong, if anything did. */
export async function sendClaimFile(
  claimId: string,
  kind: EnumValue<'KeptFileKind'>,
  file: Blob,
): Promise<Problem | undefined> {
  let response: Response;
  try {
    response = await fetch(`/claims/${encodeURIComponent(claimId)}/files?kind=${kind.toLowerCase()}`, {
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
