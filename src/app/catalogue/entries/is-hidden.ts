import { type SafetyColumns, safetyOf } from '../../../core/search/safety.js';

/** Whether a row is shown only to those who ask for it: its dataset says, or its score says, that it is unsafe. */
export function isHidden(entry: SafetyColumns): boolean {
  return safetyOf(entry) === 'unsafe';
}
