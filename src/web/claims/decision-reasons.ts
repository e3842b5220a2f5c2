/** Why a moderator decides as they do: the codes that the server takes for each decision. */
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

export type Deciding = keyof typeof DECISION_REASONS;
export type DecisionReason = (typeof DECISION_REASONS)[Deciding][number];
