import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { bytes } from '../row-values.js';
import { WorkRow } from './work.entity.js';

/** What a model of meaning made of a work's picture: single floats, four bytes each, the highest first. */
@Entity('work_meanings')
@Index('work_meanings_model_idx', { synchronize: false })
export class WorkMeaningRow {
  @PrimaryColumn({ type: 'uuid', name: 'work_id', primaryKeyConstraintName: 'work_meanings_pkey' })
  @ForeignKey(() => WorkRow, { name: 'work_meanings_work_id_fkey', onDelete: 'CASCADE' })
  workId!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'work_meanings_pkey' })
  model!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'work_meanings_pkey' })
  revision!: string;

  @Column({ type: 'bytea', transformer: bytes })
  vector!: Uint8Array;
}
