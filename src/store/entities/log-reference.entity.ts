import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { unsignedKey, wholeNumber } from '../row-values.js';
import { LogEntryRow } from './log-entry.entity.js';

/** One of the keys by which a leaf is found. */
@Entity('log_references')
export class LogReferenceRow {
  @PrimaryColumn({
    type: 'bigint',
    primaryKeyConstraintName: 'log_references_pkey',
    transformer: unsignedKey,
  })
  key!: bigint;

  @PrimaryColumn({
    type: 'bigint',
    primaryKeyConstraintName: 'log_references_pkey',
    transformer: wholeNumber,
  })
  @ForeignKey(() => LogEntryRow, { name: 'log_references_index_fkey' })
  index!: bigint;
}
