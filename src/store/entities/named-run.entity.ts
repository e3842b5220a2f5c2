import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { NamedRun } from '../../app/ports/named-runs.js';
import type { Use } from '../../core/consent/use.js';
import { bytes, type Row, wholeNumber } from '../row-values.js';
import { LogEntryRow } from './log-entry.entity.js';

@Entity('named_runs')
@Unique('named_runs_digest_key', ['digest'])
@Index('named_runs_size_idx', { synchronize: false })
export class NamedRunRow implements Row<NamedRun> {
  @PrimaryColumn({
    type: 'bigint',
    name: 'log_index',
    primaryKeyConstraintName: 'named_runs_pkey',
    transformer: wholeNumber,
  })
  @ForeignKey(() => LogEntryRow, { name: 'named_runs_log_index_fkey' })
  logIndex!: bigint;

  @Column({ type: 'bytea', transformer: bytes })
  digest!: Uint8Array;

  @Column({ type: 'bigint', transformer: wholeNumber })
  size!: bigint;

  @Column({ type: 'text', array: true })
  uses!: readonly Use[];

  @Column({ type: 'bigint', transformer: wholeNumber })
  allowed!: bigint;

  @Column({ type: 'bigint', transformer: wholeNumber })
  denied!: bigint;

  @Column({ type: 'bigint', transformer: wholeNumber })
  conditional!: bigint;

  @Column({ type: 'bigint', transformer: wholeNumber })
  unanswered!: bigint;

  @Column({ type: 'timestamptz', name: 'stated_at' })
  statedAt!: Date;
}
