import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { bytes } from '../row-values.js';
import { DisputeRow } from './dispute.entity.js';
import { StatementRow } from './statement.entity.js';

@Entity('dispute_statements')
@Index('dispute_statements_statement_id_idx', { synchronize: false })
export class DisputeStatementRow {
  @PrimaryColumn({ type: 'uuid', name: 'dispute_id', primaryKeyConstraintName: 'dispute_statements_pkey' })
  @ForeignKey(() => DisputeRow, { name: 'dispute_statements_dispute_id_fkey', onDelete: 'CASCADE' })
  disputeId!: string;

  @PrimaryColumn({
    type: 'bytea',
    name: 'statement_id',
    transformer: bytes,
    primaryKeyConstraintName: 'dispute_statements_pkey',
  })
  @ForeignKey(() => StatementRow, { name: 'dispute_statements_statement_id_fkey' })
  statementId!: Uint8Array;
}
