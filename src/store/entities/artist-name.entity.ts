import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AccountRow } from './account.entity.js';

@Entity('artist_names')
@Index('artist_names_folded_idx', { synchronize: false })
export class ArtistNameRow {
  @PrimaryColumn({ type: 'uuid', name: 'account_id', primaryKeyConstraintName: 'artist_names_pkey' })
  @ForeignKey(() => AccountRow, { name: 'artist_names_account_id_fkey', onDelete: 'CASCADE' })
  accountId!: string;

  @PrimaryColumn({ type: 'smallint', primaryKeyConstraintName: 'artist_names_pkey' })
  place!: number;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  folded!: string;
}
