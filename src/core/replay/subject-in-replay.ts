import type { Subject } from '../consent/subject.js';
import type { LeafSubject } from '../log/leaf-subject.js';

/**
 * A subject as decisions tell it apart; undefined for an account. The id of a work is the claimant's own: whoever writes
 * another's id into a leaf speaks about a work of theirs of the same name.
 */
export function subjectInReplay(subject: LeafSubject, claimant: string): Subject | undefined {
  switch (subject.kind) {
    case 'account':
      return undefined;
    case 'content':
      return { kind: 'content', key: `${claimant} ${subject.work}` };
    default:
      return { kind: subject.kind, key: subject.sha256 };
  }
}
