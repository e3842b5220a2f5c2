import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Proof } from '../../app/ports/proofs.js';
import type { Row } from '../row-values.js';
import { ClaimRow } from './claim.entity.js';

@Entity('proofs')
@Check(
  'proofs_method_check',
  `method IN ('well-known-file', 'dns-txt', 'html-link', 'domain-mail', 'openid-connect')`,
)
@Index('proofs_due_at_idx', { synchronize: false })
export class ProofRow implements Row<Proof> {
  @PrimaryColumn({ type: 'uuid', name: 'claim_id', primaryKeyConstraintName: 'proofs_pkey' })
  @ForeignKey(() => ClaimRow, { name: 'proofs_claim_id_fkey', onDelete: 'CASCADE' })
  claimId!: string;

  @Column({ type: 'text' })
  method!: Proof['method'];

  @Column({ type: 'text', nullable: true })
  token!: string | null;

  @Column({ type: 'timestamptz', name: 'proven_at' })
  provenAt!: Date;

  @Column({ type: 'timestamptz', name: 'checked_at' })
  checkedAt!: Date;

  @Column({ type: 'timestamptz', name: 'due_at' })
  dueAt!: Date;

  @Column({ type: 'timestamptz', name: 'failing_since', nullable: true })
  failingSince!: Date | null;

  @Column({ type: 'text', name: 'last_reason', nullable: true })
  lastReason!: Exclude<Proof['lastReason'], undefined> | null;

  @Column({ type: 'text', name: 'last_problem', nullable: true })
  lastProblem!: string | null;

  @Column({ type: 'timestamptz', name: 'lapsed_at', nullable: true })
  lapsedAt!: Date | null;
}
