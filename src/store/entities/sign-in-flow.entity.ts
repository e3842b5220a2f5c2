import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { SignInFlow } from '../../app/ports/identities.js';
import { bytes, type Row } from '../row-values.js';
import { AccountRow } from './account.entity.js';

@Entity('sign_in_flows')
export class SignInFlowRow implements Row<SignInFlow> {
  @PrimaryColumn({
    type: 'bytea',
    name: 'handle_hash',
    primaryKeyConstraintName: 'sign_in_flows_pkey',
    transformer: bytes,
  })
  handleHash!: Uint8Array;

  @Column({ type: 'text' })
  provider!: string;

  @Column({ type: 'text' })
  state!: string;

  @Column({ type: 'text' })
  nonce!: string;

  @Column({ type: 'text' })
  verifier!: string;

  @Column({ type: 'uuid', name: 'account_id', nullable: true })
  @ForeignKey(() => AccountRow, { name: 'sign_in_flows_account_id_fkey', onDelete: 'CASCADE' })
  accountId!: string | null;

  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt!: Date;
}
