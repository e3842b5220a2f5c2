import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { bytes, safeInteger } from '../row-values.js';
import { AccountRow } from './account.entity.js';
import { DisputeRow } from './dispute.entity.js';

@Entity('exhibits')
@Check('exhibits_file_check', `num_nonnulls(file_name, file_sha256, file_bytes) IN (0, 3)`)
@Index('exhibits_dispute_id_idx', { synchronize: false })
@Index('exhibits_account_id_idx', { synchronize: false })
export class ExhibitRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'exhibits_pkey' })
  id!: string;

  @Column({ type: 'uuid', name: 'dispute_id' })
  @ForeignKey(() => DisputeRow, { name: 'exhibits_dispute_id_fkey' })
  disputeId!: string;

  @Column({ type: 'uuid', name: 'account_id' })
  @ForeignKey(() => AccountRow, { name: 'exhibits_account_id_fkey', onDelete: 'CASCADE' })
  accountId!: string;

  @Column({ type: 'text' })
  claimant!: string;

  @Column({ type: 'text' })
  text!: string;

  @Column({ type: 'text', nullable: true })
  link!: string | null;

  @Column({ type: 'text', name: 'file_name', nullable: true })
  fileName!: string | null;

  @Column({ type: 'bytea', name: 'file_sha256', nullable: true, transformer: bytes })
  fileSha256!: Uint8Array | null;

  @Column({ type: 'bigint', name: 'file_bytes', nullable: true, transformer: safeInteger })
  fileBytes!: number | null;

  @Column({ type: 'timestamptz', name: 'submitted_at' })
  submittedAt!: Date;
}
