import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Mandate } from '../../app/ports/organisations.js';
import type { Row } from '../row-values.js';
import { AccountRow } from './account.entity.js';
import { MemberRow } from './member.entity.js';
import { OrganisationRow } from './organisation.entity.js';

@Entity('mandates')
@Check('mandates_grade_check', `grade IN ('passed-on', 'attested', 'confirmed')`)
@Check('mandates_revoked_by_check', `revoked_by IN ('organisation', 'member')`)
@Index('mandates_organisation_id_idx', { synchronize: false })
@Index('mandates_member_id_idx', { synchronize: false })
@Index('mandates_principal_id_idx', { synchronize: false })
export class MandateRow implements Row<Mandate> {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'mandates_pkey' })
  id!: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  @ForeignKey(() => OrganisationRow, { name: 'mandates_organisation_id_fkey', onDelete: 'CASCADE' })
  organisationId!: string;

  @Column({ type: 'uuid', name: 'member_id', nullable: true })
  @ForeignKey(() => MemberRow, { name: 'mandates_member_id_fkey', onDelete: 'CASCADE' })
  memberId!: string | null;

  @Column({ type: 'uuid', name: 'principal_id' })
  @ForeignKey(() => AccountRow, { name: 'mandates_principal_id_fkey', onDelete: 'CASCADE' })
  principalId!: string;

  @Column({ type: 'text' })
  grade!: Mandate['grade'];

  @Column({ type: 'timestamptz', name: 'granted_at' })
  grantedAt!: Date;

  @Column({ type: 'timestamptz', name: 'expires_at', nullable: true })
  expiresAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;

  @Column({ type: 'text', name: 'revoked_by', nullable: true })
  revokedBy!: 'organisation' | 'member' | null;
}
