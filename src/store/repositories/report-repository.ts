import type { Report, ReportStore } from '../../app/ports/moderation.js';
import { ReportRow } from '../entities/report.entity.js';
import type { StoreSession } from '../store-session.js';
import { isUuid } from '../uuid-text.js';

const DECIDE = `
  UPDATE reports SET decided_at = $2, decided_by = $3, outcome = $4, reason = $5, email = NULL
  WHERE id = $1 AND decided_at IS NULL`;

// Once a moderator has looked and found nothing, others saying the same changes nothing.
const SAID_ILLEGAL = `
  SELECT subject_digest FROM reports WHERE kind = 'illegal' AND subject_digest = ANY ($1::bytea[])
  GROUP BY subject_digest
  HAVING bool_or(decided_at IS NULL) AND NOT coalesce(bool_or(outcome = 'dismissed'), FALSE)`;

export class ReportRepository implements ReportStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async add(report: Report): Promise<void> {
    await this.#session.insert(ReportRow, report);
  }

  async byIds(ids: readonly string[]): Promise<Report[]> {
    return this.#session.rows(ReportRow, 'SELECT * FROM reports WHERE id = ANY ($1::uuid[])', [
      ids.filter(isUuid),
    ]);
  }

  async decide(id: string, end: Parameters<ReportStore['decide']>[1]): Promise<boolean> {
    const { decidedAt, decidedBy, outcome, reason } = end;
    return (await this.#session.execute(DECIDE, [id, decidedAt, decidedBy, outcome, reason])) > 0;
  }

  async saidIllegal(subjectDigests: readonly Uint8Array[]): Promise<Uint8Array[]> {
    const digests = subjectDigests.map((digest) => Buffer.from(digest));
    const rows = await this.#session.query<{ subject_digest: Uint8Array }>(SAID_ILLEGAL, [digests]);
    return rows.map((row) => new Uint8Array(row.subject_digest));
  }

  async removeDecided(before: Date): Promise<number> {
    return this.#session.execute('DELETE FROM reports WHERE decided_at < $1', [before]);
  }
}
