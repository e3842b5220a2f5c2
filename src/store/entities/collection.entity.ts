import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Collection, CollectionAnswer } from '../../app/ports/collections.js';
import { json, type Row } from '../row-values.js';
import { AccountRow } from './account.entity.js';

@Entity('collections')
@Index('collections_name_key', { synchronize: false })
export class CollectionRow implements Row<Collection> {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'collections_pkey' })
  id!: string;

  @Column({ type: 'uuid', name: 'account_id' })
  @ForeignKey(() => AccountRow, { name: 'collections_account_id_fkey' })
  accountId!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'jsonb', nullable: true, transformer: json })
  answer!: CollectionAnswer | null;

  @Column({ type: 'integer' })
  revision!: number;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;
}
