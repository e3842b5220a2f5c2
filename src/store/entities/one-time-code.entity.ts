import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { OneTimeCode, OneTimeCodePurpose } from '../../app/ports/accounts.js';
import { bytes, type Row } from '../row-values.js';

@Entity('one_time_codes')
@Unique('one_time_codes_token_hash_key', ['tokenHash'])
@Check('one_time_codes_purpose_check', `purpose IN ('sign-in', 'confirm-address')`)
@Index('one_time_codes_email_idx', { synchronize: false })
export class OneTimeCodeRow implements Row<OneTimeCode> {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'one_time_codes_pkey' })
  id!: string;

  @Column({ type: 'text' })
  email!: string;

  @Column({ type: 'text' })
  purpose!: OneTimeCodePurpose;

  @Column({ type: 'bytea', name: 'token_hash', transformer: bytes })
  tokenHash!: Uint8Array;

  @Column({ type: 'bytea', name: 'code_hash', transformer: bytes })
  codeHash!: Uint8Array;

  @Column({ type: 'integer' })
  attempts!: number;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt!: Date;

  @Column({ type: 'timestamptz', name: 'used_at', nullable: true })
  usedAt!: Date | null;
}
