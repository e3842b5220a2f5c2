import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { StoredAcceptance } from '../../app/ports/acceptances.js';
import { bytes, type Row, wholeNumber } from '../row-values.js';
import { LogEntryRow } from './log-entry.entity.js';
import { OpeningRow } from './opening.entity.js';

@Entity('acceptances')
@Unique('acceptances_log_index_key', ['logIndex'])
@Index('acceptances_statement_id_idx', { synchronize: false })
export class AcceptanceRow implements Row<StoredAcceptance> {
  @PrimaryColumn({ type: 'bytea', primaryKeyConstraintName: 'acceptances_pkey', transformer: bytes })
  digest!: Uint8Array;

  @Column({ type: 'bytea', name: 'statement_id', transformer: bytes })
  @ForeignKey(() => OpeningRow, { name: 'acceptances_statement_id_fkey', onDelete: 'CASCADE' })
  statementId!: Uint8Array;

  @Column({ type: 'bigint', name: 'log_index', transformer: wholeNumber })
  @ForeignKey(() => LogEntryRow, { name: 'acceptances_log_index_fkey' })
  logIndex!: bigint;

  @Column({ type: 'text' })
  document!: string;

  @Column({ type: 'timestamptz', name: 'taken_at' })
  takenAt!: Date;
}
