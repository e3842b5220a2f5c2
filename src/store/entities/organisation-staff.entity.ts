import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Staff, StaffRole } from '../../app/ports/organisations.js';
import type { Row } from '../row-values.js';
import { AccountRow } from './account.entity.js';
import { OrganisationRow } from './organisation.entity.js';

@Entity('organisation_staff')
@Check('organisation_staff_role_check', `role IN ('owner', 'editor', 'viewer')`)
@Index('organisation_staff_account_id_idx', { synchronize: false })
export class OrganisationStaffRow implements Row<Staff> {
  @PrimaryColumn({
    type: 'uuid',
    name: 'organisation_id',
    primaryKeyConstraintName: 'organisation_staff_pkey',
  })
  @ForeignKey(() => OrganisationRow, {
    name: 'organisation_staff_organisation_id_fkey',
    onDelete: 'CASCADE',
  })
  organisationId!: string;

  @PrimaryColumn({ type: 'uuid', name: 'account_id', primaryKeyConstraintName: 'organisation_staff_pkey' })
  @ForeignKey(() => AccountRow, { name: 'organisation_staff_account_id_fkey', onDelete: 'CASCADE' })
  accountId!: string;

  @Column({ type: 'text' })
  role!: StaffRole;

  @Column({ type: 'timestamptz' })
  since!: Date;
}
