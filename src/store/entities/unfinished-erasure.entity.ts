import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something was erased from the tables, and may still stand in the files of the database. */
@Entity('unfinished_erasures')
export class UnfinishedErasureRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'unfinished_erasures_pkey' })
  id!: string;

  @Column({ type: 'timestamptz', name: 'erased_at' })
  erasedAt!: Date;
}
