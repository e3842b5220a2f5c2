import type { VariablesOf } from '../../../client/graphql.js';
import type { AuditTrail } from './operations.js';

/** What is looked for, as it stands in the address of the page and in its form; empty where it may be anything. */
export interface AuditParams {
  readonly action: string;
  readonly target: string;
  readonly actor: string;
  /** A code of `DECISION_REASONS`. */
  readonly reason: string;
  /** Days of UTC as YYYY-MM-DD; the second is included. */
  readonly from: string;
  readonly until: string;
}

export function readAuditParams(params: URLSearchParams): AuditParams {
  const text = (name: keyof AuditParams): string => params.get(name)?.trim() ?? '';
  return {
    action: text('action'),
    target: text('target'),
    actor: text('actor'),
    reason: text('reason'),
    from: dayOrNone(text('from')),
    until: dayOrNone(text('until')),
  };
}

export function auditPath(sought: Partial<AuditParams>): string {
  const given = Object.entries(sought).filter(([, value]) => value.trim() !== '');
  return `/moderation/audit?${new URLSearchParams(given).toString()}`;
}

export function auditFilter({ action, target, actor, reason, from, until }: AuditParams): Filter {
  return {
    ...(action === '' ? {} : { action }),
    ...(target === '' ? {} : { target }),
    ...(actor === '' ? {} : { actorId: actor }),
    ...(reason === '' ? {} : { reason }),
    ...(from === '' ? {} : { from: startOf(from, 0) }),
    ...(until === '' ? {} : { until: startOf(until, 1) }),
  };
}

type Filter = NonNullable<VariablesOf<typeof AuditTrail>['filter']>;

const DAY_MS = 86_400_000;

function startOf(day: string, daysLater: number): string {
  return new Date(Date.parse(day) + daysLater * DAY_MS).toISOString();
}

/** The form then shows that there is none: nothing is left out of the list unseen. */
function dayOrNone(text: string): string {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : '';
}
