import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { ClaimCode } from '../../app/ports/proofs.js';
import { bytes, type Row } from '../row-values.js';
import { ClaimRow } from './claim.entity.js';

@Entity('claim_codes')
export class ClaimCodeRow implements Row<ClaimCode> {
  @PrimaryColumn({ type: 'uuid', name: 'claim_id', primaryKeyConstraintName: 'claim_codes_pkey' })
  @ForeignKey(() => ClaimRow, { name: 'claim_codes_claim_id_fkey', onDelete: 'CASCADE' })
  claimId!: string;

  @Column({ type: 'text' })
  email!: string;

  @Column({ type: 'bytea', name: 'code_hash', transformer: bytes })
  codeHash!: Uint8Array;

  @Column({ type: 'integer' })
  guesses!: number;

  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt!: Date;
}
