import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { MatchNews } from '../../app/ports/match-news.js';
import { bytes, type Row } from '../row-values.js';
import { AccountRow } from './account.entity.js';

/** How an account is told of new matches. */
@Entity('match_news')
@Check('match_news_language_check', `language IN ('en', 'es')`)
@Index('match_news_leaving_key', { synchronize: false })
@Index('match_news_feed_hash_key', { synchronize: false })
export class MatchNewsRow implements Row<MatchNews> {
  @PrimaryColumn({ type: 'uuid', name: 'account_id', primaryKeyConstraintName: 'match_news_pkey' })
  @ForeignKey(() => AccountRow, { name: 'match_news_account_id_fkey', onDelete: 'CASCADE' })
  accountId!: string;

  @Column({ type: 'boolean' })
  mails!: boolean;

  @Column({ type: 'text', nullable: true })
  language!: NonNullable<MatchNews['language']> | null;

  @Column({ type: 'text' })
  leaving!: string;

  @Column({ type: 'bytea', name: 'feed_hash', nullable: true, transformer: bytes })
  feedHash!: Uint8Array | null;

  @Column({ type: 'timestamptz', name: 'feed_since', nullable: true })
  feedSince!: Date | null;

  @Column({ type: 'timestamptz', name: 'mailed_at', nullable: true })
  mailedAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'told_until', nullable: true })
  toldUntil!: Date | null;
}
