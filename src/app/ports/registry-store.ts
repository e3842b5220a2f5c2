import type { AcceptanceStore } from './acceptances.js';
import type {
  AccountStore,
  ApiKeyStore,
  ArtistNameStore,
  OneTimeCodeStore,
  RecoveryCodeStore,
  SessionStore,
} from './accounts.js';
import type { AttemptStore } from './attempts.js';
import type { CollectionStore } from './collections.js';
import type { DatasetStore, EntryStore, IngestionStore } from './catalogue.js';
import type { ChallengeStore, ClaimStore, EvidenceStore } from './claims.js';
import type { DecisionNoteStore } from './decision-notes.js';
import type { DumpStore } from './dump.js';
import type { EmbeddingStore } from './embeddings.js';
import type { AnswerDisputeStore, DisputeStore } from './disputes.js';
import type { AppealStore, ExhibitStore } from './dispute-exchange.js';
import type { ErasureStore } from './erasure.js';
import type { FiguresStore } from './figures.js';
import type { IdentityStore, SignInFlowStore } from './identities.js';
import type { FingerprintStore } from './fingerprints.js';
import type { ClaimCodeStore, ProofStore } from './proofs.js';
import type { AuditStore, LogStore, StatementStore } from './log.js';
import type { HiddenStore } from './hidden.js';
import type { ProposalStore, QueueStore, ReportStore, SuspensionStore } from './moderation.js';
import type { LogTreeStore } from './log-tree.js';
import type { KeptFileStore } from './kept-files.js';
import type { OriginalFindingStore } from './original-findings.js';
import type { MatchNewsStore } from './match-news.js';
import type { NamedRunStore } from './named-runs.js';
import type { MemberStore, OrganisationStore } from './organisations.js';
import type { PersonalDataStore } from './personal-data.js';
import type { HalfSignInStore, SecondFactorStore } from './second-factors.js';
import type { OwnedStore } from './owned.js';
import type { UnmetRowsStore } from './unmet-rows.js';
import type { WorkStore } from './works.js';
import type { WebhookStore } from './webhooks.js';

/** Every store, bound to one database session. */
export interface Stores {
  readonly accounts: AccountStore;
  readonly sessions: SessionStore;
  readonly apiKeys: ApiKeyStore;
  readonly artistNames: ArtistNameStore;
  readonly identities: IdentityStore;
  readonly signInFlows: SignInFlowStore;
  readonly webhooks: WebhookStore;
  readonly oneTimeCodes: OneTimeCodeStore;
  readonly recoveryCodes: RecoveryCodeStore;
  readonly secondFactors: SecondFactorStore;
  readonly halfSignIns: HalfSignInStore;
  readonly attempts: AttemptStore;
  readonly datasets: DatasetStore;
  readonly entries: EntryStore;
  readonly embeddings: EmbeddingStore;
  readonly fingerprints: FingerprintStore;
  readonly ingestions: IngestionStore;
  readonly unmetRows: UnmetRowsStore;
  readonly claims: ClaimStore;
  readonly challenges: ChallengeStore;
  readonly proofs: ProofStore;
  readonly claimCodes: ClaimCodeStore;
  readonly evidence: EvidenceStore;
  readonly disputes: DisputeStore;
  readonly exhibits: ExhibitStore;
  readonly appeals: AppealStore;
  readonly answerDisputes: AnswerDisputeStore;
  readonly log: LogStore;
  readonly logTree: LogTreeStore;
  readonly statements: StatementStore;
  readonly acceptances: AcceptanceStore;
  readonly namedRuns: NamedRunStore;
  readonly figures: FiguresStore;
  readonly works: WorkStore;
  readonly keptFiles: KeptFileStore;
  readonly originalFindings: OriginalFindingStore;
  readonly matchNews: MatchNewsStore;
  readonly owned: OwnedStore;
  readonly collections: CollectionStore;
  readonly reports: ReportStore;
  readonly proposals: ProposalStore;
  readonly hidden: HiddenStore;
  readonly suspensions: SuspensionStore;
  readonly queue: QueueStore;
  readonly organisations: OrganisationStore;
  readonly members: MemberStore;
  readonly audit: AuditStore;
  readonly decisionNotes: DecisionNoteStore;
  readonly erasures: ErasureStore;
  readonly personalData: PersonalDataStore;
  readonly dump: DumpStore;
}

export interface RegistryStore extends Stores {
  /**
   * Runs `work` in one transaction. Inside it only the stores passed in may be used: the embedded database has a single
   * session, and a query beside the transaction would wait for it for ever.
   */
  transact<T>(work: (stores: Stores) => Promise<T>): Promise<T>;
  /** Runs `work` in one transaction that reads the store as it is at its beginning, whatever others write meanwhile. */
  snapshot<T>(work: (stores: Stores) => Promise<T>): Promise<T>;
  /**
   * Runs several pieces of work in one transaction, one after the other. One that throws is undone alone. When the
   * transaction itself cannot be ended well, this throws and nothing of any of them is done.
   */
  transactEach<T>(works: readonly ((stores: Stores) => Promise<T>)[]): Promise<PromiseSettledResult<T>[]>;
  /** Keeps the store quick as it grows, where its database does not do that by itself. Does nothing where nothing is due. */
  tend(): Promise<void>;
  /**
   * Finishes erasures: deleted rows stay in the files of a database for a while. Those of an embedded one hold nothing of
   * them any more when this returns; of a server's files only its operator can say so. Does nothing where nothing is left.
   */
  scrub(): Promise<void>;
}

/** A unique constraint refused a row; `constraint` is its name in the migrations. */
export class UniqueViolation extends Error {
  override readonly name = 'UniqueViolation';

  constructor(readonly constraint: string) {
    super(`Already there: ${constraint}.`);
  }
}
