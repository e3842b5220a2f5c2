import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Cosignature } from '../../app/ports/log-tree.js';
import { type Row, safeInteger } from '../row-values.js';
import { LogCheckpointRow } from './log-checkpoint.entity.js';

@Entity('log_cosignatures')
export class LogCosignatureRow implements Row<Cosignature> {
  @PrimaryColumn({
    type: 'bigint',
    primaryKeyConstraintName: 'log_cosignatures_pkey',
    transformer: safeInteger,
  })
  @ForeignKey(() => LogCheckpointRow, { name: 'log_cosignatures_size_fkey' })
  size!: number;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'log_cosignatures_pkey' })
  witness!: string;

  @Column({ type: 'text' })
  line!: string;

  @Column({ type: 'timestamptz', name: 'received_at' })
  receivedAt!: Date;
}
