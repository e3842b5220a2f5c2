import type { AcceptedOffers } from '../../core/acceptance/accepted-offers.js';
import type { CaptionNames } from '../../core/check/caption-names.js';
import type { CheckPolicy } from '../../core/check/check-policy.js';
import type { Keep } from '../../core/check/row-fate.js';
import type { ConsentAnswers } from '../ports/consent-answers.js';
import type { TableSource } from '../ports/tables.js';
import type { AskedColumns } from './asked-columns.js';
import type { CheckedRow } from './checked-row.js';
import type { Licences } from './licences.js';
import type { SampleTools } from './sample-prints.js';

/** What a table is asked about, of whom, and who is told. */
export interface CheckTableInput {
  readonly answers: ConsentAnswers;
  readonly source: TableSource;
  readonly columns: AskedColumns;
  readonly keep: Keep;
  readonly policy?: Pick<CheckPolicy, 'unknown' | 'conditional'>;
  /** What the builder states to hold by contract. */
  readonly licences?: Licences | undefined;
  /** Offers whose terms were accepted. */
  readonly accepted?: AcceptedOffers | undefined;
  /** Names that are looked for in captions. */
  readonly names?: CaptionNames | undefined;
  /** Whether rows whose caption names somebody who said no are dropped. */
  readonly dropNamed?: boolean | undefined;
  /** With what the files of a shard are looked at; left out, they are compared by their digests alone. */
  readonly tools?: SampleTools | undefined;
  /** Told every row, in order. */
  readonly onRows?: ((rows: readonly CheckedRow[]) => Promise<void>) | undefined;
  readonly onProgress?: (rows: number) => void;
  readonly signal?: AbortSignal;
}
