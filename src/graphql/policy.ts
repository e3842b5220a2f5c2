/**
 * Who may see and do what: the one table of authorisation, written by hand. A field that is not in it is refused, and
 * `guardSchema` refuses to start when table and schema differ. The same in words for callers: docs/api.md.
 */
import type { ApiScope, Role } from '../app/ports/accounts.js';

export interface Rule {
  /** Who, any of them: a role by name; `owner`: the account that the object belongs to; `account`: whoever is signed in. */
  readonly who: readonly (Role | 'anyone' | 'account' | 'owner')[];
  /** Which scope a program needs beside that. `any`: whatever scope led to the object. `none`: sessions only. */
  readonly key: ApiScope | 'any' | 'none';
  /** Answer null to everybody else instead of refusing: where asking is no mistake. */
  readonly orNull?: true;
}

export type Policy = Readonly<Record<string, Readonly<Record<string, Rule>>>>;

const rule = (key: Rule['key'], ...who: Rule['who']): Rule => ({ who, key });

const PUBLIC = rule('any', 'anyone');
/** Reached only through a field that has a rule of its own. */
const ANSWER = PUBLIC;
const OWN = rule('any', 'owner');
const OWN_IN_BROWSER = rule('none', 'owner');
const OWN_OR_DECIDING = rule('any', 'owner', 'moderator', 'admin');
const DECIDING = rule('any', 'moderator', 'admin');
const ENTRANCE = rule('none', 'anyone');
const IN_BROWSER = rule('none', 'account');
const DECLARING = rule('declare', 'account');
const MODERATING = rule('none', 'moderator', 'admin');

/** One rule for several fields. */
function fields(same: Rule, names: string): Record<string, Rule> {
  return Object.fromEntries(names.split(' ').map((name) => [name, same]));
}

const connection = fields(ANSWER, 'edges pageInfo');
const edge = fields(ANSWER, 'cursor node');
const error = fields(ANSWER, 'code message nextStep');

export const POLICY: Policy = {
  Query: {
    ...fields(
      rule('read', 'anyone'),
      'registry catalogueReport dataset datasets entry entries searchEntries searchByMeaning searchByPicture searchTogether statement statements given log viewer',
    ),
    ...fields(rule('read', 'anyone'), 'organisation organisations membership'),
    checkConsent: rule('check', 'anyone'),
    ...fields(rule('read', 'account'), 'claim work collection dispute'),
    ...fields(
      rule('read', 'moderator', 'admin'),
      'moderationQueue case findings queueLoad decisions disputes auditTrail',
    ),
    previewConsent: DECLARING,
  },
  Mutation: {
    ...fields(ENTRANCE, 'register requestSignIn signInWithPassword signInWithCode signInWithLink'),
    ...fields(ENTRANCE, 'resetPassword signOut confirmAddress giveSecondFactor'),
    ...fields(IN_BROWSER, 'beginSecondFactor turnOnSecondFactor turnOffSecondFactor'),
    ...fields(IN_BROWSER, 'requestConfirmation changePassword renewRecoveryCodes createApiKey revokeApiKey'),
    ...fields(IN_BROWSER, 'setArtistNames setMatchNews unlinkProvider'),
    ...fields(IN_BROWSER, 'createWebhook removeWebhook replayWebhook'),
    ...fields(DECLARING, 'openClaim renewChallenge verifyClaim mailClaimCode addEvidence withdrawClaim'),
    ...fields(DECLARING, 'addExhibit appealDispute removeFile removeSignedOriginal'),
    ...fields(DECLARING, 'declareConsent importAddresses withdrawStatement eraseStatementDetails'),
    withdrawWork: DECLARING,
    ...fields(
      DECLARING,
      'createCollection renameCollection sortWorks answerCollection endExceptions removeCollection',
    ),
    ...fields(DECLARING, 'registerWorks registerWorkAt lookForWork markMatchesSeen decideMatches'),
    ...fields(IN_BROWSER, 'createOrganisation verifyOrganisation inviteStaff answerInvitation changeStaff'),
    ...fields(DECLARING, 'sayForMembers addMembers removeMember revokeMandate'),
    passOnNoes: rule('pass-on', 'account'),
    answerMembership: rule('none', 'anyone'),
    eraseAccount: IN_BROWSER,
    ...fields(MODERATING, 'decideClaim decideClaims closeDispute closeDisputes setAside letSpeak'),
    ...fields(MODERATING, 'answerProposal answerProposals'),
    ...fields(MODERATING, 'holdCase addCaseNote decideReport decideAppeal hideIllegal showAgain'),
    makeReport: ENTRANCE,
    suspendOrganisation: MODERATING,
    withdrawRunName: DECLARING,
    hideBuilderName: MODERATING,
  },

  Account: {
    ...fields(OWN, 'id pseudonym role createdAt'),
    ...fields(
      OWN_IN_BROWSER,
      'email isEmailConfirmed hasPassword recoveryCodesLeft secondFactorSince sessions apiKeys webhooks organisations invitations matchNews linkedProviders',
    ),
    ...fields(
      rule('read', 'owner'),
      'artistNames claims disputes statements acceptances works collections newMatches',
    ),
    ...fields(rule('read', 'owner'), 'answersForAll receiptsSinceNo namedRuns'),
    mandates: rule('read', 'owner'),
  },
  ReceiptsSinceNo: fields(ANSWER, 'since dated named runs'),
  OwnRun: fields(OWN, 'logIndex name isHidden statedAt size rows denied'),
  WithdrawRunNamePayload: fields(ANSWER, 'logIndex'),
  HideBuilderNamePayload: fields(ANSWER, 'runs'),
  RunsWithAnswer: fields(ANSWER, 'runs builders'),
  BuilderRuns: fields(ANSWER, 'name isProven runs'),
  Organisation: fields(PUBLIC, 'id kind name state domain verifiedBy verifiedAt createdAt members answers'),
  OrganisationDesk: fields(OWN, 'organisation role staff invitations counts members'),
  Colleague: fields(OWN, 'account email role since'),
  StaffInvitation: fields(OWN, 'organisation email role expiresAt'),
  MemberCounts: fields(OWN, 'members confirmed left claims'),
  Member: fields(OWN, 'id reference name email createdAt toldAt leftAt mandates'),
  GivenMandate: fields(OWN, 'organisation mandate'),
  Mandate: fields(ANSWER, 'id grade grantedAt expiresAt revokedAt revokedBy'),
  Membership: fields(ANSWER, 'organisation mandates name leftAt saysNo refusesMail addresses'),
  Session: fields(OWN_IN_BROWSER, 'id userAgent createdAt lastSeenAt expiresAt isCurrent'),
  ApiKey: fields(
    OWN_IN_BROWSER,
    'id name prefix scopes isStrict checksPerMinute createdAt lastUsedAt expiresAt revokedAt',
  ),

  LinkedProvider: fields(OWN_IN_BROWSER, 'id name isOnlyWay profile linkedAt seenAt'),
  MatchNews: fields(OWN_IN_BROWSER, 'mails language canMail feedSince'),
  MatchNewsPayload: fields(ANSWER, 'account feedAddress'),
  Webhook: fields(OWN_IN_BROWSER, 'id url createdAt toldSize failingSince nextAttemptAt disabledAt attempts'),
  WebhookAttempt: fields(ANSWER, 'since size attemptedAt status problem'),

  Claim: {
    ...fields(OWN_OR_DECIDING, 'id kind address capacity state assurance claimant isContested knownEntries'),
    ...fields(OWN_OR_DECIDING, 'createdAt verifiedAt decidedAt decisionReason evidence files proof work'),
    signedOriginals: OWN_OR_DECIDING,
    challenge: { ...OWN, orNull: true },
    history: { ...DECIDING, orNull: true },
  },
  ClaimantHistory: fields(DECIDING, 'since made held rejected'),
  Challenge: {
    ...fields(OWN, 'token ways fileUrl fileContent recordName metaElement profileLink pageUrl mailAddresses'),
    ...fields(OWN, 'siteRefuses expiresAt lastCheckedAt lastReason lastProblem'),
  },
  Proof: {
    ...fields(OWN_OR_DECIDING, 'method provenAt checkedAt nextCheckAt failingSince lapsesAt lapsedAt'),
    ...fields(OWN_OR_DECIDING, 'lastReason lastProblem'),
  },
  KeptFile: fields(OWN_OR_DECIDING, 'id kind contentType sha256 bytes addedAt'),
  SignedOriginal: fields(
    OWN_OR_DECIDING,
    'id contentType sha256 bytes isRegisteredFile state signatures answers readAt',
  ),
  OriginalSignature: fields(ANSWER, 'kind name organisation domains emails provenNames signedAt doubt'),
  OriginalAnswer: fields(ANSWER, 'use preference'),
  Evidence: fields(OWN_OR_DECIDING, 'id text link submittedAt'),
  Work: {
    ...fields(
      OWN_OR_DECIDING,
      'id medium title width height sha256 pdq isPlain identifiers waitsSince createdAt',
    ),
    ...fields(OWN_OR_DECIDING, 'claim locations otherHolders matchCounts matches meaning statements'),
    collection: { ...OWN, orNull: true },
  },
  Collection: fields(OWN, 'id name answers createdAt counts works'),
  CollectionAnswer: fields(OWN, 'use preference terms expiresAt'),
  CollectionCounts: fields(OWN, 'follows excepted waiting'),
  CollectionWork: fields(OWN, 'work standing'),
  WorkIdentifier: fields(OWN_OR_DECIDING, 'kind value'),
  WorkLocation: fields(OWN_OR_DECIDING, 'url canonicalUrl'),
  WorkMeaning: fields(OWN_OR_DECIDING, 'state models message nextStep'),
  WorkMatchCount: fields(OWN_OR_DECIDING, 'state count unseen'),
  WorkMatch: {
    ...fields(OWN_OR_DECIDING, 'id address entry kind method distance orientation partsAlike score'),
    ...fields(OWN_OR_DECIDING, 'state confirmedBy foundAt decidedAt isNew'),
  },
  Dispute: {
    ...fields(
      DECIDING,
      'id cause kind address claims answers openedAt closedAt outcome closingReason reason exhibits',
    ),
  },
  DisputeFile: {
    ...fields(
      OWN_OR_DECIDING,
      'id cause kind address answers openedAt closedAt outcome closingReason reason',
    ),
    ...fields(OWN_OR_DECIDING, 'ownClaimant exhibits appeals takesExhibits canAppeal appealUntil'),
    ...fields(OWN_OR_DECIDING, 'lacksDecider appealedFrom'),
  },
  Exhibit: fields(OWN_OR_DECIDING, 'id claimant isOwn text link file submittedAt'),
  ExhibitedFile: fields(OWN_OR_DECIDING, 'name sha256 bytes'),
  Appeal: fields(OWN_OR_DECIDING, 'id claimant isOwn text link madeAt decidedAt outcome reason'),
  AppealCase: fields(DECIDING, 'appeal dispute'),
  AnswerDispute: {
    ...fields(PUBLIC, 'id openedAt lapsesAt closedAt outcome closingReason statements'),
    awaitsModerator: { ...OWN_OR_DECIDING, orNull: true },
  },

  Case: {
    ...fields(
      DECIDING,
      'id harm waitsSince isProven ties claims disputes appeals reports proposals works notes',
    ),
    ...fields(DECIDING, 'claimIds disputeIds proposalIds heldBy heldUntil'),
  },
  SideFindings: fields(
    DECIDING,
    'claimId claimant works pictures earliest names largest holdsLargest agreeing',
  ),
  ComparedPicture: fields(ANSWER, 'entry role method distance'),
  EarliestHolding: fields(ANSWER, 'dataset releasedBy undated'),
  NamesFound: fields(ANSWER, 'captions hasOwnNames own others'),
  CaptionedName: fields(ANSWER, 'name captions'),
  LargestOriginal: fields(ANSWER, 'own held heldBy'),
  PixelSize: fields(ANSWER, 'width height'),
  AgreeingEntries: fields(ANSWER, 'entries datasets ofWork'),
  CaseNote: fields(DECIDING, 'id author text writtenAt'),
  QueueLoad: fields(DECIDING, 'harm cases items waitsSince ages'),
  DecidedThen: fields(DECIDING, 'from count reasons'),
  ReasonCount: fields(ANSWER, 'reason count'),
  Report: fields(DECIDING, 'id kind placeKind address text link isFromAccount madeAt outcome'),
  Proposal: fields(DECIDING, 'id action target input proposedBy proposedAt'),
  AuditEvent: fields(DECIDING, 'id actor action target reason details createdAt'),

  Registry: fields(
    PUBLIC,
    'name logSize mailEnabled signInProviders isDemo rulesVersion canonicalUrlVersion uses meaning',
  ),
  SignInProvider: fields(PUBLIC, 'id name'),
  MeaningStatus: fields(PUBLIC, 'state model trainedOn message nextStep'),
  MeaningMatches: fields(PUBLIC, 'matches model revision searched vectorsSearched'),
  MeaningMatch: fields(PUBLIC, 'entry similarity method'),
  TogetherMatches: fields(PUBLIC, 'matches ways looked searched'),
  CandidateLooks: fields(PUBLIC, 'read missed left'),
  FusedMatch: fields(PUBLIC, 'entry score reasons'),
  WayTaken: fields(PUBLIC, 'way found obstacle nextStep'),
  FoundReason: fields(
    PUBLIC,
    'way rank similarity meaning likeness distance orientation partsCompared partsAlike',
  ),
  Dataset: {
    ...fields(PUBLIC, 'slug title description licence medium publisher sourceUrl release isOpen isDemo'),
    ...fields(PUBLIC, 'rowsHeld rowsPublished createdAt vectors pictures facets files'),
  },
  DatasetVectors: fields(PUBLIC, 'model revision dimensions rows'),
  DatasetFile: fields(PUBLIC, 'id name rowsRead rowsAdded rowsKnown rejected startedAt finishedAt'),
  DatasetPictures: fields(PUBLIC, 'read missed'),
  RejectedRows: fields(PUBLIC, 'reason rows'),
  Searched: fields(PUBLIC, 'datasets rowsHeld rowsPublished share'),
  SearchWidening: fields(PUBLIC, 'typed also hasOwnNames'),
  SearchFacets: fields(PUBLIC, 'hits areEstimates datasets hosts sizes aesthetic'),
  DatasetCount: fields(PUBLIC, 'dataset count'),
  HostCount: fields(PUBLIC, 'host count'),
  SizeCount: fields(PUBLIC, 'size count'),
  ScoreCount: fields(PUBLIC, 'from count'),
  CatalogueReport: fields(PUBLIC, 'lines searched askedAt'),
  ReportLine: fields(PUBLIC, 'subject kind rows pictures areEstimates counts artists claimed matched'),
  ReportCount: fields(PUBLIC, 'dataset rows pictures areEstimates'),
  Entry: {
    ...fields(
      PUBLIC,
      'id dataset url host caption author width height language licence similarity aesthetic',
    ),
    ...fields(
      PUBLIC,
      'unsafeProbability watermarkProbability isHidden isRated isReported thumbnailUrl picture similar answers',
    ),
  },
  EntryPicture: fields(PUBLIC, 'lookedAt origin problem isAnother width height sha256 pdq quality'),
  PictureMatches: fields(PUBLIC, 'matches matchesHidden picture searched rowsFingerprinted'),
  PictureMatch: fields(PUBLIC, 'entry likeness distance orientation partsCompared partsAlike'),
  SearchedPicture: fields(PUBLIC, 'sha256 width height pdq quality isPlain'),
  UseAnswer: fields(PUBLIC, 'use decision assurance'),
  Statement: {
    ...fields(PUBLIC, 'id logIndex claimant capacity subjectKind subjectDigest address use preference terms'),
    ...fields(PUBLIC, 'basis ownWorks reservesRights assurance standsNow statedAt expiresAt withdrawnAt'),
    ...fields(
      PUBLIC,
      'opening supersededBy isMine isSetAside heardFrom disputes leaf proof work organisation runs',
    ),
  },
  Acceptance: fields(OWN, 'digest name signer uses takenAt logIndex statement document'),
  Terms: fields(PUBLIC, 'licenceUrl credit feeUrl contact'),
  Opening: fields(PUBLIC, 'text salt'),
  ConsentReport: fields(PUBLIC, 'answers logSize moment answeredAt rulesVersion canonicalUrlVersion'),
  ConsentAnswer: fields(PUBLIC, 'url canonicalUrl notAnswered decisions'),
  ItemDecision: fields(PUBLIC, 'use decision assurance mandate decidedBy notCounted'),
  DecidingStatement: fields(PUBLIC, 'reason via statement'),
  NotCountedStatement: fields(PUBLIC, 'reason statement'),

  Log: {
    ...fields(PUBLIC, 'origin verifierKeys trouble continues figures namedBuilders namelessRuns'),
    ...fields(PUBLIC, 'checkpoint entry entries inclusionProof consistencyProof'),
  },
  NamedBuilder: fields(PUBLIC, 'name isProven runs lastAt rows denied latest'),
  NamedRun: fields(PUBLIC, 'logIndex leafHash statedAt size uses allowed denied conditional unanswered salt'),
  Figures: fields(PUBLIC, 'answers leaves'),
  AnswerCount: fields(PUBLIC, 'use preference count'),
  LeafCount: fields(PUBLIC, 'month kind count'),
  LogContinuation: fields(PUBLIC, 'origin size root held'),
  Checkpoint: fields(PUBLIC, 'size root note signedAt'),
  LogEntry: fields(PUBLIC, 'index leafHash kind leaf loggedAt proof'),
  InclusionProof: fields(PUBLIC, 'index size leafHash hashes root'),
  ConsistencyProof: fields(PUBLIC, 'oldSize newSize hashes oldRoot newRoot'),

  PageInfo: fields(ANSWER, 'endCursor hasNextPage'),
  AcceptanceConnection: connection,
  AcceptanceEdge: edge,
  AuditEventConnection: connection,
  AuditEventEdge: edge,
  CaseConnection: connection,
  CaseEdge: edge,
  ClaimConnection: connection,
  ClaimEdge: edge,
  DatasetFileConnection: connection,
  DatasetFileEdge: edge,
  DisputeConnection: connection,
  DisputeEdge: edge,
  StatementConnection: connection,
  StatementEdge: edge,
  LogEntryConnection: connection,
  LogEntryEdge: edge,
  MemberConnection: connection,
  MemberEdge: edge,
  NamedBuilderConnection: connection,
  NamedBuilderEdge: edge,
  OwnRunConnection: connection,
  OwnRunEdge: edge,
  OrganisationConnection: connection,
  OrganisationEdge: edge,
  CollectionConnection: connection,
  CollectionEdge: edge,
  CollectionWorkConnection: connection,
  CollectionWorkEdge: edge,
  WorkConnection: connection,
  WorkEdge: edge,
  WorkMatchConnection: connection,
  WorkMatchEdge: edge,
  EntryConnection: {
    ...connection,
    ...fields(ANSWER, 'searched foundBy widenings suggestions hasUnseen facets'),
  },
  EntryEdge: edge,

  AccountPayload: fields(ANSWER, 'account'),
  SignInPayload: fields(ANSWER, 'account'),
  RegisterPayload: fields(ANSWER, 'account recoveryCodes'),
  RequestSignInPayload: fields(ANSWER, 'sentTo'),
  RequestConfirmationPayload: fields(ANSWER, 'sentTo'),
  RenewRecoveryCodesPayload: fields(ANSWER, 'recoveryCodes'),
  BeginSecondFactorPayload: fields(ANSWER, 'secret uri'),
  TurnOnSecondFactorPayload: fields(ANSWER, 'account recoveryCodes'),
  SignOutPayload: fields(ANSWER, 'sessionsEnded'),
  CreateApiKeyPayload: fields(ANSWER, 'apiKey secret'),
  RevokeApiKeyPayload: fields(ANSWER, 'apiKey'),
  CreateWebhookPayload: fields(ANSWER, 'webhook secret'),
  RemoveWebhookPayload: fields(ANSWER, 'webhook'),
  ReplayWebhookPayload: fields(ANSWER, 'webhook'),
  ClaimPayload: fields(ANSWER, 'claim'),
  MailClaimCodePayload: fields(ANSWER, 'claim sentTo'),
  DecideClaimPayload: fields(ANSWER, 'claim proposal'),
  DecideClaimsPayload: fields(ANSWER, 'results'),
  CloseDisputePayload: fields(ANSWER, 'dispute proposal'),
  CloseDisputesPayload: fields(ANSWER, 'results'),
  AddExhibitPayload: fields(ANSWER, 'dispute'),
  AppealDisputePayload: fields(ANSWER, 'dispute'),
  DecideAppealPayload: fields(ANSWER, 'appeal proposal'),
  DisputeFileConnection: connection,
  DisputeFileEdge: edge,
  AnswerProposalPayload: fields(ANSWER, 'proposal'),
  AnswerProposalsPayload: fields(ANSWER, 'results'),
  ProposedPayload: fields(ANSWER, 'proposal'),
  HoldCasePayload: fields(ANSWER, 'case'),
  AddCaseNotePayload: fields(ANSWER, 'note'),
  MakeReportPayload: fields(ANSWER, 'id'),
  DecideReportPayload: fields(ANSWER, 'report'),
  HideIllegalPayload: fields(ANSWER, 'id'),
  DeclareConsentPayload: fields(ANSWER, 'statements countsNow nextStep'),
  WithdrawStatementPayload: fields(ANSWER, 'statement'),
  ImportAddressesPayload: fields(ANSWER, 'rows'),
  ImportedAddressPayload: fields(ANSWER, 'address kind status countsNow message'),
  ConsentPreview: fields(ANSWER, 'datasets countsNow nextStep logSize'),
  PreviewedDataset: fields(ANSWER, 'dataset entries isAtLeast lookedAt turns turnsOnceShown'),
  PreviewedTurn: fields(ANSWER, 'use from to entries'),
  RegisteredWorkPayload: fields(ANSWER, 'work isNew'),
  RegisterWorksPayload: fields(ANSWER, 'works'),
  WorkPayload: fields(ANSWER, 'work'),
  CollectionPayload: fields(ANSWER, 'collection'),
  SortWorksPayload: fields(ANSWER, 'sortedIds'),
  RemoveCollectionPayload: fields(ANSWER, 'removedId'),
  DecideMatchesPayload: fields(ANSWER, 'matches'),
  OrganisationPayload: fields(ANSWER, 'organisation'),
  TakenMembersPayload: fields(ANSWER, 'results'),
  TakenMemberPayload: fields(ANSWER, 'status fault problem'),
  SayForMembersPayload: fields(ANSWER, 'statement'),
  RemoveMemberPayload: fields(ANSWER, 'member'),
  MembershipPayload: fields(ANSWER, 'membership'),
  RevokeMandatePayload: fields(ANSWER, 'mandate'),
  EraseAccountPayload: fields(ANSWER, 'logIndex ended standing'),
  EraseStatementDetailsPayload: fields(ANSWER, 'statement'),

  AlreadyClaimedError: { ...error, claim: ANSWER },
  AlreadyDecidedError: error,
  AskQuotaError: { ...error, quota: ANSWER },
  ChallengeExpiredError: error,
  ChallengeFailedError: { ...error, ...fields(ANSWER, 'claim reason') },
  EmailTakenError: error,
  IdempotencyConflictError: error,
  InvalidAddressError: error,
  InvalidEmailError: error,
  InvalidInputError: { ...error, field: ANSWER },
  InvalidSearchError: { ...error, ...fields(ANSWER, 'problem position length') },
  LastOwnerError: error,
  MailDisabledError: error,
  MeaningUnavailableError: error,
  NotFoundError: error,
  NotOwnWorksError: error,
  OrganisationUnverifiedError: error,
  PictureRefusedError: { ...error, reason: ANSWER },
  PublicSuffixError: error,
  RoleHeldError: error,
  TermsMissingError: error,
  TooManyAttemptsError: { ...error, retryAfterSeconds: ANSWER },
  WeakPasswordError: error,
  WrongCredentialsError: error,
  SecondFactorNeededError: error,
};
