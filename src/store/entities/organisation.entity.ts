import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Organisation, OrganisationKind } from '../../app/ports/organisations.js';
import type { Row } from '../row-values.js';
import { AccountRow } from './account.entity.js';
import { ClaimRow } from './claim.entity.js';

@Entity('organisations')
@Unique('organisations_account_id_key', ['accountId'])
@Check('organisations_kind_check', `kind IN ('collective', 'platform')`)
@Check('organisations_name_check', 'length(name) BETWEEN 1 AND 120')
@Index('organisations_claim_id_idx', { synchronize: false })
export class OrganisationRow implements Row<Organisation> {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'organisations_pkey' })
  id!: string;

  @Column({ type: 'uuid', name: 'account_id' })
  @ForeignKey(() => AccountRow, { name: 'organisations_account_id_fkey', onDelete: 'CASCADE' })
  accountId!: string;

  @Column({ type: 'text' })
  kind!: OrganisationKind;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'uuid', name: 'claim_id', nullable: true })
  @ForeignKey(() => ClaimRow, { name: 'organisations_claim_id_fkey', onDelete: 'SET NULL' })
  claimId!: string | null;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;

  @Column({ type: 'uuid', nullable: true })
  pause!: string | null;

  @Column({ type: 'timestamptz', name: 'suspended_at', nullable: true })
  suspendedAt!: Date | null;
}
