import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Opening } from '../../app/ports/log.js';
import { bytes, json, type Row } from '../row-values.js';
import { StatementRow } from './statement.entity.js';

@Entity('openings')
export class OpeningRow implements Row<Opening> {
  @PrimaryColumn({
    type: 'bytea',
    name: 'statement_id',
    primaryKeyConstraintName: 'openings_pkey',
    transformer: bytes,
  })
  @ForeignKey(() => StatementRow, { name: 'openings_statement_id_fkey', onDelete: 'CASCADE' })
  statementId!: Uint8Array;

  @Column({ type: 'bytea', transformer: bytes })
  salt!: Uint8Array;

  @Column({ type: 'jsonb', transformer: json })
  opening!: Opening['opening'];
}
