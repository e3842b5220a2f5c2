import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { LogTile } from '../../app/ports/log-tree.js';
import { bytes, type Row, safeInteger } from '../row-values.js';

@Entity('log_tiles')
@Check('log_tiles_hashes_check', 'length(hashes) BETWEEN 32 AND 8192 AND length(hashes) % 32 = 0')
export class LogTileRow implements Row<LogTile> {
  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'log_tiles_pkey' })
  level!: number;

  @PrimaryColumn({ type: 'bigint', primaryKeyConstraintName: 'log_tiles_pkey', transformer: safeInteger })
  index!: number;

  @Column({ type: 'bytea', transformer: bytes })
  hashes!: Uint8Array;
}
