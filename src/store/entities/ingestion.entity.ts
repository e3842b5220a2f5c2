import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Ingestion, OrdinalRange } from '../../app/ports/catalogue.js';
import { ordinalRanges } from '../ordinal-ranges.js';
import { bytes, json, type Row, wholeNumber } from '../row-values.js';
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

  @Column({ type: 'bytea', nullable: true, transformer: bytes })
  identity!: Uint8Array | null;

  @Column({ type: 'uuid' })
  holder!: string;

  @Column({ type: 'bigint', name: 'rows_read', transformer: wholeNumber })
  rowsRead!: bigint;

  @Column({ type: 'bigint', name: 'rows_added', transformer: wholeNumber })
  rowsAdded!: bigint;

  @Column({ type: 'bigint', name: 'rows_known', transformer: wholeNumber })
  rowsKnown!: bigint;

  @Column({ type: 'jsonb', name: 'rows_rejected', transformer: json })
  rowsRejected!: Readonly<Record<string, number>>;

  @Column({ type: 'bigint', name: 'vectors_added', transformer: wholeNumber })
  vectorsAdded!: bigint;

  @Column({ type: 'int8multirange', transformer: ordinalRanges })
  ordinals!: readonly OrdinalRange[];

  @Column({ type: 'text', name: 'rejected_file', nullable: true })
  rejectedFile!: string | null;

  @Column({ type: 'bigint', name: 'rejected_bytes', transformer: wholeNumber })
  rejectedBytes!: bigint;

  @Column({ type: 'timestamptz', name: 'started_at' })
  startedAt!: Date;

  @Column({ type: 'timestamptz', name: 'finished_at', nullable: true })
  finishedAt!: Date | null;
}
