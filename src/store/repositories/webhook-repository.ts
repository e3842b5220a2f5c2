import type { Webhook, WebhookAttempt, WebhookProgress, WebhookStore } from '../../app/ports/webhooks.js';
import { type StoredAttempt, WebhookRow } from '../entities/webhook.entity.js';
import type { Present } from '../row-values.js';
import type { StoreSession } from '../store-session.js';
import { isUuid } from '../uuid-text.js';

// Whoever else asks in the same moment finds the row taken, and passes on.
const DUE = `
  SELECT * FROM webhooks
  WHERE disabled_at IS NULL AND told_size < $1 AND (next_attempt_at IS NULL OR next_attempt_at <= $2)
  ORDER BY next_attempt_at NULLS FIRST, id LIMIT $3
  FOR UPDATE SKIP LOCKED`;

export class WebhookRepository implements WebhookStore {
  readonly #session: StoreSession;

  constructor(session: StoreSession) {
    this.#session = session;
  }

  async add(webhook: Webhook): Promise<void> {
    await this.#session.insert(WebhookRow, { ...webhook, attempts: webhook.attempts.map(stored) });
  }

  async byId(id: string): Promise<Webhook | undefined> {
    if (!isUuid(id)) return undefined;
    const [row] = await this.#session.find(WebhookRow, { id });
    return row && read(row);
  }

  async ofAccount(accountId: string): Promise<Webhook[]> {
    const rows = await this.#session.find(WebhookRow, { accountId }, { createdAt: 'ASC', id: 'ASC' });
    return rows.map(read);
  }

  async update(id: string, { attempts, ...progress }: WebhookProgress): Promise<void> {
    const change = attempts === undefined ? progress : { ...progress, attempts: attempts.map(stored) };
    await this.#session.update(WebhookRow, { id }, change);
  }

  async remove(id: string): Promise<boolean> {
    return (await this.#session.execute('DELETE FROM webhooks WHERE id = $1', [id])) > 0;
  }

  async lease(size: number, now: Date, until: Date, most: number): Promise<Webhook[]> {
    return this.#session.transaction(async (session) => {
      const due = await session.rows(WebhookRow, DUE, [size, now, most]);
      if (due.length > 0) {
        const ids = due.map(({ id }) => id);
        const sql = 'UPDATE webhooks SET next_attempt_at = $2 WHERE id = ANY ($1::uuid[])';
        await session.execute(sql, [ids, until]);
      }
      return due.map(read);
    });
  }
}

function stored({ since, size, attemptedAt, status, problem }: WebhookAttempt): StoredAttempt {
  return {
    since,
    size,
    attemptedAt: attemptedAt.toISOString(),
    status: status ?? null,
    problem: problem ?? null,
  };
}

function read({ attempts, ...row }: Present<WebhookRow>): Webhook {
  return {
    ...row,
    attempts: attempts.map(({ attemptedAt, status, problem, ...range }) => ({
      ...range,
      attemptedAt: new Date(attemptedAt),
      status: status ?? undefined,
      problem: problem ?? undefined,
    })),
  };
}
