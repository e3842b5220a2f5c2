import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Identity } from '../../app/ports/identities.js';
import type { Row } from '../row-values.js';
import { AccountRow } from './account.entity.js';

@Entity('identities')
@Index('identities_account_id_idx', { synchronize: false })
export class IdentityRow implements Row<Identity> {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'identities_pkey' })
  issuer!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'identities_pkey' })
  subject!: string;

  @Column({ type: 'uuid', name: 'account_id' })
  @ForeignKey(() => AccountRow, { name: 'identities_account_id_fkey', onDelete: 'CASCADE' })
  accountId!: string;

  @Column({ type: 'text', nullable: true })
  profile!: string | null;

  @Column({ type: 'timestamptz', name: 'linked_at' })
  linkedAt!: Date;

  @Column({ type: 'timestamptz', name: 'seen_at' })
  seenAt!: Date;
}
