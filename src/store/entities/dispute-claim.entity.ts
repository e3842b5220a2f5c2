import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ClaimRow } from './claim.entity.js';
import { DisputeRow } from './dispute.entity.js';

@Entity('dispute_claims')
@Index('dispute_claims_claim_id_idx', { synchronize: false })
export class DisputeClaimRow {
  @PrimaryColumn({ type: 'uuid', name: 'dispute_id', primaryKeyConstraintName: 'dispute_claims_pkey' })
  @ForeignKey(() => DisputeRow, { name: 'dispute_claims_dispute_id_fkey', onDelete: 'CASCADE' })
  disputeId!: string;

  @PrimaryColumn({ type: 'uuid', name: 'claim_id', primaryKeyConstraintName: 'dispute_claims_pkey' })
  @ForeignKey(() => ClaimRow, { name: 'dispute_claims_claim_id_fkey' })
  claimId!: string;
}
