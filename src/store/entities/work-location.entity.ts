import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { WorkLocation } from '../../app/ports/works.js';
import type { Row } from '../row-values.js';
import { WorkRow } from './work.entity.js';

/** An address at which its claimant says that a work is. */
@Entity('work_locations')
@Index('work_locations_family_idx', { synchronize: false })
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

  /** What other sizes of it, and proxies, have in common with it. */
  @Column({ type: 'text' })
  family!: string;
}
