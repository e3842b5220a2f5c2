import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { AuditEvent } from '../../app/ports/log.js';
import { json, type Row } from '../row-values.js';

@Entity('audit_events')
@Index('audit_events_created_at_idx', { synchronize: false })
export class AuditEventRow implements Row<AuditEvent> {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'audit_events_pkey' })
  id!: string;

  // No foreign key: what was done stays on record when the account of whoever did it is erased.
  @Column({ type: 'uuid', name: 'actor_id', nullable: true })
  actorId!: string | null;

  @Column({ type: 'text' })
  action!: string;

  @Column({ type: 'text' })
  target!: string;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'jsonb', transformer: json })
  details!: Readonly<Record<string, unknown>>;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;
}
