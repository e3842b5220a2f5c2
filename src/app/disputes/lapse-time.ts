import { EVIDENCE_PERIOD } from '../../core/replay/apply-dispute.js';
import type { Dispute } from '../ports/disputes.js';

/** When the no in a dispute between answers lapses, unless something is shown. */
export function lapseTime({ openedAt }: Pick<Dispute, 'openedAt'>): Date {
  return new Date(openedAt.getTime() + EVIDENCE_PERIOD);
}
