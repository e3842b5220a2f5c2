import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { Dataset } from '../../app/ports/catalogue.js';
import { type Row, wholeNumber } from '../row-values.js';

@Entity('datasets')
@Unique('datasets_slug_key', ['slug'])
@Check('datasets_slug_check', `slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'`)
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

  @Column({ type: 'boolean', name: 'is_demo' })
  isDemo!: boolean;

  @Column({ type: 'bigint', name: 'rows_held', transformer: wholeNumber })
  rowsHeld!: bigint;

  @Column({ type: 'bigint', name: 'rows_published', nullable: true, transformer: wholeNumber })
  rowsPublished!: bigint | null;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;
}
