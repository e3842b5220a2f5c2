import type { EnumValue, FragmentOf } from '../../../client/graphql.js';
import { keptForTab } from '../../browser/kept.js';
import type { DisputedParts } from '../../statements/dispute-fragment.js';
import type { WorkPrints } from '../works/send-file.js';

type PlaceKind = EnumValue<'PlaceKind'>;
type Preference = EnumValue<'Preference'>;
type Use = EnumValue<'Use'>;

/** What the registry wrote down. */
export interface Recorded {
  readonly statements: readonly ({
    readonly id: string;
    readonly logIndex: string;
    readonly use: Use;
    readonly preference: Preference;
    readonly assurance: EnumValue<'Assurance'>;
  } & FragmentOf<typeof DisputedParts>)[];
  readonly countsNow: boolean;
}

/** A file that somebody says is theirs. It becomes a work of theirs with the answer, and not before. */
export interface GivenFile {
  readonly title: string;
  readonly prints: WorkPrints;
}

/** An answer on its way, from the first screen to the last. It outlives a reload and the sign-in. */
export interface AnswerDraft {
  readonly typed: string;
  /** Of an answer about a work, and not about a place. */
  readonly work: { readonly id: string; readonly title: string } | undefined;
  /** Of an answer about a file, which is not registered yet. */
  readonly file: GivenFile | undefined;
  /** Of an answer about all that is theirs. */
  readonly isForAll: boolean;
  /** Absent until chosen; the address then says what is likely. */
  readonly kind: PlaceKind | undefined;
  readonly answers: Readonly<Partial<Record<Use, Preference>>>;
  /** Chosen beforehand where each use is answered by itself, as a signed file says; nothing is said before it is confirmed. */
  readonly suggested: Readonly<Partial<Record<Use, Preference>>>;
  /** Of these uses, those that were added because an earlier answer gives more than this one means to. */
  readonly added: readonly Use[];
  readonly capacity: EnumValue<'Capacity'>;
  readonly basis: EnumValue<'Basis'>;
  readonly ownWorks: boolean;
  readonly licenceUrl: string;
  readonly credit: string;
  readonly feeUrl: string;
  readonly contact: string;
  /** `2027-01-31`, or empty. */
  readonly lastDay: string;
  /** Changes with the content, so that a repeated request is known for the same answer and not for another. */
  readonly idempotencyKey: string;
  /** A mail is under way whose link carries this answer; `since` is how long the log was when this page first looked after. */
  readonly mailed: { readonly since?: string } | undefined;
  readonly recorded: Recorded | undefined;
}

export function emptyDraft(typed = '', kind?: PlaceKind): AnswerDraft {
  return {
    typed,
    work: undefined,
    file: undefined,
    isForAll: false,
    kind,
    answers: {},
    suggested: {},
    added: [],
    capacity: 'AUTHOR',
    basis: 'OWN_RIGHT',
    ownWorks: false,
    licenceUrl: '',
    credit: '',
    feeUrl: '',
    contact: '',
    lastDay: '',
    idempotencyKey: randomKey(),
    mailed: undefined,
    recorded: undefined,
  };
}

export function changed(draft: AnswerDraft, change: Partial<AnswerDraft>): AnswerDraft {
  return { ...draft, ...change, mailed: undefined, idempotencyKey: randomKey() };
}

/** Whether it is about what they registered or claimed before, and so about no address that is typed. */
export function isAboutOwn({ work, isForAll }: AnswerDraft): boolean {
  return work !== undefined || isForAll;
}

/** Whether it is about a place, which has to be typed before anything else. */
export function needsAddress(draft: AnswerDraft): boolean {
  return !isAboutOwn(draft) && draft.file === undefined;
}

/** Whether any of the answers gives something away. */
export function saysYes(draft: AnswerDraft): boolean {
  return Object.values(draft.answers).some((preference) => preference !== 'DENY');
}

export function saysNo(draft: AnswerDraft): boolean {
  return Object.values(draft.answers).includes('DENY');
}

export function isAllYes(draft: AnswerDraft): boolean {
  return Object.values(draft.answers).every((preference) => preference === 'ALLOW');
}

export function namesTerms(draft: AnswerDraft): boolean {
  return Object.values(draft.answers).includes('CONDITIONAL');
}

const TAB_KEY = 'assent.answer';

export function keepDraft(draft: AnswerDraft): void {
  keptForTab.write(TAB_KEY, JSON.stringify(draft));
}

export function keptDraft(): AnswerDraft | undefined {
  return readDraft(keptForTab.read(TAB_KEY));
}

/** On signing out nothing of an answer stays behind. */
export function dropDraft(): void {
  keptForTab.drop(TAB_KEY);
}

/** Written by an earlier release it may lack fields; then it is filled up, and what is no draft is none. */
function readDraft(text: string | null): AnswerDraft | undefined {
  if (text === null) {
    return undefined;
  }
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...emptyDraft(), ...value } : undefined;
  } catch {
    return undefined;
  }
}

/** Not `randomUUID`, which browsers keep from pages without HTTPS. */
function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
