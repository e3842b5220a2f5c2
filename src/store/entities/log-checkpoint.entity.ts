import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SignedCheckpoint } from '../../app/ports/log-tree.js';
import { bytes, type Row, safeInteger } from '../row-values.js';

@Entity('log_checkpoints')
export class LogCheckpointRow implements Row<SignedCheckpoint> {
  @PrimaryColumn({
    type: 'bigint',
    primaryKeyConstraintName: 'log_checkpoints_pkey',
    transformer: safeInteger,
  })
  size!: number;

  @Column({ type: 'bytea', transformer: bytes })
  root!: Uint8Array;

  @Column({ type: 'text' })
  note!: string;

  @Column({ type: 'timestamptz', name: 'signed_at' })
  signedAt!: Date;
}
