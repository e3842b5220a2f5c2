import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { KeptFile, KeptFileKind } from '../../app/ports/kept-files.js';
import { bytes, type Row } from '../row-values.js';
import { ClaimRow } from './claim.entity.js';

/** A file that a claimant left with a claim. */
@Entity('kept_files')
@Check('kept_files_kind_check', `kind IN ('original', 'screenshot')`)
@Index('kept_files_claim_id_idx', { synchronize: false })
export class KeptFileRow implements Row<KeptFile> {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'kept_files_pkey' })
  id!: string;

  @Column({ type: 'uuid', name: 'claim_id' })
  @ForeignKey(() => ClaimRow, { name: 'kept_files_claim_id_fkey', onDelete: 'CASCADE' })
  claimId!: string;

  @Column({ type: 'text' })
  kind!: KeptFileKind;

  @Column({ type: 'text', name: 'content_type' })
  contentType!: string;

  @Column({ type: 'bytea', transformer: bytes })
  sha256!: Uint8Array;

  @Column({ type: 'integer' })
  size!: number;

  @Column({ type: 'bytea', transformer: bytes, select: false })
  content!: Uint8Array;

  @Column({ type: 'timestamptz', name: 'added_at' })
  addedAt!: Date;
}
