import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { Account, Role } from '../../app/ports/accounts.js';
import type { Row } from '../row-values.js';

@Entity('accounts')
@Unique('accounts_pseudonym_key', ['pseudonym'])
@Unique('accounts_email_key', ['email'])
@Check('accounts_role_check', `role IN ('artist', 'builder', 'moderator', 'admin')`)
@Check('accounts_email_check', `email = lower(email)`)
export class AccountRow implements Row<Account> {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'accounts_pkey' })
  id!: string;

  @Column({ type: 'text' })
  pseudonym!: string;

  @Column({ type: 'text', nullable: true })
  email!: string | null;

  @Column({ type: 'timestamptz', name: 'email_confirmed_at', nullable: true })
  emailConfirmedAt!: Date | null;

  @Column({ type: 'text', name: 'password_hash', nullable: true })
  passwordHash!: string | null;

  @Column({ type: 'text' })
  role!: Role;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'suspended_at', nullable: true })
  suspendedAt!: Date | null;
}
