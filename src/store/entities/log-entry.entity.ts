import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { LogEntry } from '../../app/ports/log.js';
import { bytes, type Row, wholeNumber } from '../row-values.js';

@Entity('log_entries')
@Unique('log_entries_leaf_hash_key', ['leafHash'])
@Index('log_entries_key_idx', { synchronize: false })
@Index('log_entries_logged_at_idx', { synchronize: false })
@Index('log_entries_receipts_idx', { synchronize: false })
export class LogEntryRow implements Row<LogEntry> {
  @PrimaryColumn({
    type: 'bigint',
    primaryKeyConstraintName: 'log_entries_pkey',
    transformer: wholeNumber,
  })
  index!: bigint;

  @Column({ type: 'bytea', name: 'leaf_hash', transformer: bytes })
  leafHash!: Uint8Array;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'bytea', transformer: bytes })
  leaf!: Uint8Array;

  @Column({ type: 'timestamptz', name: 'logged_at' })
  loggedAt!: Date;
}
