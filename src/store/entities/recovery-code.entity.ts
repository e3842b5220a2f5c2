import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { bytes } from '../row-values.js';
import { AccountRow } from './account.entity.js';

@Entity('recovery_codes')
export class RecoveryCodeRow {
  @PrimaryColumn({ type: 'uuid', name: 'account_id', primaryKeyConstraintName: 'recovery_codes_pkey' })
  @ForeignKey(() => AccountRow, { name: 'recovery_codes_account_id_fkey', onDelete: 'CASCADE' })
  accountId!: string;

  @PrimaryColumn({
    type: 'bytea',
    name: 'code_hash',
    primaryKeyConstraintName: 'recovery_codes_pkey',
    transformer: bytes,
  })
  codeHash!: Uint8Array;

  @Column({ type: 'timestamptz', name: 'used_at', nullable: true })
  usedAt!: Date | null;
}
