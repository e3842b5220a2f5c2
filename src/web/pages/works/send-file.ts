import type { EnumValue, VariablesOf } from '../../../client/graphql.js';
import type { Problem } from '../../server/problem.js';
import type { RegisterWorks } from './operations.js';

export type WorkPrints = VariablesOf<typeof RegisterWorks>['input']['works'][number]['prints'];

/** Sends a file, which the server fingerprints and does not keep. */
export async function sendFile(
  file: Blob,
  medium: EnumValue<'Medium'>,
): Promise<{ readonly prints: WorkPrints } | Problem> {
  let response: Response;
  try {
    response = await fetch(`/works/prints?medium=${medium.toLowerCase()}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/octet-stream' },
      body: file,
    });
  } catch {
    return { kind: 'unreachable' };
  }
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok && body !== undefined) {
    return { prints: body as WorkPrints };
  }
  const told = (body as { error?: { message?: unknown; nextStep?: unknown } } | undefined)?.error;
  if (typeof told?.message === 'string' && typeof told.nextStep === 'string') {
    return { kind: 'refused', refusal: told as Extract<Problem, { kind: 'refused' }>['refusal'] };
  }
  return { kind: response.status === 429 ? 'too-many-requests' : 'failed' };
}

/** By what the device says of it, else by its ending. */
export function mediumOf(file: File): EnumValue<'Medium'> {
  if (file.type.startsWith('audio/') || /\.(?:wav|mp3|flac|ogg|m4a|aac)$/i.test(file.name)) {
    return 'AUDIO';
  }
  return file.type.startsWith('text/') || /\.(?:txt|md)$/i.test(file.name) ? 'TEXT' : 'IMAGE';
}

/** What a file is called, without its ending. */
export function titleOf({ name }: File): string {
  return name.replace(/\.[^.]{1,5}$/, '').slice(0, 300);
}
