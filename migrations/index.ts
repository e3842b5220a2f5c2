import { FindSomeSpeakers20261204100000 } from './20261204100000-find-some-speakers.js';
import { NameRuns20261204110000 } from './20261204110000-name-runs.js';
import { CarryNoes20261203130000 } from './20261203130000-carry-noes.js';
import { KeepFindings20261204120000 } from './20261204120000-keep-findings.js';
import { MeetWhatIsLeft20261205100000 } from './20261205100000-meet-what-is-left.js';
import { AskSecondFactor20261203120000 } from './20261203120000-ask-second-factor.js';
import { CountReceipts20261203121000 } from './20261203121000-count-receipts.js';
import { AcceptTerms20261202110000 } from './20261202110000-accept-terms.js';
import { CreateLogTree20261122230000 } from './20261122230000-create-log-tree.js';
import { CreateRegistry20261122190000 } from './20261122190000-create-registry.js';
import { DisputeAnswers20261130060000 } from './20261130060000-dispute-answers.js';
import { FindChanges20261130092000 } from './20261130092000-find-changes.js';
import { FindErasedNoes20261130080000 } from './20261130080000-find-erased-noes.js';
import { FindMatches20261201115000 } from './20261201115000-find-matches.js';
import { GiveKeysOptions20261130091000 } from './20261130091000-give-keys-options.js';
import { GradeEvidence20261130122000 } from './20261130122000-grade-evidence.js';
import { GrowCatalogue20261130020000 } from './20261130020000-grow-catalogue.js';
import { KeepFingerprints20261130070000 } from './20261130070000-keep-fingerprints.js';
import { KeepOrganisations20261201140000 } from './20261201140000-keep-organisations.js';
import { RelateWorks20261203110000 } from './20261203110000-relate-works.js';
import { TellOfMatches20261203111000 } from './20261203111000-tell-of-matches.js';
import { KeepFiles20261203112000 } from './20261203112000-keep-files.js';
import { KeepWorks20261130093000 } from './20261130093000-keep-works.js';
import { GroupWorks20261202130000 } from './20261202130000-group-works.js';
import { HideIllegal20261202120000 } from './20261202120000-hide-illegal.js';
import { ExchangeEvidence20261202121000 } from './20261202121000-exchange-evidence.js';
import { LetPeopleGo20261122233000 } from './20261122233000-let-people-go.js';
import { ListStatementsOfSubject20261123010000 } from './20261123010000-list-statements-of-subject.js';
import { SignInWithProviders20261130122100 } from './20261130122100-sign-in-with-providers.js';
import { TellOfGrowth20261130094000 } from './20261130094000-tell-of-growth.js';
import { NameArtists20261201100000 } from './20261201100000-name-artists.js';
import { ModerateTogether20261201130000 } from './20261201130000-moderate-together.js';
import { SortByIndex20261202100000 } from './20261202100000-sort-by-index.js';
import { SearchInManyLanguages20261130071000 } from './20261130071000-search-in-many-languages.js';

/** Every migration, oldest first. Listed by hand: a glob would also load what was left lying about. */
export const migrations = [
  CreateRegistry20261122190000,
  CreateLogTree20261122230000,
  LetPeopleGo20261122233000,
  ListStatementsOfSubject20261123010000,
  GrowCatalogue20261130020000,
  DisputeAnswers20261130060000,
  KeepFingerprints20261130070000,
  SearchInManyLanguages20261130071000,
  FindErasedNoes20261130080000,
  GiveKeysOptions20261130091000,
  FindChanges20261130092000,
  KeepWorks20261130093000,
  TellOfGrowth20261130094000,
  GradeEvidence20261130122000,
  SignInWithProviders20261130122100,
  NameArtists20261201100000,
  FindMatches20261201115000,
  ModerateTogether20261201130000,
  KeepOrganisations20261201140000,
  SortByIndex20261202100000,
  AcceptTerms20261202110000,
  HideIllegal20261202120000,
  ExchangeEvidence20261202121000,
  GroupWorks20261202130000,
  RelateWorks20261203110000,
  TellOfMatches20261203111000,
  KeepFiles20261203112000,
  AskSecondFactor20261203120000,
  CountReceipts20261203121000,
  CarryNoes20261203130000,
  FindSomeSpeakers20261204100000,
  NameRuns20261204110000,
  KeepFindings20261204120000,
  MeetWhatIsLeft20261205100000,
];
