import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { HalfSignIn } from '../../app/ports/second-factors.js';
import { bytes, type Row } from '../row-values.js';
import { AccountRow } from './account.entity.js';

@Entity('half_sign_ins')
@Index('half_sign_ins_account_idx', ['accountId'])
export class HalfSignInRow implements Row<HalfSignIn> {
  @PrimaryColumn({
    type: 'bytea',
    name: 'token_hash',
    primaryKeyConstraintName: 'half_sign_ins_pkey',
    transformer: bytes,
  })
  tokenHash!: Uint8Array;

  @Column({ type: 'uuid', name: 'account_id' })
  @ForeignKey(() => AccountRow, { name: 'half_sign_ins_account_id_fkey', onDelete: 'CASCADE' })
  accountId!: string;

  @Column({ type: 'text', name: 'password_hash', nullable: true })
  passwordHash!: string | null;

  @Column({ type: 'integer' })
  attempts!: number;

  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt!: Date;
}
