import type { PublicName } from '../../core/check/caption-names.js';
import type { RowFate } from '../../core/check/row-fate.js';
import type { Answer } from '../../core/consent/decision.js';
import type { RecognisedBy } from '../../core/replay/subject-name.js';
import type { CheckedItem } from '../ports/consent-answers.js';

/** A row with what was answered for it and what becomes of it. */
export interface CheckedRow {
  /** Number in its table, from 0. */
  readonly row: number;
  readonly item: CheckedItem;
  /** The strictest among the answers for the uses asked. */
  readonly answer: Answer;
  readonly fate: RowFate;
  /** Whether anything could be asked by what the row's bytes are. */
  readonly isByContent: boolean;
  /** In which ways it was. */
  readonly comparedBy: readonly RecognisedBy[];
  /** Why the file that comes with the row was not compared by what it shows or sounds like. */
  readonly notCompared: string | undefined;
  /** Who said no and is named in the caption: it is told, and never an answer. */
  readonly named: readonly PublicName[];
  readonly caption: string | undefined;
  /** Who the row says made it. */
  readonly author: string | undefined;
}
