import type { EnumValue } from '../../client/graphql.js';

export type DecisionReason = EnumValue<'DecisionReason'>;

/** Which of the schema's reasons go with which decision, the likeliest first. */
export const DECISION_REASONS = {
  approve: ['EVIDENCE_CONVINCING', 'PUBLIC_RECORD', 'MANDATE_SHOWN'],
  reject: [
    'EVIDENCE_MISSING',
    'EVIDENCE_CONTRADICTED',
    'SOMEONE_ELSE',
    'MANDATE_MISSING',
    'PUBLIC_DOMAIN',
    'ABUSE',
  ],
  dispute: [
    'EVIDENCE_CONVINCING',
    'PUBLIC_RECORD',
    'MANDATE_SHOWN',
    'EVIDENCE_MISSING',
    'PUBLIC_DOMAIN',
    'ABUSE',
  ],
} as const satisfies Readonly<Record<string, readonly DecisionReason[]>>;

export type Deciding = keyof typeof DECISION_REASONS;
