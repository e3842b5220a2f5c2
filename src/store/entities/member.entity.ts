import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Member } from '../../app/ports/organisations.js';
import { bytes, type Row } from '../row-values.js';
import { AccountRow } from './account.entity.js';
import { OrganisationRow } from './organisation.entity.js';

@Entity('members')
@Unique('members_token_hash_key', ['tokenHash'])
@Unique('members_reference_key', ['organisationId', 'reference'])
@Index('members_account_id_idx', { synchronize: false })
@Index('members_email_digest_idx', { synchronize: false })
@Index('members_tell_at_idx', { synchronize: false })
export class MemberRow implements Row<Member> {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'members_pkey' })
  id!: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  @ForeignKey(() => OrganisationRow, { name: 'members_organisation_id_fkey', onDelete: 'CASCADE' })
  organisationId!: string;

  @Column({ type: 'uuid', name: 'account_id' })
  @ForeignKey(() => AccountRow, { name: 'members_account_id_fkey', onDelete: 'CASCADE' })
  accountId!: string;

  @Column({ type: 'text' })
  reference!: string;

  @Column({ type: 'text', nullable: true })
  name!: string | null;

  @Column({ type: 'text', nullable: true })
  email!: string | null;

  @Column({ type: 'bytea', name: 'email_digest', nullable: true, transformer: bytes })
  emailDigest!: Uint8Array | null;

  @Column({ type: 'bytea', name: 'token_hash', nullable: true, transformer: bytes })
  tokenHash!: Uint8Array | null;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'tell_at', nullable: true })
  tellAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'told_at', nullable: true })
  toldAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'left_at', nullable: true })
  leftAt!: Date | null;
}
