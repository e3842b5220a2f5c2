import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Ingestion } from '../../app/ports/catalogue.js';
import { json, type Row, wholeNumber } from '../row-values.js';
import { DatasetRow } from './dataset.entity.js';

@Entity('ingestions')
@Index('ingestions_dataset_id_idx', { synchronize: false })
export class IngestionRow implements Row<Ingestion> {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'ingestions_pkey' })
  id!: string;

  @Column({ type: 'integer', name: 'dataset_id' })
  @ForeignKey(() => DatasetRow, { name: 'ingestions_dataset_id_fkey', onDelete: 'CASCADE' })
  datasetId!: number;

  @Column({ type: 'text', name: 'file_name' })
  fileName!: string;

  @Column({ type: 'bigint', name: 'rows_read', transformer: wholeNumber })
  rowsRead!: bigint;

  @Column({ type: 'bigint', name: 'rows_added', transformer: wholeNumber })
  rowsAdded!: bigint;

  @Column({ type: 'bigint', name: 'rows_known', transformer: wholeNumber })
  rowsKnown!: bigint;

  @Column({ type: 'jsonb', name: 'rows_rejected', transformer: json })
  rowsRejected!: Readonly<Record<string, number>>;

  @Column({ type: 'timestamptz', name: 'started_at' })
  startedAt!: Date;

  @Column({ type: 'timestamptz', name: 'finished_at', nullable: true })
  finishedAt!: Date | null;
}
