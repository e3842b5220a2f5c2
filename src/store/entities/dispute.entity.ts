import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Dispute, PlaceKind } from '../../app/ports/claims.js';
import { bytes, type Row } from '../row-values.js';
import { AccountRow } from './account.entity.js';

@Entity('disputes')
@Index('disputes_open_key', { synchronize: false })
@Index('disputes_page_idx', { synchronize: false })
export class DisputeRow implements Row<Omit<Dispute, 'claimIds'>> {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'disputes_pkey' })
  id!: string;

  @Column({ type: 'text' })
  kind!: PlaceKind;

  @Column({ type: 'text', nullable: true })
  expression!: string | null;

  @Column({ type: 'bytea', name: 'subject_digest', transformer: bytes })
  subjectDigest!: Uint8Array;

  @Column({ type: 'timestamptz', name: 'opened_at' })
  openedAt!: Date;

  @Column({ type: 'timestamptz', name: 'closed_at', nullable: true })
  closedAt!: Date | null;

  @Column({ type: 'uuid', name: 'closed_by', nullable: true })
  @ForeignKey(() => AccountRow, { name: 'disputes_closed_by_fkey' })
  closedBy!: string | null;

  @Column({ type: 'text', nullable: true })
  outcome!: string | null;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;
}
