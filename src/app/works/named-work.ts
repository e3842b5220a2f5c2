import { idInLeaf } from '../claims/claim-leaves.js';
import { workInClaim } from './work-subject.js';

/** A work that somebody answers about, as claims and statements name it. */
export interface NamedWork {
  readonly ok: true;
  readonly kind: 'content';
  readonly workId: string;
  /** Its id, as leaves write it. */
  readonly expression: string;
  readonly digest: Uint8Array;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Undefined for what is no id of a work. */
export function readWorkId(id: string): NamedWork | undefined {
  if (!UUID.test(id)) return undefined;
  const { subjectDigest } = workInClaim(id);
  return { ok: true, kind: 'content', workId: id, expression: idInLeaf(id), digest: subjectDigest };
}
