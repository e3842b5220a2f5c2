import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { wholeNumber } from '../row-values.js';
import { DatasetRow } from './dataset.entity.js';
import { EmbeddingModelRow } from './embedding-model.entity.js';

/** How many vectors of a model a dataset's rows have. */
@Entity('dataset_embeddings')
export class DatasetEmbeddingRow {
  @PrimaryColumn({
    type: 'integer',
    name: 'dataset_id',
    primaryKeyConstraintName: 'dataset_embeddings_pkey',
  })
  @ForeignKey(() => DatasetRow, { name: 'dataset_embeddings_dataset_id_fkey', onDelete: 'CASCADE' })
  datasetId!: number;

  @PrimaryColumn({
    type: 'integer',
    name: 'model_id',
    primaryKeyConstraintName: 'dataset_embeddings_pkey',
  })
  @ForeignKey(() => EmbeddingModelRow, { name: 'dataset_embeddings_model_id_fkey' })
  modelId!: number;

  @Column({ type: 'bigint', name: 'vectors_held', transformer: wholeNumber })
  vectorsHeld!: bigint;
}
