import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AttemptWindow } from '../../app/ports/attempts.js';
import { bytes, type Row } from '../row-values.js';

@Entity('attempt_windows')
export class AttemptWindowRow implements Row<AttemptWindow> {
  @PrimaryColumn({
    type: 'bytea',
    name: 'key_hash',
    primaryKeyConstraintName: 'attempt_windows_pkey',
    transformer: bytes,
  })
  keyHash!: Uint8Array;

  @Column({ type: 'integer' })
  count!: number;

  @Column({ type: 'timestamptz', name: 'ends_at' })
  endsAt!: Date;
}
