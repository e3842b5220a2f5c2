import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { PlaceKind } from '../../app/ports/claims.js';
import type { Report, ReportKind, ReportOutcome } from '../../app/ports/moderation.js';
import { bytes, type Row } from '../row-values.js';
import { AccountRow } from './account.entity.js';

@Entity('reports')
@Check('reports_kind_check', `kind IN ('objection', 'false-claim', 'illegal')`)
@Check('reports_place_kind_check', `place_kind IN ('url', 'path', 'domain')`)
@Check('reports_outcome_check', `outcome IN ('upheld', 'dismissed')`)
@Check('reports_decision_check', `num_nonnulls(decided_at, outcome, reason) IN (0, 3)`)
@Index('reports_open_idx', { synchronize: false })
@Index('reports_decided_at_idx', { synchronize: false })
@Index('reports_account_id_idx', { synchronize: false })
@Index('reports_illegal_idx', { synchronize: false })
export class ReportRow implements Row<Report> {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'reports_pkey' })
  id!: string;

  @Column({ type: 'text' })
  kind!: ReportKind;

  @Column({ type: 'text', name: 'place_kind' })
  placeKind!: PlaceKind;

  @Column({ type: 'text' })
  expression!: string;

  @Column({ type: 'bytea', name: 'subject_digest', transformer: bytes })
  subjectDigest!: Uint8Array;

  @Column({ type: 'uuid', name: 'account_id', nullable: true })
  @ForeignKey(() => AccountRow, { name: 'reports_account_id_fkey' })
  accountId!: string | null;

  @Column({ type: 'text' })
  text!: string;

  @Column({ type: 'text', nullable: true })
  link!: string | null;

  @Column({ type: 'text', nullable: true })
  email!: string | null;

  @Column({ type: 'timestamptz', name: 'made_at' })
  madeAt!: Date;

  @Column({ type: 'timestamptz', name: 'decided_at', nullable: true })
  decidedAt!: Date | null;

  @Column({ type: 'uuid', name: 'decided_by', nullable: true })
  @ForeignKey(() => AccountRow, { name: 'reports_decided_by_fkey' })
  decidedBy!: string | null;

  @Column({ type: 'text', nullable: true })
  outcome!: ReportOutcome | null;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;
}
