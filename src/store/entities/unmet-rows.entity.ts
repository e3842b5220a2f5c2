import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { OrdinalRange } from '../../app/ports/catalogue.js';
import type { UnmetRows } from '../../app/ports/unmet-rows.js';
import { ordinalRanges } from '../ordinal-ranges.js';
import { listOfBytes, type Row } from '../row-values.js';
import { DatasetRow } from './dataset.entity.js';

@Entity('unmet_rows')
@Index('unmet_rows_since_idx', { synchronize: false })
export class UnmetRowsRow implements Row<UnmetRows> {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'unmet_rows_pkey' })
  id!: string;

  @Column({ type: 'integer', name: 'dataset_id' })
  @ForeignKey(() => DatasetRow, { name: 'unmet_rows_dataset_id_fkey', onDelete: 'CASCADE' })
  datasetId!: number;

  @Column({ type: 'int8multirange', transformer: ordinalRanges })
  added!: readonly OrdinalRange[];

  @Column({ type: 'bytea', array: true, name: 'looked_at', transformer: listOfBytes })
  lookedAt!: readonly Uint8Array[];

  @Column({ type: 'timestamptz' })
  since!: Date;
}
