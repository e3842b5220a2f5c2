import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Hold, ItemKey } from '../../app/ports/moderation.js';
import type { Row } from '../row-values.js';
import { AccountRow } from './account.entity.js';

@Entity('case_holds')
export class CaseHoldRow implements Row<Hold> {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'case_holds_pkey' })
  item!: ItemKey;

  @Column({ type: 'uuid', name: 'held_by' })
  @ForeignKey(() => AccountRow, { name: 'case_holds_held_by_fkey', onDelete: 'CASCADE' })
  heldBy!: string;

  @Column({ type: 'timestamptz', name: 'held_until' })
  heldUntil!: Date;
}
