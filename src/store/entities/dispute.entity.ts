import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { PlaceKind } from '../../app/ports/claims.js';
import type { Dispute } from '../../app/ports/disputes.js';
import type { DisputeCause, DisputeOutcome, DisputeReason } from '../../core/log/dispute-leaf.js';
import { bytes, type Row, unsignedKey } from '../row-values.js';
import { AccountRow } from './account.entity.js';

@Entity('disputes')
@Check('disputes_cause_check', `cause IN ('no-against-yes', 'rival-claims', 'report')`)
@Check(
  'disputes_sides_check',
  `num_nonnulls(no_by, yes_by, lapses_at) = CASE cause WHEN 'no-against-yes' THEN 3 ELSE 0 END`,
)
@Check(
  'disputes_outcome_check',
  `CASE cause WHEN 'no-against-yes' THEN outcome IN ('no-stands', 'yes-stands', 'settled')
              ELSE outcome IN ('claim-upheld', 'none-upheld') END`,
)
@Check(
  'disputes_closing_check',
  `num_nonnulls(closed_at, outcome, closing_reason) IN (0, 3)
   AND closing_reason IN ('no-evidence-in-time', 'evidence-reviewed', 'claimant-withdrew')`,
)
@Index('disputes_open_key', { synchronize: false })
@Index('disputes_open_answers_key', { synchronize: false })
@Index('disputes_no_by_idx', { synchronize: false })
@Index('disputes_yes_by_idx', { synchronize: false })
@Index('disputes_due_idx', { synchronize: false })
@Index('disputes_page_idx', { synchronize: false })
@Index('disputes_subject_digest_idx', { synchronize: false })
export class DisputeRow implements Row<Omit<Dispute, 'claimIds'>> {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'disputes_pkey' })
  id!: string;

  @Column({ type: 'text' })
  cause!: DisputeCause;

  @Column({ type: 'text' })
  kind!: PlaceKind;

  @Column({ type: 'text', nullable: true })
  expression!: string | null;

  @Column({ type: 'bytea', name: 'subject_digest', transformer: bytes })
  subjectDigest!: Uint8Array;

  @Column({ type: 'bigint', name: 'subject_key', nullable: true, transformer: unsignedKey })
  subjectKey!: bigint | null;

  @Column({ type: 'integer', nullable: true })
  canon!: number | null;

  @Column({ type: 'text', name: 'no_by', nullable: true })
  noBy!: string | null;

  @Column({ type: 'text', name: 'yes_by', nullable: true })
  yesBy!: string | null;

  @Column({ type: 'timestamptz', name: 'opened_at' })
  openedAt!: Date;

  @Column({ type: 'timestamptz', name: 'lapses_at', nullable: true })
  lapsesAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'runs_out_at', nullable: true })
  runsOutAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'closed_at', nullable: true })
  closedAt!: Date | null;

  @Column({ type: 'uuid', name: 'closed_by', nullable: true })
  @ForeignKey(() => AccountRow, { name: 'disputes_closed_by_fkey' })
  closedBy!: string | null;

  @Column({ type: 'uuid', name: 'proposed_by', nullable: true })
  @ForeignKey(() => AccountRow, { name: 'disputes_proposed_by_fkey' })
  proposedBy!: string | null;

  @Column({ type: 'uuid', name: 'appealed_from', nullable: true })
  appealedFrom!: string | null;

  @Column({ type: 'text', nullable: true })
  outcome!: DisputeOutcome | null;

  @Column({ type: 'text', name: 'closing_reason', nullable: true })
  closingReason!: DisputeReason | null;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;
}
