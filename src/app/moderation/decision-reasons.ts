import { invalidInput } from '../accounts/refusals.js';
import type { InvalidInput } from '../accounts/refusals.js';

/** Why a moderator decided as they did: a closed list for each decision, so that decisions can be counted and compared. */
export const DECISION_REASONS = {
  approve: ['evidence-convincing', 'public-record', 'mandate-shown'],
  reject: [
    'evidence-missing',
    'evidence-contradicted',
    'someone-else',
    'mandate-missing',
    'public-domain',
    'abuse',
  ],
  dispute: [
    'evidence-convincing',
    'public-record',
    'mandate-shown',
    'evidence-missing',
    'public-domain',
    'abuse',
  ],
} as const;

export type DecisionReason = (typeof DECISION_REASONS)[keyof typeof DECISION_REASONS][number];

export interface DecisionGrounds {
  readonly reasonCode: string;
  /** For the claimants and the record, in the moderator's own words. */
  readonly note: string;
}

const MIN_NOTE_LENGTH = 10;
const MAX_NOTE_LENGTH = 2_000;

/** What is wrong with the grounds of a decision; undefined when they will do. */
export function groundsProblem(
  decision: keyof typeof DECISION_REASONS,
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
  const length = note.trim().length;
  if (length < MIN_NOTE_LENGTH || length > MAX_NOTE_LENGTH) {
    return invalidInput(
      'note',
      `A note of ${MIN_NOTE_LENGTH} to ${MAX_NOTE_LENGTH} characters is needed.`,
      'Say what you looked at and what it showed.',
    );
  }
  return undefined;
}

/** How grounds are kept with what was decided. */
export function groundsText({ reasonCode, note }: DecisionGrounds): string {
  return `${reasonCode}: ${note.trim()}`;
}
