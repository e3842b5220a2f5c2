import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { SecondFactor } from '../../app/ports/second-factors.js';
import { bytes, type Row } from '../row-values.js';
import { AccountRow } from './account.entity.js';

@Entity('second_factors')
export class SecondFactorRow implements Row<SecondFactor> {
  @PrimaryColumn({ type: 'uuid', name: 'account_id', primaryKeyConstraintName: 'second_factors_pkey' })
  @ForeignKey(() => AccountRow, { name: 'second_factors_account_id_fkey', onDelete: 'CASCADE' })
  accountId!: string;

  @Column({ type: 'bytea', transformer: bytes })
  secret!: Uint8Array;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'turned_on_at', nullable: true })
  turnedOnAt!: Date | null;

  @Column({ type: 'integer', name: 'last_step' })
  lastStep!: number;
}
