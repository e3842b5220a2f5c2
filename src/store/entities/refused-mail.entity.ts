import { Column, Entity, PrimaryColumn } from 'typeorm';
import { bytes } from '../row-values.js';

/** Who wants no mails by which members are told, by the digest of the address. */
@Entity('refused_mails')
export class RefusedMailRow {
  @PrimaryColumn({ type: 'bytea', primaryKeyConstraintName: 'refused_mails_pkey', transformer: bytes })
  digest!: Uint8Array;

  @Column({ type: 'timestamptz', name: 'refused_at' })
  refusedAt!: Date;
}
