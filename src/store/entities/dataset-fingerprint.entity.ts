import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { wholeNumber } from '../row-values.js';
import { DatasetRow } from './dataset.entity.js';

/** How many pictures of a dataset were looked for. */
@Entity('dataset_fingerprints')
export class DatasetFingerprintRow {
  @PrimaryColumn({
    type: 'integer',
    name: 'dataset_id',
    primaryKeyConstraintName: 'dataset_fingerprints_pkey',
  })
  @ForeignKey(() => DatasetRow, { name: 'dataset_fingerprints_dataset_id_fkey', onDelete: 'CASCADE' })
  datasetId!: number;

  @Column({ type: 'bigint', name: 'pictures_read', transformer: wholeNumber })
  read!: bigint;

  @Column({ type: 'bigint', name: 'pictures_missed', transformer: wholeNumber })
  missed!: bigint;
}
