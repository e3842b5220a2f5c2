import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { ApiKey, ApiScope } from '../../app/ports/accounts.js';
import { bytes, type Row } from '../row-values.js';
import { AccountRow } from './account.entity.js';

@Entity('api_keys')
@Unique('api_keys_secret_hash_key', ['secretHash'])
@Check('api_keys_checks_per_minute_check', 'checks_per_minute > 0')
@Index('api_keys_account_id_idx', { synchronize: false })
export class ApiKeyRow implements Row<ApiKey> {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'api_keys_pkey' })
  id!: string;

  @Column({ type: 'uuid', name: 'account_id' })
  @ForeignKey(() => AccountRow, { name: 'api_keys_account_id_fkey', onDelete: 'CASCADE' })
  accountId!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  prefix!: string;

  @Column({ type: 'bytea', name: 'secret_hash', transformer: bytes })
  secretHash!: Uint8Array;

  @Column({ type: 'text', array: true })
  scopes!: ApiScope[];

  @Column({ type: 'boolean', name: 'is_strict' })
  isStrict!: boolean;

  @Column({ type: 'integer', name: 'checks_per_minute', nullable: true })
  checksPerMinute!: number | null;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'last_used_at', nullable: true })
  lastUsedAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'expires_at', nullable: true })
  expiresAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;
}
