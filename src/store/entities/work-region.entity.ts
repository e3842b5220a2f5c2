import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { bits } from '../row-values.js';
import { WorkRow } from './work.entity.js';

/** A part of a work's picture; its place in ten-thousandths of width and height. */
@Entity('work_regions')
@Index('work_regions_hash_idx', { synchronize: false })
export class WorkRegionRow {
  @PrimaryColumn({ type: 'uuid', name: 'work_id', primaryKeyConstraintName: 'work_regions_pkey' })
  @ForeignKey(() => WorkRow, { name: 'work_regions_work_id_fkey', onDelete: 'CASCADE' })
  workId!: string;

  @PrimaryColumn({ type: 'smallint', primaryKeyConstraintName: 'work_regions_pkey' })
  place!: number;

  @Column({ type: 'bit', length: '256', transformer: bits })
  hash!: Uint8Array;

  @Column({ type: 'smallint' })
  quality!: number;

  @Column({ type: 'smallint', name: 'left_edge' })
  left!: number;

  @Column({ type: 'smallint', name: 'top_edge' })
  top!: number;

  @Column({ type: 'smallint' })
  width!: number;

  @Column({ type: 'smallint' })
  height!: number;
}
