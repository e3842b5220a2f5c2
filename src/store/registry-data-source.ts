// TypeORM's decorators look for it when the first entity is read.
import 'reflect-metadata';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from '../../migrations/index.js';
import { AcceptanceRow } from './entities/acceptance.entity.js';
import { AccountRow } from './entities/account.entity.js';
import { UnmetRowsRow } from './entities/unmet-rows.entity.js';
import { WebhookRow } from './entities/webhook.entity.js';
import { ApiKeyRow } from './entities/api-key.entity.js';
import { CollectionRow } from './entities/collection.entity.js';
import { CollectionWorkRow } from './entities/collection-work.entity.js';
import { ArtistNameRow } from './entities/artist-name.entity.js';
import { AppealRow } from './entities/appeal.entity.js';
import { AttemptWindowRow } from './entities/attempt-window.entity.js';
import { AuditEventRow } from './entities/audit-event.entity.js';
import { ChallengeRow } from './entities/challenge.entity.js';
import { CaseHoldRow } from './entities/case-hold.entity.js';
import { CaseNoteRow } from './entities/case-note.entity.js';
import { ProposalRow } from './entities/proposal.entity.js';
import { ReportRow } from './entities/report.entity.js';
import { SuspensionRow } from './entities/suspension.entity.js';
import { ClaimCodeRow } from './entities/claim-code.entity.js';
import { ClaimRow } from './entities/claim.entity.js';
import { DatasetRow } from './entities/dataset.entity.js';
import { DatasetEmbeddingRow } from './entities/dataset-embedding.entity.js';
import { DatasetFingerprintRow } from './entities/dataset-fingerprint.entity.js';
import { DecisionNoteRow } from './entities/decision-note.entity.js';
import { DisputeClaimRow } from './entities/dispute-claim.entity.js';
import { DisputeStatementRow } from './entities/dispute-statement.entity.js';
import { DisputeRow } from './entities/dispute.entity.js';
import { EmbeddingModelRow } from './entities/embedding-model.entity.js';
import { EvidenceRow } from './entities/evidence.entity.js';
import { HiddenPictureRow } from './entities/hidden-picture.entity.js';
import { ExhibitRow } from './entities/exhibit.entity.js';
import { IdempotencyKeyRow } from './entities/idempotency-key.entity.js';
import { IdentityRow } from './entities/identity.entity.js';
import { IngestionRow } from './entities/ingestion.entity.js';
import { LogCheckpointRow } from './entities/log-checkpoint.entity.js';
import { LogCosignatureRow } from './entities/log-cosignature.entity.js';
import { LogEntryRow } from './entities/log-entry.entity.js';
import { LogReferenceRow } from './entities/log-reference.entity.js';
import { LogTileRow } from './entities/log-tile.entity.js';
import { NamedRunRow } from './entities/named-run.entity.js';
import { OneTimeCodeRow } from './entities/one-time-code.entity.js';
import { OpeningRow } from './entities/opening.entity.js';
import { ProofRow } from './entities/proof.entity.js';
import { RunNameRow } from './entities/run-name.entity.js';
import { SecondFactorRow } from './entities/second-factor.entity.js';
import { HalfSignInRow } from './entities/half-sign-in.entity.js';
import { RecoveryCodeRow } from './entities/recovery-code.entity.js';
import { SessionRow } from './entities/session.entity.js';
import { SignInFlowRow } from './entities/sign-in-flow.entity.js';
import { StatementRow } from './entities/statement.entity.js';
import { UnfinishedErasureRow } from './entities/unfinished-erasure.entity.js';
import { WorkLocationRow } from './entities/work-location.entity.js';
import { MandateRow } from './entities/mandate.entity.js';
import { MemberRow } from './entities/member.entity.js';
import { OrganisationInvitationRow } from './entities/organisation-invitation.entity.js';
import { OrganisationStaffRow } from './entities/organisation-staff.entity.js';
import { OrganisationRow } from './entities/organisation.entity.js';
import { RefusedMailRow } from './entities/refused-mail.entity.js';
import { KeptFileRow } from './entities/kept-file.entity.js';
import { OriginalFindingRow } from './entities/original-finding.entity.js';
import { MatchNewsRow } from './entities/match-news.entity.js';
import { WorkMatchRow } from './entities/work-match.entity.js';
import { WorkMeaningRow } from './entities/work-meaning.entity.js';
import { WorkRegionRow } from './entities/work-region.entity.js';
import { WorkWholeRow } from './entities/work-whole.entity.js';
import { WorkRow } from './entities/work.entity.js';

export const MIGRATIONS_TABLE = 'schema_migrations';

/** TypeORM over node-postgres, whatever stands behind it; `pool` is handed to the pool as it is. */
export function registryDataSource(pool: pg.PoolConfig): DataSource {
  return new DataSource({
    type: 'postgres',
    driver: pg,
    extra: pool,
    entities: [
      AcceptanceRow,
      AccountRow,
      ApiKeyRow,
      WebhookRow,
      ArtistNameRow,
      AppealRow,
      AttemptWindowRow,
      AuditEventRow,
      ChallengeRow,
      CaseHoldRow,
      CaseNoteRow,
      ClaimCodeRow,
      ClaimRow,
      DatasetEmbeddingRow,
      DatasetFingerprintRow,
      DatasetRow,
      DecisionNoteRow,
      DisputeClaimRow,
      DisputeRow,
      EmbeddingModelRow,
      DisputeStatementRow,
      EvidenceRow,
      ExhibitRow,
      HiddenPictureRow,
      IdempotencyKeyRow,
      IdentityRow,
      IngestionRow,
      UnmetRowsRow,
      LogCheckpointRow,
      LogCosignatureRow,
      LogEntryRow,
      LogReferenceRow,
      LogTileRow,
      MandateRow,
      MemberRow,
      NamedRunRow,
      OneTimeCodeRow,
      OpeningRow,
      OrganisationInvitationRow,
      OrganisationRow,
      OrganisationStaffRow,
      ProofRow,
      ProposalRow,
      RefusedMailRow,
      RecoveryCodeRow,
      RunNameRow,
      SecondFactorRow,
      HalfSignInRow,
      ReportRow,
      SessionRow,
      SignInFlowRow,
      StatementRow,
      SuspensionRow,
      UnfinishedErasureRow,
      WorkLocationRow,
      CollectionRow,
      CollectionWorkRow,
      KeptFileRow,
      OriginalFindingRow,
      MatchNewsRow,
      WorkMatchRow,
      WorkMeaningRow,
      WorkRegionRow,
      WorkRow,
      WorkWholeRow,
    ],
    migrations,
    migrationsTableName: MIGRATIONS_TABLE,
    installExtensions: false,
    synchronize: false,
    logging: false,
  });
}
