import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { CollectionWork } from '../../app/ports/collections.js';
import { listOfBytes, type Row } from '../row-values.js';
import { CollectionRow } from './collection.entity.js';
import { WorkRow } from './work.entity.js';

@Entity('collection_works')
@Index('collection_works_added_idx', { synchronize: false })
@Index('collection_works_revision_idx', { synchronize: false })
export class CollectionWorkRow implements Row<CollectionWork> {
  @PrimaryColumn({ type: 'uuid', name: 'work_id', primaryKeyConstraintName: 'collection_works_pkey' })
  @ForeignKey(() => WorkRow, { name: 'collection_works_work_id_fkey', onDelete: 'CASCADE' })
  workId!: string;

  @Column({ type: 'uuid', name: 'collection_id' })
  @ForeignKey(() => CollectionRow, { name: 'collection_works_collection_id_fkey', onDelete: 'CASCADE' })
  collectionId!: string;

  @Column({ type: 'bytea', array: true, nullable: true, transformer: listOfBytes })
  said!: readonly Uint8Array[] | null;

  @Column({ type: 'integer' })
  revision!: number;

  @Column({ type: 'timestamptz', name: 'added_at' })
  addedAt!: Date;
}
