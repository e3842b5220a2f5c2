import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Session } from '../../app/ports/accounts.js';
import { bytes, type Row } from '../row-values.js';
import { AccountRow } from './account.entity.js';

@Entity('sessions')
@Unique('sessions_token_hash_key', ['tokenHash'])
@Index('sessions_account_id_idx', { synchronize: false })
export class SessionRow implements Row<Session> {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'sessions_pkey' })
  id!: string;

  @Column({ type: 'bytea', name: 'token_hash', transformer: bytes })
  tokenHash!: Uint8Array;

  @Column({ type: 'uuid', name: 'account_id' })
  @ForeignKey(() => AccountRow, { name: 'sessions_account_id_fkey', onDelete: 'CASCADE' })
  accountId!: string;

  @Column({ type: 'text', name: 'user_agent', nullable: true })
  userAgent!: string | null;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'last_seen_at' })
  lastSeenAt!: Date;

  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt!: Date;
}
