import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { StatementRow as Statement } from '../../app/ports/log.js';
import { bytes, type Row, unsignedKey, wholeNumber } from '../row-values.js';
import { AccountRow } from './account.entity.js';
import { LogEntryRow } from './log-entry.entity.js';

@Entity('statements')
@Unique('statements_log_index_key', ['logIndex'])
@Check('statements_kind_check', `kind IN ('url', 'path', 'domain', 'content', 'account')`)
@Check('statements_preference_check', `preference IN ('allow', 'deny', 'conditional')`)
@Index('statements_in_force_key', { synchronize: false })
@Index('statements_account_id_idx', { synchronize: false })
@Index('statements_subject_idx', { synchronize: false })
@Index('statements_claimant_idx', { synchronize: false })
export class StatementRow implements Row<Statement> {
  @PrimaryColumn({ type: 'bytea', primaryKeyConstraintName: 'statements_pkey', transformer: bytes })
  id!: Uint8Array;

  @Column({ type: 'bigint', name: 'log_index', transformer: wholeNumber })
  @ForeignKey(() => LogEntryRow, { name: 'statements_log_index_fkey' })
  logIndex!: bigint;

  @Column({ type: 'text' })
  claimant!: string;

  @Column({ type: 'uuid', name: 'account_id', nullable: true })
  @ForeignKey(() => AccountRow, { name: 'statements_account_id_fkey' })
  accountId!: string | null;

  @Column({ type: 'text' })
  kind!: Statement['kind'];

  @Column({ type: 'bytea', name: 'subject_digest', transformer: bytes })
  subjectDigest!: Uint8Array;

  @Column({ type: 'bigint', name: 'subject_key', transformer: unsignedKey })
  subjectKey!: bigint;

  @Column({ type: 'integer' })
  canon!: number;

  @Column({ type: 'text' })
  use!: string;

  @Column({ type: 'text' })
  preference!: Statement['preference'];

  @Column({ type: 'text' })
  capacity!: string;

  @Column({ type: 'text' })
  basis!: string;

  @Column({ type: 'boolean', name: 'own_works' })
  ownWorks!: boolean;

  @Column({ type: 'boolean', name: 'reserves_rights' })
  reservesRights!: boolean;

  @Column({ type: 'timestamptz', name: 'stated_at' })
  statedAt!: Date;

  @Column({ type: 'timestamptz', name: 'expires_at', nullable: true })
  expiresAt!: Date | null;

  @Column({ type: 'bigint', name: 'withdrawn_index', nullable: true, transformer: wholeNumber })
  @ForeignKey(() => LogEntryRow, { name: 'statements_withdrawn_index_fkey' })
  withdrawnIndex!: bigint | null;

  @Column({ type: 'bytea', name: 'superseded_by', nullable: true, transformer: bytes })
  supersededBy!: Uint8Array | null;
}
