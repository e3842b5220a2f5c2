import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Evidence } from '../../app/ports/claims.js';
import { bytes, type Row } from '../row-values.js';
import { ClaimRow } from './claim.entity.js';

@Entity('evidence')
@Index('evidence_claim_id_idx', { synchronize: false })
export class EvidenceRow implements Row<Evidence> {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'evidence_pkey' })
  id!: string;

  @Column({ type: 'uuid', name: 'claim_id' })
  @ForeignKey(() => ClaimRow, { name: 'evidence_claim_id_fkey', onDelete: 'CASCADE' })
  claimId!: string;

  @Column({ type: 'text' })
  text!: string;

  @Column({ type: 'text', nullable: true })
  link!: string | null;

  @Column({ type: 'timestamptz', name: 'submitted_at' })
  submittedAt!: Date;

  @Column({ type: 'bytea', nullable: true, transformer: bytes })
  wording!: Uint8Array | null;
}
