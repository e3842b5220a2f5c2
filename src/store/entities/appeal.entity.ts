import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Appeal, AppealOutcome } from '../../app/ports/dispute-exchange.js';
import type { Row } from '../row-values.js';
import { AccountRow } from './account.entity.js';
import { DisputeRow } from './dispute.entity.js';

@Entity('appeals')
@Check('appeals_outcome_check', `outcome IN ('upheld', 'dismissed')`)
@Check('appeals_decision_check', `num_nonnulls(decided_at, outcome, reason) IN (0, 3)`)
@Index('appeals_dispute_id_claimant_key', { synchronize: false })
@Index('appeals_open_idx', { synchronize: false })
@Index('appeals_account_id_idx', { synchronize: false })
export class AppealRow implements Row<Appeal> {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'appeals_pkey' })
  id!: string;

  @Column({ type: 'uuid', name: 'dispute_id' })
  @ForeignKey(() => DisputeRow, { name: 'appeals_dispute_id_fkey' })
  disputeId!: string;

  @Column({ type: 'uuid', name: 'account_id', nullable: true })
  @ForeignKey(() => AccountRow, { name: 'appeals_account_id_fkey', onDelete: 'SET NULL' })
  accountId!: string | null;

  @Column({ type: 'text' })
  claimant!: string;

  @Column({ type: 'text' })
  text!: string;

  @Column({ type: 'text', nullable: true })
  link!: string | null;

  @Column({ type: 'timestamptz', name: 'made_at' })
  madeAt!: Date;

  @Column({ type: 'timestamptz', name: 'decided_at', nullable: true })
  decidedAt!: Date | null;

  @Column({ type: 'uuid', name: 'decided_by', nullable: true })
  @ForeignKey(() => AccountRow, { name: 'appeals_decided_by_fkey', onDelete: 'SET NULL' })
  decidedBy!: string | null;

  @Column({ type: 'text', nullable: true })
  outcome!: AppealOutcome | null;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;
}
