import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Webhook } from '../../app/ports/webhooks.js';
import { bytes, json, type Row, safeInteger } from '../row-values.js';
import { AccountRow } from './account.entity.js';

/** An attempt as JSON holds it. */
export interface StoredAttempt {
  readonly since: number;
  readonly size: number;
  readonly attemptedAt: string;
  readonly status: number | null;
  readonly problem: string | null;
}

@Entity('webhooks')
@Check('webhooks_told_size_check', 'told_size >= 0')
@Index('webhooks_account_id_idx', { synchronize: false })
@Index('webhooks_due_idx', { synchronize: false })
export class WebhookRow implements Omit<Row<Webhook>, 'attempts'> {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'webhooks_pkey' })
  id!: string;

  @Column({ type: 'uuid', name: 'account_id' })
  @ForeignKey(() => AccountRow, { name: 'webhooks_account_id_fkey', onDelete: 'CASCADE' })
  accountId!: string;

  @Column({ type: 'text' })
  url!: string;

  @Column({ type: 'bytea', transformer: bytes })
  secret!: Uint8Array;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;

  @Column({ type: 'bigint', name: 'told_size', transformer: safeInteger })
  toldSize!: number;

  @Column({ type: 'timestamptz', name: 'failing_since', nullable: true })
  failingSince!: Date | null;

  @Column({ type: 'integer' })
  failures!: number;

  @Column({ type: 'timestamptz', name: 'next_attempt_at', nullable: true })
  nextAttemptAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'disabled_at', nullable: true })
  disabledAt!: Date | null;

  @Column({ type: 'jsonb', transformer: json })
  attempts!: StoredAttempt[];
}
