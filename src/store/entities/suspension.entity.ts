import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { SuspensionRecord } from '../../app/ports/moderation.js';
import type { SuspensionCause } from '../../core/log/suspension-leaf.js';
import { listOfBytes, type Row } from '../row-values.js';

@Entity('suspensions')
@Check('suspensions_subject_check', `num_nonnulls(claimant, statement_ids) = 1`)
@Index('suspensions_claimant_idx', { synchronize: false })
export class SuspensionRow implements Row<SuspensionRecord> {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'suspensions_pkey' })
  id!: string;

  @Column({ type: 'text', nullable: true })
  claimant!: string | null;

  @Column({ type: 'bytea', name: 'statement_ids', array: true, nullable: true, transformer: listOfBytes })
  statementIds!: readonly Uint8Array[] | null;

  @Column({ type: 'text' })
  cause!: SuspensionCause;

  @Column({ type: 'timestamptz', name: 'suspended_at' })
  suspendedAt!: Date;

  @Column({ type: 'timestamptz', name: 'lifted_at', nullable: true })
  liftedAt!: Date | null;
}
