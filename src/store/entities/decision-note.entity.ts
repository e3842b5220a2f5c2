import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { DecisionNote } from '../../app/ports/decision-notes.js';
import type { Row } from '../row-values.js';
import { AuditEventRow } from './audit-event.entity.js';

@Entity('decision_notes')
export class DecisionNoteRow implements Row<DecisionNote> {
  @PrimaryColumn({ type: 'uuid', name: 'event_id', primaryKeyConstraintName: 'decision_notes_pkey' })
  @ForeignKey(() => AuditEventRow, { name: 'decision_notes_event_id_fkey' })
  eventId!: string;

  @Column({ type: 'uuid', name: 'claim_ids', array: true })
  claimIds!: readonly string[];

  @Column({ type: 'text' })
  note!: string;
}
