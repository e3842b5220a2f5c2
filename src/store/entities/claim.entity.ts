import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type {
  Claim,
  ClaimAssurance,
  ClaimCapacity,
  ClaimState,
  ClaimedKind,
} from '../../app/ports/claims.js';
import { bytes, type Row, unsignedKey } from '../row-values.js';
import { AccountRow } from './account.entity.js';

@Entity('claims')
@Check('claims_kind_check', `kind IN ('url', 'path', 'domain', 'content')`)
@Check(
  'claims_capacity_check',
  `capacity IN ('author', 'rightsholder', 'agent', 'heir', 'host', 'person-depicted')`,
)
@Check('claims_state_check', `state IN ('open', 'active', 'disputed', 'rejected', 'withdrawn', 'lapsed')`)
@Check('claims_assurance_check', `assurance IN ('asserted', 'verified', 'reviewed')`)
@Index('claims_standing_key', { synchronize: false })
@Index('claims_holder_key', { synchronize: false })
@Index('claims_subject_digest_idx', { synchronize: false })
@Index('claims_account_id_idx', { synchronize: false })
@Index('claims_waiting_idx', { synchronize: false })
@Index('claims_address_idx', { synchronize: false })
@Index('claims_host_idx', { synchronize: false })
@Index('claims_nameless_idx', { synchronize: false })
@Index('claims_claimant_idx', { synchronize: false })
@Index('claims_held_idx', { synchronize: false })
export class ClaimRow implements Row<Claim> {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'claims_pkey' })
  id!: string;

  @Column({ type: 'text' })
  claimant!: string;

  @Column({ type: 'uuid', name: 'account_id', nullable: true })
  @ForeignKey(() => AccountRow, { name: 'claims_account_id_fkey' })
  accountId!: string | null;

  @Column({ type: 'text' })
  kind!: ClaimedKind;

  @Column({ type: 'text', nullable: true })
  expression!: string | null;

  @Column({ type: 'bytea', name: 'subject_digest', transformer: bytes })
  subjectDigest!: Uint8Array;

  @Column({ type: 'bigint', name: 'subject_key', transformer: unsignedKey })
  subjectKey!: bigint;

  @Column({ type: 'integer' })
  canon!: number;

  @Column({ type: 'text' })
  capacity!: ClaimCapacity;

  @Column({ type: 'text' })
  state!: ClaimState;

  @Column({ type: 'text' })
  assurance!: ClaimAssurance;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'verified_at', nullable: true })
  verifiedAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'decided_at', nullable: true })
  decidedAt!: Date | null;

  @Column({ type: 'uuid', name: 'decided_by', nullable: true })
  @ForeignKey(() => AccountRow, { name: 'claims_decided_by_fkey' })
  decidedBy!: string | null;

  @Column({ type: 'text', name: 'decision_reason', nullable: true })
  decisionReason!: string | null;
}
