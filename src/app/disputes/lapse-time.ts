import { EVIDENCE_PERIOD } from '../../core/replay/apply-dispute.js';

/** When the no in a dispute between answers lapses, unless something is shown from a moment on. */
export function lapseTime(from: Date): Date {
  return new Date(from.getTime() + EVIDENCE_PERIOD);
}
