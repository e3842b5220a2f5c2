import type { PublicName } from '../../core/check/caption-names.js';
import type { Assurance } from '../../core/consent/assurance.js';
import type { Decision } from '../../core/consent/decision.js';
import type { Terms } from '../../core/consent/terms.js';
import type { Offer } from '../../core/snapshot/find-offers.js';
import type { Use } from '../../core/consent/use.js';
import type { FingerprintAlgorithm } from '../../core/log/leaf-fingerprint.js';
import type { LostLeaves } from '../../core/log/lost-leaves.js';
import type { RecognisedBy } from '../../core/replay/subject-name.js';
import type { AddressRefusal } from '../../core/url/read-address.js';
import type { PackedTexts } from './tables.js';

/** Whose answer is asked for: a size of the log, or a time, which means the last size that the log had at it. */
export type AsOf = { readonly size: number } | { readonly time: Date };

export interface ConsentQuestions {
  readonly uses: readonly Use[];
  /** Yeses below it do not count. */
  readonly minimumAssurance?: Assurance | undefined;
  /** Left out: the newest that the source has. */
  readonly asOf?: AsOf | undefined;
  /** When what has expired is measured, of a run that goes on where it stopped; the present moment unless said. A time in `asOf` says it itself. */
  readonly moment?: Date | undefined;
  /** Greatest distance, in bits of 256, at which a likeness counts; it may only lower what the rules allow. */
  readonly likenessDistance?: number | undefined;
  /** In milliseconds: a source whose newest leaves may be older than that refuses to answer. */
  readonly maxAge?: number | undefined;
}

/** One item as it is asked about: by its address, by what its bytes are, or by both. */
export interface AskedItem {
  /** The cell that should hold an address, exactly as it stands there; absent when nothing is asked by address. */
  readonly address?: string | undefined;
  readonly content?: AskedContent | undefined;
}

/**
 * What is known of the bytes of an item: digests in lower-case hexadecimal. There may be several of a kind: a shard names that
 * of the file as it was fetched, and holds the file as it was made smaller.
 */
export interface AskedContent {
  readonly sha256?: readonly string[] | undefined;
  readonly md5?: readonly string[] | undefined;
  readonly fingerprints?: readonly AskedFingerprint[] | undefined;
}

/** A fingerprint of version 1 of its algorithm, as leaves write it. */
export interface AskedFingerprint {
  readonly algorithm: FingerprintAlgorithm;
  readonly value: string;
  /** Of PDQ alone. */
  readonly quality?: number;
}

/** The answers for one item. */
export interface CheckedItem {
  /** As it was asked; empty when nothing was asked by address. */
  readonly url: string;
  readonly canonicalUrl: string | undefined;
  /** Why no address could be looked up; every decision is then UNKNOWN, unless the content decided. */
  readonly notAnswered: AddressRefusal | undefined;
  /** One for each use, in the order in which they were asked. */
  readonly decisions: readonly Decision[];
}

/** What the answers of one source rest on. */
export interface AnswerBasis {
  /** Of the log, as the first line of its checkpoints says it. */
  readonly origin: string;
  /** Where the answers come from, for people: the registry's name, or the folder of a snapshot. */
  readonly name: string;
  readonly source: 'registry' | 'snapshot';
  /** How many leaves of the log the answers rest on. */
  readonly logSize: bigint;
  /** The moment that the answers speak of; it decides what has expired. */
  readonly moment: Date;
  /** When they are given. */
  readonly answeredAt: Date;
  readonly rulesVersion: number;
  readonly canonicalUrlVersion: number;
  /** Of a snapshot: SHA-256 of its manifest, in lower-case hexadecimal. */
  readonly manifest?: string | undefined;
  /** C2SP verifier keys of the log that were relied on. */
  readonly keys: readonly string[];
  /** False where the source named its keys itself: nothing then shows whose answers these are. */
  readonly isAnchored: boolean;
  /** Leaves that the log lacks: while there are any, nobody is told yes. */
  readonly lostLeaves: readonly LostLeaves[];
}

/** How the size that answers rest on is bound to a signed checkpoint. */
export interface BoundCheckpoint {
  /** The signed note (c2sp.org/tlog-checkpoint), with its cosignatures. Its size is at least that of the basis. */
  readonly note: string;
  /** The root of the tree of the size that the answers rest on, in base64. */
  readonly root: string;
  /** Where the checkpoint is of a larger tree: the consistency proof from the one to the other (RFC 6962, 2.1.2), in base64. */
  readonly consistency?: readonly string[] | undefined;
}

/**
 * Where answers come from: a registry's own store, or the files of a snapshot. One run holds one, so that all of its answers
 * rest on one size. Every method throws when the source is not whole: nothing may then be concluded.
 */
export interface ConsentAnswers {
  readonly uses: readonly Use[];
  /** The one source; several registries asked at once have one each, in the order in which they were named. */
  readonly bases: readonly AnswerBasis[];
  /** The ways in which content is recognised; asked by any other, an item would be answered as if it was not. */
  readonly recognises: ReadonlySet<RecognisedBy>;
  /** One answer for each item, in order. Fit for some 10,000 items at a time. */
  check(items: readonly AskedItem[]): Promise<CheckedItem[]>;
  /** Answers for many addresses at once, on all cores; absent where a source has no such way. */
  readonly packed?: PackedQuestions | undefined;
  /** The terms of statements, by their ids; an id that is not in the answer has none that are still told. */
  terms(statementIds: readonly string[]): Promise<ReadonlyMap<string, Terms>>;
  /** Offers that stand, by the ids of their statements; absent where the source tells none. */
  readonly offers?: (statementIds: readonly string[]) => Promise<ReadonlyMap<string, Offer>>;
  /** Names that were published beside a no; absent where the source tells none. */
  readonly names?: (() => Promise<readonly PublicName[]>) | undefined;
  /** For each of `bases`; undefined where no checkpoint was signed yet. */
  checkpoints(): Promise<readonly (BoundCheckpoint | undefined)[]>;
  /** Ends what the source holds open, where it holds anything. */
  close?(): Promise<void>;
}

export interface PackedQuestions {
  /** What is decided for an address that nobody has answered for: one decision for each use. */
  readonly unanswered: readonly Decision[];
  /** How many batches may be asked about before the answers to the first are taken. */
  readonly ahead: number;
  /**
   * Answers for cells that should hold addresses.
   * @param areCounted whether answers are counted and nothing of them is told: whose statement decided may then be another's that says
   * the same
   */
  check(texts: PackedTexts, areCounted?: boolean): Promise<PackedAnswers>;
}

export interface PackedAnswers {
  /**
   * One for each text: 0 for an address that nobody has answered for, otherwise the place in `told` of what was answered,
   * counted from 1.
   */
  readonly places: Uint32Array;
  readonly told: readonly CheckedItem[];
}

/** Opens a source for the questions of one run. Throws when it is missing, too old or not verifiable, or has no such size. */
export type OpenAnswers = (questions: ConsentQuestions) => Promise<ConsentAnswers>;
