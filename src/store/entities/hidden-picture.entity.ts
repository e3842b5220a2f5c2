import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { wholeNumber } from '../row-values.js';

@Entity('hidden_pictures')
@Index('hidden_pictures_change_key', { synchronize: false })
export class HiddenPictureRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'hidden_pictures_pkey' })
  id!: string;

  /** Algorithm, a colon, and hexadecimal digits. */
  @Column({ type: 'text', array: true })
  hashes!: string[];

  @Column({ type: 'timestamptz', name: 'hidden_at' })
  hiddenAt!: Date;

  @Column({ type: 'timestamptz', name: 'lifted_at', nullable: true })
  liftedAt!: Date | null;

  @Column({ type: 'bigint', transformer: wholeNumber })
  change!: bigint;
}
