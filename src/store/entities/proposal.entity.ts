import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Proposal, ProposedAction } from '../../app/ports/moderation.js';
import { json, type Row } from '../row-values.js';
import { AccountRow } from './account.entity.js';

@Entity('proposals')
@Index('proposals_target_key', ['target'], { unique: true })
@Index('proposals_claim_ids_idx', { synchronize: false })
export class ProposalRow implements Row<Proposal> {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'proposals_pkey' })
  id!: string;

  @Column({ type: 'text' })
  action!: ProposedAction;

  @Column({ type: 'text' })
  target!: string;

  @Column({ type: 'uuid', name: 'claim_ids', array: true })
  claimIds!: readonly string[];

  @Column({ type: 'jsonb', transformer: json })
  input!: Readonly<Record<string, unknown>>;

  @Column({ type: 'uuid', name: 'proposed_by' })
  @ForeignKey(() => AccountRow, { name: 'proposals_proposed_by_fkey' })
  proposedBy!: string;

  @Column({ type: 'timestamptz', name: 'proposed_at' })
  proposedAt!: Date;
}
