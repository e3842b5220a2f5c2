import { DECISION_REASONS, type Deciding, NOTE_LENGTH } from '../../core/moderation/decision-reasons.js';
import { invalidInput } from '../accounts/refusals.js';
import type { InvalidInput } from '../accounts/refusals.js';

export interface DecisionGrounds {
  readonly reasonCode: string;
  /** For the claimants and the record, in the moderator's own words. */
  readonly note: string;
}

/** What is wrong with the grounds of a decision; undefined when they will do. */
export function groundsProblem(
  decision: Deciding,
  { reasonCode, note }: DecisionGrounds,
): InvalidInput | undefined {
  const codes: readonly string[] = DECISION_REASONS[decision];
  if (!codes.includes(reasonCode)) {
    return invalidInput(
      'reasonCode',
      `"${reasonCode}" is not a reason for this decision.`,
      `Choose one of: ${codes.join(', ')}.`,
    );
  }
  const { length } = note.trim();
  if (length < NOTE_LENGTH.least || length > NOTE_LENGTH.most) {
    return invalidInput(
      'note',
      `A note of ${NOTE_LENGTH.least} to ${NOTE_LENGTH.most} characters is needed.`,
      'Say what you looked at and what it showed.',
    );
  }
  return undefined;
}

/** How grounds are kept with what was decided. */
export function groundsText({ reasonCode, note }: DecisionGrounds): string {
  return `${reasonCode}: ${note.trim()}`;
}
