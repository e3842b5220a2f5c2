import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { CaseNote, ItemKey } from '../../app/ports/moderation.js';
import type { Row } from '../row-values.js';
import { AccountRow } from './account.entity.js';

@Entity('case_notes')
@Index('case_notes_item_idx', { synchronize: false })
export class CaseNoteRow implements Row<CaseNote> {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'case_notes_pkey' })
  id!: string;

  @Column({ type: 'text' })
  item!: ItemKey;

  @Column({ type: 'uuid', name: 'author_id', nullable: true })
  @ForeignKey(() => AccountRow, { name: 'case_notes_author_id_fkey', onDelete: 'SET NULL' })
  authorId!: string | null;

  @Column({ type: 'text' })
  text!: string;

  @Column({ type: 'timestamptz', name: 'written_at' })
  writtenAt!: Date;
}
