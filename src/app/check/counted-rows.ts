import type { PublicName } from '../../core/check/caption-names.js';
import { rowFate, type RowFate, type RowHolding, strictestAnswer } from '../../core/check/row-fate.js';
import type { Answer } from '../../core/consent/decision.js';
import { RowMask } from '../../core/check/row-mask.js';
import type { RecognisedBy } from '../../core/replay/subject-name.js';
import type { AskedContent, CheckedItem } from '../ports/consent-answers.js';
import type { CheckTableInput } from './check-table-input.js';
import { startTally } from './check-tally.js';
import type { CheckedRow } from './checked-row.js';
import type { AskedRow } from './row-reader.js';

/** Rows of one table as they are answered, front to back: what becomes of each, and how many they are. */
export class CountedRows {
  readonly kept: RowMask;
  readonly tally: ReturnType<typeof startTally>;
  /** The next one, and so how many were counted. */
  row = 0;

  constructor(private readonly input: CheckTableInput) {
    this.kept = new RowMask(input.source.rowCount);
    this.tally = startTally(input.answers.uses);
  }

  /** Whether an address that nobody has answered for stays, so that nothing of it has to be known. */
  get keepsUnanswered(): boolean {
    return this.input.licences === undefined && this.#fate('UNKNOWN', NOT_HELD) === 'kept';
  }

  /** @param asked undefined where nothing but an address was asked about */
  count(item: CheckedItem, asked?: AskedRow): CheckedRow {
    const { licences, names, dropNamed = false } = this.input;
    const answer = strictestAnswer(item.decisions.map((decision) => decision.answer));
    const isLicensed = answer !== 'ALLOWED' && licences?.cover(item) === true;
    const caption = asked?.caption;
    const named = caption === undefined ? NOBODY : (names?.namedIn(caption) ?? NOBODY);
    const isAccepted = answer === 'CONDITIONAL' && this.#isAccepted(item);
    const fate = this.#fate(answer, { isLicensed, isAccepted });
    const counted: CheckedRow = {
      row: this.row,
      item,
      answer,
      fate: dropNamed && named.length > 0 && fate !== 'licensed' ? 'dropped' : fate,
      named,
      caption,
      isByContent: asked?.item.content !== undefined,
      comparedBy: waysOf(asked?.item.content),
      notCompared: asked?.notCompared,
      author: asked?.author,
    };
    if (counted.fate !== 'dropped') this.kept.choose(this.row);
    this.tally.count(counted);
    this.row += 1;
    return counted;
  }

  #fate(answer: Answer, holding: RowHolding): RowFate {
    const { keep, policy = {} } = this.input;
    return rowFate(answer, holding, keep, policy);
  }

  /** Of several uses asked about, one may be on terms that were accepted and another unanswered. */
  #isAccepted({ decisions }: CheckedItem): boolean {
    const { accepted, answers } = this.input;
    const origin = answers.bases[0]?.origin ?? '';
    if (accepted === undefined) return false;
    const offers = decisions.filter(({ answer }) => answer === 'CONDITIONAL');
    const others = decisions.filter(({ answer }) => answer !== 'CONDITIONAL').map(({ answer }) => answer);
    const areOthersKept = others.length === 0 || this.#fate(strictestAnswer(others), NOT_HELD) === 'kept';
    return areOthersKept && offers.every((decision) => accepted.meet(decision, origin));
  }

  /** Counts one of which nothing has to be known; `tally` is told by whoever calls. */
  keepUnanswered(): void {
    this.kept.choose(this.row);
    this.row += 1;
  }
}

const NOT_HELD: RowHolding = { isLicensed: false, isAccepted: false };
const NOBODY: readonly PublicName[] = [];
const NO_WAYS: readonly RecognisedBy[] = [];

function waysOf(content: AskedContent | undefined): readonly RecognisedBy[] {
  if (content === undefined) return NO_WAYS;
  const { sha256 = [], md5 = [], fingerprints = [] } = content;
  const ways = new Set<RecognisedBy>(fingerprints.map(({ algorithm }) => algorithm));
  if (sha256.length > 0) ways.add('sha256');
  if (md5.length > 0) ways.add('md5');
  return [...ways];
}
