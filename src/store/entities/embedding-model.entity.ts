import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { EmbeddingModel } from '../../app/ports/embeddings.js';
import type { Row } from '../row-values.js';

@Entity('embedding_models')
@Unique('embedding_models_name_key', ['name', 'revision'])
@Check('embedding_models_dimensions_check', `dimensions BETWEEN 1 AND 16000`)
export class EmbeddingModelRow implements Row<EmbeddingModel> {
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'embedding_models_pkey' })
  id!: number;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  revision!: string;

  @Column({ type: 'integer' })
  dimensions!: number;
}
