import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { Dataset, Medium } from '../../app/ports/catalogue.js';
import { type Row, wholeNumber } from '../row-values.js';

@Entity('datasets')
@Unique('datasets_slug_key', ['slug'])
@Check('datasets_slug_check', `slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'`)
@Check('datasets_medium_check', `medium IN ('image', 'text', 'audio')`)
export class DatasetRow implements Row<Dataset> {
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'datasets_pkey' })
  id!: number;

  @Column({ type: 'text' })
  slug!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text', nullable: true })
  description!: string | null;

  @Column({ type: 'text', nullable: true })
  licence!: string | null;

  @Column({ type: 'text' })
  medium!: Medium;

  @Column({ type: 'text', nullable: true })
  publisher!: string | null;

  @Column({ type: 'text', name: 'source_url', nullable: true })
  sourceUrl!: string | null;

  @Column({ type: 'text', nullable: true })
  release!: string | null;

  @Column({ type: 'boolean', name: 'is_demo' })
  isDemo!: boolean;

  @Column({ type: 'bigint', name: 'rows_held', transformer: wholeNumber })
  rowsHeld!: bigint;

  @Column({ type: 'bigint', name: 'rows_published', nullable: true, transformer: wholeNumber })
  rowsPublished!: bigint | null;

  @Column({ type: 'boolean', name: 'is_open' })
  isOpen!: boolean;

  @Column({ type: 'bigint', name: 'next_ordinal', transformer: wholeNumber })
  nextOrdinal!: bigint;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;
}
