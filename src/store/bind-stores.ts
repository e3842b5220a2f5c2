import type { Stores } from '../app/ports/registry-store.js';
import { AcceptanceRepository } from './repositories/acceptance-repository.js';
import { AccountRepository } from './repositories/account-repository.js';
import { AnswerDisputeRepository } from './repositories/answer-dispute-repository.js';
import { ApiKeyRepository } from './repositories/api-key-repository.js';
import { AppealRepository } from './repositories/appeal-repository.js';
import { ArtistNameRepository } from './repositories/artist-name-repository.js';
import { AttemptRepository } from './repositories/attempt-repository.js';
import { AuditRepository } from './repositories/audit-repository.js';
import { ChallengeRepository } from './repositories/challenge-repository.js';
import { ClaimCodeRepository } from './repositories/claim-code-repository.js';
import { ClaimRepository } from './repositories/claim-repository.js';
import { CollectionRepository } from './repositories/collection-repository.js';
import { DatasetRepository } from './repositories/dataset-repository.js';
import { DecisionNoteRepository } from './repositories/decision-note-repository.js';
import { DisputeRepository } from './repositories/dispute-repository.js';
import { DumpRepository } from './repositories/dump-repository.js';
import { EmbeddingRepository } from './repositories/embedding-repository.js';
import { EntryRepository } from './repositories/entry-repository.js';
import { ErasureRepository } from './repositories/erasure-repository.js';
import { EvidenceRepository } from './repositories/evidence-repository.js';
import { ExhibitRepository } from './repositories/exhibit-repository.js';
import { FiguresRepository } from './repositories/figures-repository.js';
import { FingerprintRepository } from './repositories/fingerprint-repository.js';
import { HiddenRepository } from './repositories/hidden-repository.js';
import { IdentityRepository } from './repositories/identity-repository.js';
import { IngestionRepository } from './repositories/ingestion-repository.js';
import { LogRepository } from './repositories/log-repository.js';
import { LogTreeRepository } from './repositories/log-tree-repository.js';
import { KeptFileRepository } from './repositories/kept-file-repository.js';
import { OriginalFindingRepository } from './repositories/original-finding-repository.js';
import { MatchNewsRepository } from './repositories/match-news-repository.js';
import { MemberRepository } from './repositories/member-repository.js';
import { NamedRunRepository } from './repositories/named-run-repository.js';
import { OneTimeCodeRepository } from './repositories/one-time-code-repository.js';
import { OrganisationRepository } from './repositories/organisation-repository.js';
import { PersonalDataRepository } from './repositories/personal-data-repository.js';
import { OwnedRepository } from './repositories/owned-repository.js';
import { ProofRepository } from './repositories/proof-repository.js';
import { ProposalRepository } from './repositories/proposal-repository.js';
import { QueueRepository } from './repositories/queue-repository.js';
import { ReportRepository } from './repositories/report-repository.js';
import { SuspensionRepository } from './repositories/suspension-repository.js';
import { RecoveryCodeRepository } from './repositories/recovery-code-repository.js';
import { SecondFactorRepository } from './repositories/second-factor-repository.js';
import { HalfSignInRepository } from './repositories/half-sign-in-repository.js';
import { SessionRepository } from './repositories/session-repository.js';
import { SignInFlowRepository } from './repositories/sign-in-flow-repository.js';
import { StatementRepository } from './repositories/statement-repository.js';
import { WorkRepository } from './repositories/work-repository.js';
import { UnmetRowsRepository } from './repositories/unmet-rows-repository.js';
import { WebhookRepository } from './repositories/webhook-repository.js';
import type { StoreSession } from './store-session.js';

export function bindStores(session: StoreSession): Stores {
  return {
    accounts: new AccountRepository(session),
    sessions: new SessionRepository(session),
    apiKeys: new ApiKeyRepository(session),
    artistNames: new ArtistNameRepository(session),
    identities: new IdentityRepository(session),
    signInFlows: new SignInFlowRepository(session),
    webhooks: new WebhookRepository(session),
    oneTimeCodes: new OneTimeCodeRepository(session),
    recoveryCodes: new RecoveryCodeRepository(session),
    secondFactors: new SecondFactorRepository(session),
    halfSignIns: new HalfSignInRepository(session),
    attempts: new AttemptRepository(session),
    datasets: new DatasetRepository(session),
    entries: new EntryRepository(session),
    embeddings: new EmbeddingRepository(session),
    fingerprints: new FingerprintRepository(session),
    ingestions: new IngestionRepository(session),
    unmetRows: new UnmetRowsRepository(session),
    claims: new ClaimRepository(session),
    challenges: new ChallengeRepository(session),
    proofs: new ProofRepository(session),
    claimCodes: new ClaimCodeRepository(session),
    evidence: new EvidenceRepository(session),
    disputes: new DisputeRepository(session),
    exhibits: new ExhibitRepository(session),
    appeals: new AppealRepository(session),
    answerDisputes: new AnswerDisputeRepository(session),
    log: new LogRepository(session),
    logTree: new LogTreeRepository(session),
    statements: new StatementRepository(session),
    acceptances: new AcceptanceRepository(session),
    namedRuns: new NamedRunRepository(session),
    audit: new AuditRepository(session),
    decisionNotes: new DecisionNoteRepository(session),
    erasures: new ErasureRepository(session),
    personalData: new PersonalDataRepository(session),
    figures: new FiguresRepository(session),
    works: new WorkRepository(session),
    keptFiles: new KeptFileRepository(session),
    originalFindings: new OriginalFindingRepository(session),
    matchNews: new MatchNewsRepository(session),
    owned: new OwnedRepository(session),
    collections: new CollectionRepository(session),
    reports: new ReportRepository(session),
    proposals: new ProposalRepository(session),
    hidden: new HiddenRepository(session),
    suspensions: new SuspensionRepository(session),
    queue: new QueueRepository(session),
    organisations: new OrganisationRepository(session),
    members: new MemberRepository(session),
    dump: new DumpRepository(session),
  };
}
