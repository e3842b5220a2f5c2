import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { WorkMatch, WorkMatchKind, WorkMatchMethod, WorkMatchState } from '../../app/ports/works.js';
import type { Orientation } from '../../core/likeness/orientation.js';
import type { MatchConfirmer } from '../../core/log/match-leaf.js';
import { bytes, type Row, unsignedKey } from '../row-values.js';
import { WorkRow } from './work.entity.js';

@Entity('work_matches')
@Check(
  'work_matches_kind_check',
  `kind IN ('same-file', 'same-picture', 'probably-same', 'similar', 'sibling')`,
)
@Check('work_matches_state_check', `state IN ('suggested', 'waiting', 'matched', 'confirmed', 'rejected')`)
@Check('work_matches_confirmed_by_check', `confirmed_by IN ('machine', 'claimant', 'moderator')`)
@Index('work_matches_address_key', { synchronize: false })
@Index('work_matches_work_id_idx', { synchronize: false })
@Index('work_matches_unseen_idx', { synchronize: false })
@Index('work_matches_leaf_match_key', { synchronize: false })
@Index('work_matches_subject_digest_idx', { synchronize: false })
@Index('work_matches_address_idx', { synchronize: false })
@Index('work_matches_host_idx', { synchronize: false })
export class WorkMatchRow implements Row<WorkMatch> {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'work_matches_pkey' })
  id!: string;

  @Column({ type: 'uuid', name: 'work_id' })
  @ForeignKey(() => WorkRow, { name: 'work_matches_work_id_fkey', onDelete: 'CASCADE' })
  workId!: string;

  @Column({ type: 'bytea', name: 'subject_digest', transformer: bytes })
  subjectDigest!: Uint8Array;

  @Column({ type: 'bigint', name: 'subject_key', transformer: unsignedKey })
  subjectKey!: bigint;

  @Column({ type: 'integer' })
  canon!: number;

  @Column({ type: 'text', nullable: true })
  canonical!: string | null;

  @Column({ type: 'integer', name: 'dataset_id', nullable: true })
  datasetId!: number | null;

  @Column({ type: 'bytea', name: 'row_id', nullable: true, transformer: bytes })
  rowId!: Uint8Array | null;

  @Column({ type: 'text' })
  kind!: WorkMatchKind;

  @Column({ type: 'text' })
  method!: WorkMatchMethod;

  @Column({ type: 'smallint', nullable: true })
  distance!: number | null;

  @Column({ type: 'text', nullable: true })
  orientation!: Orientation | null;

  @Column({ type: 'smallint', nullable: true })
  parts!: number | null;

  @Column({ type: 'real', nullable: true })
  score!: number | null;

  @Column({ type: 'text' })
  state!: WorkMatchState;

  @Column({ type: 'text', name: 'confirmed_by', nullable: true })
  confirmedBy!: MatchConfirmer | null;

  @Column({ type: 'uuid', name: 'leaf_match', nullable: true })
  leafMatch!: string | null;

  @Column({ type: 'timestamptz', name: 'found_at' })
  foundAt!: Date;

  @Column({ type: 'timestamptz', name: 'decided_at', nullable: true })
  decidedAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'seen_at', nullable: true })
  seenAt!: Date | null;
}
