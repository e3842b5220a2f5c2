import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Medium } from '../../app/ports/catalogue.js';
import type { Work } from '../../app/ports/works.js';
import { bits, bytes, json, type Row } from '../row-values.js';
import { AccountRow } from './account.entity.js';
import { ClaimRow } from './claim.entity.js';

type FlatWork = Row<Omit<Work, 'picture'>> & { pdq: Uint8Array | null; pdqQuality: number | null };

@Entity('works')
@Check('works_medium_check', `medium IN ('image', 'text', 'audio')`)
@Index('works_claim_id_key', { synchronize: false })
@Index('works_account_id_idx', { synchronize: false })
@Index('works_sha256_idx', { synchronize: false })
@Index('works_md5_idx', { synchronize: false })
@Index('works_not_looked_for_idx', { synchronize: false })
export class WorkRow implements FlatWork {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'works_pkey' })
  id!: string;

  @Column({ type: 'uuid', name: 'claim_id' })
  @ForeignKey(() => ClaimRow, { name: 'works_claim_id_fkey' })
  claimId!: string;

  @Column({ type: 'uuid', name: 'account_id', nullable: true })
  @ForeignKey(() => AccountRow, { name: 'works_account_id_fkey' })
  accountId!: string | null;

  @Column({ type: 'text' })
  medium!: Medium;

  @Column({ type: 'text', nullable: true })
  title!: string | null;

  @Column({ type: 'bytea', nullable: true, transformer: bytes })
  sha256!: Uint8Array | null;

  @Column({ type: 'bytea', nullable: true, transformer: bytes })
  md5!: Uint8Array | null;

  @Column({ type: 'integer', nullable: true })
  width!: number | null;

  @Column({ type: 'integer', nullable: true })
  height!: number | null;

  @Column({ type: 'bit', length: '256', nullable: true, transformer: bits })
  pdq!: Uint8Array | null;

  @Column({ type: 'smallint', name: 'pdq_quality', nullable: true })
  pdqQuality!: number | null;

  @Column({ type: 'bytea', name: 'text_hash', nullable: true, transformer: bytes })
  textHash!: Uint8Array | null;

  @Column({ type: 'bytea', name: 'sound_items', nullable: true, transformer: bytes })
  soundItems!: Uint8Array | null;

  @Column({ type: 'jsonb', transformer: json })
  identifiers!: Work['identifiers'];

  @Column({ type: 'timestamptz', name: 'waits_since', nullable: true })
  waitsSince!: Date | null;

  @Column({ type: 'timestamptz', name: 'looked_for_at', nullable: true })
  lookedForAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;
}
