import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Orientation } from '../../core/likeness/orientation.js';
import { bits } from '../row-values.js';
import { WorkRow } from './work.entity.js';

/** The whole of a work's picture, laid down in one of eight ways. */
@Entity('work_wholes')
@Index('work_wholes_hash_idx', { synchronize: false })
export class WorkWholeRow {
  @PrimaryColumn({ type: 'uuid', name: 'work_id', primaryKeyConstraintName: 'work_wholes_pkey' })
  @ForeignKey(() => WorkRow, { name: 'work_wholes_work_id_fkey', onDelete: 'CASCADE' })
  workId!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'work_wholes_pkey' })
  orientation!: Orientation;

  @Column({ type: 'bit', length: '256', transformer: bits })
  hash!: Uint8Array;
}
