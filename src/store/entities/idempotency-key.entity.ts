import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { bytes, listOfBytes } from '../row-values.js';
import { AccountRow } from './account.entity.js';

@Entity('idempotency_keys')
export class IdempotencyKeyRow {
  @PrimaryColumn({ type: 'uuid', name: 'account_id', primaryKeyConstraintName: 'idempotency_keys_pkey' })
  @ForeignKey(() => AccountRow, { name: 'idempotency_keys_account_id_fkey', onDelete: 'CASCADE' })
  accountId!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'idempotency_keys_pkey' })
  key!: string;

  @Column({ type: 'bytea', name: 'request_digest', transformer: bytes })
  requestDigest!: Uint8Array;

  @Column({ type: 'bytea', name: 'statement_ids', array: true, transformer: listOfBytes })
  statementIds!: Uint8Array[];

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;
}
