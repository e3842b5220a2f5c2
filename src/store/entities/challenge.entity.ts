import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Challenge } from '../../app/ports/claims.js';
import type { Row } from '../row-values.js';
import { ClaimRow } from './claim.entity.js';

@Entity('challenges')
@Unique('challenges_token_key', ['token'])
@Index('challenges_claim_id_idx', { synchronize: false })
export class ChallengeRow implements Row<Challenge> {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'challenges_pkey' })
  id!: string;

  @Column({ type: 'uuid', name: 'claim_id' })
  @ForeignKey(() => ClaimRow, { name: 'challenges_claim_id_fkey', onDelete: 'CASCADE' })
  claimId!: string;

  @Column({ type: 'text' })
  token!: string;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt!: Date;

  @Column({ type: 'timestamptz', name: 'last_checked_at', nullable: true })
  lastCheckedAt!: Date | null;

  @Column({ type: 'text', name: 'last_reason', nullable: true })
  lastReason!: Exclude<Challenge['lastReason'], undefined> | null;

  @Column({ type: 'text', name: 'last_problem', nullable: true })
  lastProblem!: string | null;

  @Column({ type: 'timestamptz', name: 'met_at', nullable: true })
  metAt!: Date | null;
}
