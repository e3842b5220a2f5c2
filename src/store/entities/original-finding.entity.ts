import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { KeptFinding } from '../../app/ports/original-findings.js';
import type { OriginalFinding } from '../../app/ports/signed-originals.js';
import { bytes, json, type Row } from '../row-values.js';
import { ClaimRow } from './claim.entity.js';

/** What was found in a signed file that a claimant gave with a claim. */
@Entity('original_findings')
@Unique('original_findings_claim_id_sha256_key', ['claimId', 'sha256'])
export class OriginalFindingRow implements Row<KeptFinding> {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'original_findings_pkey' })
  id!: string;

  @Column({ type: 'uuid', name: 'claim_id' })
  @ForeignKey(() => ClaimRow, { name: 'original_findings_claim_id_fkey', onDelete: 'CASCADE' })
  claimId!: string;

  @Column({ type: 'bytea', transformer: bytes })
  sha256!: Uint8Array;

  @Column({ type: 'integer' })
  size!: number;

  @Column({ type: 'jsonb', transformer: json })
  finding!: OriginalFinding;

  @Column({ type: 'timestamptz', name: 'read_at' })
  readAt!: Date;
}
