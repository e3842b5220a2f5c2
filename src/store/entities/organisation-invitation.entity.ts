import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Invitation, StaffRole } from '../../app/ports/organisations.js';
import type { Row } from '../row-values.js';
import { OrganisationRow } from './organisation.entity.js';

@Entity('organisation_invitations')
@Check('organisation_invitations_role_check', `role IN ('owner', 'editor', 'viewer')`)
@Index('organisation_invitations_email_idx', { synchronize: false })
export class OrganisationInvitationRow implements Row<Invitation> {
  @PrimaryColumn({
    type: 'uuid',
    name: 'organisation_id',
    primaryKeyConstraintName: 'organisation_invitations_pkey',
  })
  @ForeignKey(() => OrganisationRow, {
    name: 'organisation_invitations_organisation_id_fkey',
    onDelete: 'CASCADE',
  })
  organisationId!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'organisation_invitations_pkey' })
  email!: string;

  @Column({ type: 'text' })
  role!: StaffRole;

  @Column({ type: 'timestamptz', name: 'invited_at' })
  invitedAt!: Date;

  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt!: Date;
}
