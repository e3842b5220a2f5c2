import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { WorkLocation } from '../../app/ports/works.js';
import type { Row } from '../row-values.js';
import { WorkRow } from './work.entity.js';

/** An address at which its claimant says that a work is. */
@Entity('work_locations')
export class WorkLocationRow implements Row<WorkLocation> {
  @PrimaryColumn({ type: 'uuid', name: 'work_id', primaryKeyConstraintName: 'work_locations_pkey' })
  @ForeignKey(() => WorkRow, { name: 'work_locations_work_id_fkey', onDelete: 'CASCADE' })
  workId!: string;

  @PrimaryColumn({ type: 'smallint', primaryKeyConstraintName: 'work_locations_pkey' })
  place!: number;

  @Column({ type: 'text' })
  url!: string;

  @Column({ type: 'text' })
  canonical!: string;
}
