import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { RunName } from '../../app/ports/named-runs.js';
import { bytes, type Row, wholeNumber } from '../row-values.js';
import { AccountRow } from './account.entity.js';
import { ClaimRow } from './claim.entity.js';
import { NamedRunRow } from './named-run.entity.js';

@Entity('run_names')
@Index('run_names_account_id_idx', { synchronize: false })
export class RunNameRow implements Row<RunName> {
  @PrimaryColumn({
    type: 'bigint',
    name: 'log_index',
    primaryKeyConstraintName: 'run_names_pkey',
    transformer: wholeNumber,
  })
  @ForeignKey(() => NamedRunRow, { name: 'run_names_log_index_fkey' })
  logIndex!: bigint;

  @Column({ type: 'uuid', name: 'account_id' })
  @ForeignKey(() => AccountRow, { name: 'run_names_account_id_fkey', onDelete: 'CASCADE' })
  accountId!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'bytea', transformer: bytes })
  salt!: Uint8Array;

  @Column({ type: 'uuid', name: 'claim_id', nullable: true })
  @ForeignKey(() => ClaimRow, { name: 'run_names_claim_id_fkey' })
  claimId!: string | null;

  @Column({ type: 'timestamptz', name: 'hidden_at', nullable: true })
  hiddenAt!: Date | null;
}
