import type { EnumValue } from '../../client/graphql.js';
import type { Problem } from '../server/problem.js';
import { sendFileTo } from './send-file-to.js';

/** Leaves a file with a claim; answers what went wrong, if anything did. */
export function sendClaimFile(
  claimId: string,
  kind: EnumValue<'KeptFileKind'>,
  file: Blob,
): Promise<Problem | undefined> {
  return sendFileTo(`/claims/${encodeURIComponent(claimId)}/files?kind=${kind.toLowerCase()}`, file);
}
