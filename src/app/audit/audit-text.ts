import { csvLine } from '../../core/tables/csv-line.js';
import type { AuditEvent } from '../ports/log.js';

export type AuditFormat = 'csv' | 'ndjson';

const COLUMNS = ['id', 'createdAt', 'actor', 'action', 'target', 'reason', 'details'] as const;

/** The trail as text, line by line: CSV (RFC 4180) with a header, or one JSON object a line. */
export async function* auditText(
  format: AuditFormat,
  batches: AsyncIterable<readonly AuditEvent[]>,
): AsyncGenerator<string> {
  if (format === 'csv') yield csvLine(COLUMNS);
  for await (const events of batches) yield events.map((event) => lineOf(format, event)).join('');
}

function lineOf(format: AuditFormat, event: AuditEvent): string {
  const { id, createdAt, actorId, action, target, reason, details } = event;
  if (format === 'csv') {
    const time = createdAt.toISOString();
    return csvLine([id, time, actorId, action, target, reason, JSON.stringify(details)]);
  }
  return `${JSON.stringify({ id, createdAt, actor: actorId, action, target, reason, details })}\n`;
}
