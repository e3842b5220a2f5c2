/**
 * Why a moderator decided as they did: a closed list for each decision, the likeliest first, so that decisions can be
 * counted and compared. What they write beside it is bounded.
 */
export const DECISION_REASONS = {
  approve: ['evidence-convincing', 'public-record', 'mandate-shown'],
  reject: [
    'evidence-missing',
    'evidence-contradicted',
    'someone-else',
    'mandate-missing',
    'public-domain',
    'deceased-author',
    'abuse',
    'illegal',
  ],
  dispute: [
    'evidence-convincing',
    'public-record',
    'mandate-shown',
    'evidence-missing',
    'public-domain',
    'deceased-author',
    'abuse',
  ],
  report: ['evidence-convincing', 'evidence-missing', 'evidence-contradicted', 'abuse', 'illegal'],
  'set-aside': ['abuse', 'someone-else', 'legal-order'],
  'let-speak': ['evidence-convincing', 'legal-order'],
  'show-again': ['evidence-convincing', 'legal-order'],
  'hide-name': ['someone-else', 'abuse', 'legal-order'],
  'show-name': ['evidence-convincing', 'legal-order'],
} as const;

export type Deciding = keyof typeof DECISION_REASONS;

export type DecisionReason = (typeof DECISION_REASONS)[Deciding][number];

/** Characters of a note, blanks at its ends left out. */
export const NOTE_LENGTH = { least: 10, most: 2_000 } as const;
