import type { ErasedNoes } from '../app/accounts/forget-account.js';
import type { SearchWayName } from '../app/catalogue/fusion/fuse-found.js';
import type { ImportedAddress } from '../app/consent/import-addresses.js';
import type { LogTrouble } from '../app/log/log-status.js';
import type { ApiScope, Role } from '../app/ports/accounts.js';
import type { ReportedKind } from '../app/catalogue/reports/report-on.js';
import type { FoundBy, Medium } from '../app/ports/catalogue.js';
import type { ClaimState } from '../app/ports/claims.js';
import type { MeaningState } from '../app/ports/embedder.js';
import type { NearestMethod } from '../app/ports/embeddings.js';
import type { KeptFileKind } from '../app/ports/kept-files.js';
import type { OriginalState, SignatureDoubt, SignatureKind } from '../app/ports/signed-originals.js';
import type { MailLanguage } from '../app/accounts/origin.js';
import type { FeedChange } from '../app/works/news/set-match-news.js';
import type { WorkMeaningState } from '../app/works/describe-work-meaning.js';
import type { PictureOrigin } from '../app/ports/fingerprints.js';
import type { ProofMethod, ProofProblem } from '../app/ports/proofs.js';
import type { StatementRow } from '../app/ports/log.js';
import type { CollectionStanding } from '../app/ports/collections.js';
import type { IdentifierKind, WorkMatchKind, WorkMatchMethod, WorkMatchState } from '../app/ports/works.js';
import type { RefusalCode } from '../app/refusal.js';
import type { Assurance } from '../core/consent/assurance.js';
import type { Basis } from '../core/consent/basis.js';
import type { Capacity } from '../core/consent/capacity.js';
import type { Answer } from '../core/consent/decision.js';
import type { Preference } from '../core/consent/preference.js';
import type { PlaceKind } from '../core/consent/subject.js';
import type { Use } from '../core/consent/use.js';
import type { DisputeCause, DisputeOutcome, DisputeReason } from '../core/log/dispute-leaf.js';
import type { LikenessKind } from '../core/likeness/likeness-kind.js';
import type { Orientation } from '../core/likeness/orientation.js';
import type { LeafKind } from '../core/log/leaf.js';
import type { MatchConfirmer } from '../core/log/match-leaf.js';
import type { DecisionReason } from '../core/moderation/decision-reasons.js';
import type { MeaningKind } from '../core/search/meaning-kind.js';
import type { SearchProblemCode } from '../core/search/search-problem.js';
import type { SearchSort } from '../core/search/search-sort.js';
import type { SizeClass } from '../core/search/size-class.js';
import type { AppealOutcome } from '../app/ports/dispute-exchange.js';
import type { ProposedAction, ReportKind, ReportOutcome } from '../app/ports/moderation.js';
import type { DecidedBy } from '../app/moderation/queue/read-decisions.js';
import type { PictureRole } from '../app/moderation/findings/side.js';
import type { Harm, Tie } from '../core/moderation/triage.js';
import { defineEnum } from './define-enum.js';

export const RoleEnum = defineEnum<Role>('Role', 'What an account is for. A role is a duty, not a rank.', {
  artist: 'Says what may be done with works. Every account can do that.',
  builder: 'Builds datasets and asks before training.',
  moderator: 'Decides claims and disputes.',
  admin: 'Runs the registry, and decides claims and disputes.',
});

export const ApiScopeEnum = defineEnum<ApiScope>('ApiScope', 'What a program may do with an API key.', {
  read: 'Read whatever the account may read.',
  check: 'Ask what the registry answers about addresses.',
  declare: 'Claim places and put answers on record in the name of the account.',
  'pass-on': 'Pass on noes of members of a platform for which the account works, and nothing else.',
});

export const ImportStatusEnum = defineEnum<ImportedAddress['status']>(
  'ImportStatus',
  'What became of an address of a list.',
  {
    recorded: 'Your no is on record, dated today.',
    known: 'You had said no to it already.',
    refused: 'Nothing was recorded about it.',
  },
);

export const MediumEnum = defineEnum<Medium>('Medium', 'What the addresses of a dataset lead to.', {
  image: 'Pictures.',
  text: 'Texts.',
  audio: 'Sounds.',
});

export const ReportedKindEnum = defineEnum<ReportedKind>(
  'ReportedKind',
  'What a report takes a subject for.',
  {
    name: 'A name: its words stand together in a caption or as an author.',
    place: 'A site or an address: the entry leads there.',
  },
);

export const PictureOriginEnum = defineEnum<PictureOrigin>('PictureOrigin', 'Where a picture was had from.', {
  address: 'Its address.',
  own: 'This program, which draws it.',
  shard: 'A file that the dataset was published as. It holds pictures made smaller.',
});

export const LikenessKindEnum = defineEnum<LikenessKind>('LikenessKind', 'How sure a match of pictures is.', {
  'same-file': 'The same bytes.',
  'same-picture':
    'The same picture, as sure as a machine may be: at most 31 bits of PDQ apart, neither too plain.',
  'probably-same': 'It shows the picture as a whole or in part, or a version of it, as far as can be told.',
  similar: 'Parts look alike. Look for yourself.',
});

export const OrientationEnum = defineEnum<Orientation>(
  'Orientation',
  'How a picture is laid down: mirrored left to right or not, then turned clockwise.',
  {
    upright: 'As it is.',
    mirrored: 'Mirrored.',
    'turned-90': 'Turned by 90°.',
    'turned-180': 'Turned by 180°.',
    'turned-270': 'Turned by 270°.',
    'mirrored-turned-90': 'Mirrored and turned by 90°.',
    'mirrored-turned-180': 'Mirrored and turned by 180°.',
    'mirrored-turned-270': 'Mirrored and turned by 270°.',
  },
);

export const IdentifierKindEnum = defineEnum<IdentifierKind>(
  'IdentifierKind',
  'A scheme by which works are known in catalogues of their kind.',
  {
    isrc: 'Of a recording (ISO 3901).',
    iswc: 'Of a piece of music (ISO 15707).',
    isbn: 'Of a book (ISO 2108).',
    issn: 'Of a serial (ISO 3297).',
    doi: 'Of whatever was given one (ISO 26324).',
  },
);

export const WorkMatchKindEnum = defineEnum<WorkMatchKind>(
  'WorkMatchKind',
  'How sure it is that an entry is a work.',
  {
    'same-file': 'The same bytes.',
    'same-picture':
      'The same picture, as sure as a machine may be: at most 31 bits of PDQ apart, neither too plain.',
    'probably-same': 'It shows the work as a whole or in part, or a version of it, as far as can be told.',
    similar: 'Parts look alike. Look for yourself.',
    sibling: 'Another size of it, or the same address through a proxy, by how the address is written.',
  },
);

export const WorkMatchMethodEnum = defineEnum<WorkMatchMethod>(
  'WorkMatchMethod',
  'By what a work was found.',
  {
    sha256: 'SHA-256 of the bytes.',
    md5: 'MD5 of the bytes, which can be forged: it carries a no and never a yes.',
    pdq: 'PDQ of the whole pictures.',
    parts: 'Parts that lie where they should.',
    embedding: 'Nearness in meaning: the cosine of two vectors of one model.',
    address: 'How its address is written: another size, or a proxy.',
    chromaprint: 'Chromaprint of the recordings.',
    text: 'Shingles of the texts.',
    declared: 'The word of its claimant, who named the very address.',
  },
);

export const CollectionStandingEnum = defineEnum<CollectionStanding>(
  'CollectionStanding',
  'How the answer of a work stands to that of its collection.',
  {
    follows: 'It is that of the collection.',
    excepted: 'It is another, and is kept when that of the collection changes.',
    waiting: 'The last change has not reached it; it does within minutes.',
  },
);

export const WorkMatchStateEnum = defineEnum<WorkMatchState>(
  'WorkMatchState',
  'What has become of a match.',
  {
    suggested: 'Nothing rests on it until its claimant confirms it.',
    waiting: 'The work meets more than 1,000 addresses of others, so that a moderator has to look first.',
    matched: 'A machine is sure. A no about the work holds there; a yes waits to be confirmed.',
    confirmed: 'A person said that it is the work.',
    rejected: 'It is not the work.',
  },
);

export const MatchConfirmerEnum = defineEnum<MatchConfirmer>(
  'MatchConfirmer',
  'Who says that a match is one.',
  {
    machine: 'A machine, which measured it.',
    claimant: 'Whoever registered the work.',
    moderator: 'A moderator.',
  },
);

export const SearchWayEnum = defineEnum<SearchWayName>('SearchWay', 'By what an entry was found.', {
  words: 'Its caption, author or host holds the words.',
  likeness: 'It shows the picture, or parts and versions of it.',
  'meaning-of-words': 'Its picture means what the words say, as far as a model can tell.',
  'meaning-of-picture': 'Its picture means what the other picture does, as far as a model can tell.',
});

export const MeaningKindEnum = defineEnum<MeaningKind>(
  'MeaningKind',
  'What may be said of two pictures by their vectors alone.',
  {
    'nearly-the-same': 'A cosine of at least 0.94: nearly the same picture.',
    similar: 'Below that: similar, and no more, whoever or whatever is in both.',
  },
);

export const MeaningStateEnum = defineEnum<MeaningState>(
  'MeaningState',
  'Whether words and pictures can be looked for by meaning.',
  {
    off: 'No: the operator did not turn it on.',
    'no-weights': 'No: the files of the model are not there.',
    ready: 'Yes.',
    failed: 'No: the model did not work, and is tried again in a while.',
  },
);

export const KeptFileKindEnum = defineEnum<KeptFileKind>('KeptFileKind', 'What a kept file is.', {
  original: 'The file of a work.',
  screenshot: 'Of a profile that shows the code of a claim, for a moderator.',
});

export const OriginalStateEnum = defineEnum<OriginalState>(
  'OriginalState',
  'Whether a signed file is as it was signed.',
  {
    unchanged: 'Everything but the manifest is as it was signed.',
    changed: 'Something is not as it was signed.',
    unbound: 'The manifest does not say of the whole file how it was, in a way that is read here.',
  },
);

export const SignatureKindEnum = defineEnum<SignatureKind>(
  'SignatureKind',
  'What a signature stands under.',
  {
    c2pa: 'Everything that the file says of itself.',
    cawg: 'The identity of one who made it.',
  },
);

export const SignatureDoubtEnum = defineEnum<SignatureDoubt>(
  'SignatureDoubt',
  'Why a signature counts as on no list.',
  {
    broken: 'It does not fit what it stands under.',
    unread: 'It is of a kind that is not read here.',
    unfit: 'The certificate is not made for signing works.',
    'out-of-date':
      'The certificate was not valid when it signed, or is not now where nobody known says when that was.',
    unlisted: 'Nothing leads from the certificate to the operator’s list.',
  },
);

export const MailLanguageEnum = defineEnum<MailLanguage>(
  'MailLanguage',
  'A language in which mails are written.',
  {
    en: 'English.',
    es: 'Spanish.',
  },
);

export const FeedChangeEnum = defineEnum<FeedChange>('FeedChange', 'What becomes of the address of a feed.', {
  keep: 'It stays as it is.',
  renew: 'There is a new one, and the one before leads nowhere.',
  end: 'There is none.',
});

export const WorkMeaningStateEnum = defineEnum<WorkMeaningState>(
  'WorkMeaningState',
  'Whether a work is looked for by what its picture means.',
  {
    compared: 'Yes, in the rows that have a vector of the same model.',
    'no-picture': 'No: only pictures are.',
    'no-vector': 'No: the model at work has not seen it.',
    off: 'No: the operator did not turn search by meaning on.',
    'no-weights': 'No: the files of the model are not there.',
    failed: 'No: the model did not work, and is tried again in a while.',
  },
);

export const NearestMethodEnum = defineEnum<NearestMethod>('NearestMethod', 'How the nearest are found.', {
  exact: 'By comparing with every vector: none that is nearer was missed.',
  index: 'Along an index, which may miss some.',
});

export const UseEnum = defineEnum<Use>('Use', 'What somebody may want to do with a work.', {
  'text-and-data-mining': 'Any automated analysis. Contains training of AI.',
  'train-ai': 'Training of any AI model. Contains training of generative AI.',
  'train-generative-ai': 'Training of models that make pictures, text or sound.',
  'ai-inference': 'Giving the work to a finished model as input.',
  search: 'Listing the work so that it can be found where it is.',
});

export const PreferenceEnum = defineEnum<Preference>('Preference', 'What a statement says about its use.', {
  allow: 'Yes.',
  deny: 'No.',
  conditional: 'No, unless the terms are met.',
});

export const BasisEnum = defineEnum<Basis>('Basis', 'What entitles a claimant to make a statement.', {
  'own-right': 'The right is their own.',
  mandate: 'Whoever holds the right has asked them to.',
  'public-domain': 'Nobody holds rights any more. Counts once a moderator has looked.',
  cc0: 'The rights were given up by CC0. Counts once a moderator has looked.',
});

export const CapacityEnum = defineEnum<Capacity>('Capacity', 'As what a claimant speaks.', {
  author: 'Made the work.',
  rightsholder: 'Holds the rights without having made the work.',
  agent: 'Acts for the author or rightsholder.',
  heir: 'Inherited the rights.',
  host: 'Runs the place where works of others are shown. Can say no, never yes.',
  'person-depicted': 'Is shown in the work. Can say no, never yes.',
});

export const AssuranceEnum = defineEnum<Assurance>(
  'Assurance',
  'How well it is known that a claimant may speak. Control of a place is not authorship.',
  {
    asserted: 'They said so.',
    verified: 'A machine proved that they control the place.',
    reviewed: 'A moderator looked at the evidence.',
  },
);

export const PlaceKindEnum = defineEnum<PlaceKind>('PlaceKind', 'How much a place covers.', {
  url: 'One address.',
  path: 'A folder and everything below it.',
  domain: 'A host and everything below it.',
});

export const SubjectKindEnum = defineEnum<StatementRow['kind']>('SubjectKind', 'What a statement is about.', {
  url: 'One address.',
  path: 'A folder and everything below it.',
  domain: 'A host and everything below it.',
  content: 'A work, wherever it lies.',
  account: 'All works and places of an account.',
});

export const ClaimStateEnum = defineEnum<ClaimState>('ClaimState', 'What has become of a claim.', {
  open: 'Made, and neither proven nor decided.',
  active: 'Proven or approved, and held by nobody else.',
  disputed: 'Several accounts have proven to hold the place; a moderator decides.',
  rejected: 'Turned down by a moderator.',
  withdrawn: 'Ended by its claimant.',
  lapsed: 'Ended by the passing of time.',
});

export const ProofMethodEnum = defineEnum<ProofMethod>(
  'ProofMethod',
  'How a machine sees that somebody controls a place.',
  {
    'well-known-file': 'A text file on the site, or in the folder.',
    'dns-txt': 'A text record in the DNS.',
    'html-link': 'An element in the head of the page, or a link with rel="me" on a profile.',
    'domain-mail': 'A code that was mailed to who runs the domain.',
    'openid-connect': 'A sign-in at the site of the profile, which says whose it is.',
  },
);

export const ProofProblemEnum = defineEnum<ProofProblem>('ProofProblem', 'Why nothing is proven.', {
  absent: 'It is not there.',
  replaced: 'What is there belongs to this claim, and was replaced by a newer one.',
  'other-claim': 'What is there belongs to another claim.',
  'other-account': 'What is there belongs to another account.',
  'wrong-place': 'It is there, where it does not count.',
  'site-refuses': 'The site lets no program look.',
  'not-reached': 'The site or its name could not be reached.',
  unreadable: 'What is there is of the wrong type, too large, or in an unknown encoding.',
  'wrong-code': 'The code is wrong, too old, or used up.',
});

export const DisputeCauseEnum = defineEnum<DisputeCause>('DisputeCause', 'What a dispute is about.', {
  'no-against-yes':
    'What is answered: somebody says no on their word, and somebody who has shown that the place, or the work there, is theirs says yes, as it is or on terms.',
  'rival-claims': 'Whose a place is: several accounts have shown that it is theirs.',
  report: 'Whether a claim is false, as somebody else says.',
});

export const DisputeOutcomeEnum = defineEnum<DisputeOutcome>(
  'DisputeOutcome',
  'How a dispute ended. The first three are for answers, the others for claims.',
  {
    'no-stands': 'The no stands.',
    'yes-stands': 'The yes stands, and the no was set aside.',
    settled: 'The two no longer say what stood against each other.',
    'claim-upheld': 'One claim keeps the place.',
    'none-upheld': 'None of the claims does.',
  },
);

export const DisputeClosingReasonEnum = defineEnum<DisputeReason>(
  'DisputeClosingReason',
  'Why a dispute ended.',
  {
    'no-evidence-in-time': 'Whoever said no showed nothing within 14 days.',
    'evidence-reviewed': 'What was shown was looked at, by a moderator or by a machine.',
    'claimant-withdrew': 'One side gave up what it claimed or said, or it ran out.',
  },
);

export const DecisionReasonEnum = defineEnum<DecisionReason>(
  'DecisionReason',
  'Why a moderator decided a claim or a dispute as they did. Each reason goes with some of these decisions.',
  {
    'evidence-convincing': 'The evidence shows it. To approve, and for disputes.',
    'public-record': 'A public record shows it. To approve, and for disputes.',
    'mandate-shown': 'Whoever holds the rights has asked them to act. To approve, and for disputes.',
    'evidence-missing': 'Nothing, or too little, was shown. To reject, and for disputes.',
    'evidence-contradicted': 'What was shown speaks against it. To reject.',
    'someone-else': 'It belongs to somebody else. To reject, and to hide a name.',
    'mandate-missing': 'They act for somebody, and did not show that they may. To reject.',
    'public-domain': 'Nobody holds rights in the work any more. To reject, and for disputes.',
    'deceased-author':
      'Its author has died, and who claims it showed no right to it. To reject, and for disputes.',
    'legal-order': 'A court or an authority demands it. To set aside, and to let speak again.',
    abuse: 'It was claimed against better knowledge. To reject, and for disputes.',
    illegal:
      'It may be shown to nobody, and is hidden at once from everybody. To reject, and to uphold a report.',
  },
);

export const DecisionValueEnum = defineEnum<Answer>(
  'DecisionValue',
  'The answer about one item and one use. Only ALLOWED is permission; treat a value you do not know as DENIED.',
  {
    ALLOWED: 'Somebody entitled said yes, and nobody who counts said no.',
    DENIED: 'Somebody who counts said no.',
    CONDITIONAL: 'No, unless the terms of the deciding statements are met.',
    UNKNOWN: 'Nobody has answered. This is not permission.',
  },
);

export const LeafKindEnum = defineEnum<LeafKind>('LeafKind', 'What a leaf of the log says.', {
  statement: 'An answer about a use of a place or a work.',
  withdrawal: 'An answer has ended.',
  claim: 'Somebody claimed a place or a work.',
  assurance: 'What a claim has reached, or that it has ended.',
  dispute: 'Claims or answers stand against each other, or no longer do.',
  match: 'A work was found at an address, or was not after all.',
  mandate: 'Somebody may speak for somebody else, or no longer may.',
  suspension: 'Statements were set aside, or are heard again.',
  signal: 'What a site itself says to machines was seen.',
  key: 'A key that signs for the log begins or ends.',
  receipt: 'The digest of a receipt was dated.',
  erasure: 'Something readable was deleted, with what follows for the answers.',
  audit: 'An operator or a moderator did something; its digest alone.',
  acceptance: 'Somebody accepted the terms of an offer; the digest of that alone.',
});

export const ErasedNoesEnum = defineEnum<ErasedNoes>(
  'ErasedNoes',
  'What becomes of the noes of an account that is erased. Every yes ends, and every no-unless becomes a plain no.',
  {
    keep: 'They stand on, without a name. Nobody can change them any more.',
    withdraw: 'They end too, and so do the claims.',
  },
);

export const LogTroubleEnum = defineEnum<LogTrouble>('LogTrouble', 'Why the log takes no leaves.', {
  behind:
    'It is shorter than what was published from it. Questions are not answered either: leaves may be missing.',
  forked: 'It is not what was published. Questions are not answered either.',
  stopped: 'It could not be written durably. Questions are answered as before.',
  full: 'There is no room left to write it to. It goes on once there is. Questions are answered as before.',
  'other-key': 'The signing key is not the one that it names. Questions are answered as before.',
});

export const ErrorCodeEnum = defineEnum<RefusalCode>(
  'ErrorCode',
  'Why something was refused that a person can do something about.',
  {
    ALREADY_CLAIMED: 'The account has claimed this place before.',
    ALREADY_DECIDED: 'A dispute about the place was decided by more than is shown now.',
    ASK_QUOTA: 'The account has as many unproven answers as one account may have.',
    CHALLENGE_EXPIRED: 'The challenge is too old. Renew it.',
    CHALLENGE_FAILED: 'The challenge file was not found as it should be.',
    EMAIL_TAKEN: 'Another account has this e-mail address.',
    IDEMPOTENCY_CONFLICT: 'The idempotency key was used for another declaration.',
    INVALID_ADDRESS: 'The address is not one that can be claimed.',
    INVALID_EMAIL: 'This is not an e-mail address mail can be sent to.',
    INVALID_INPUT: 'A field of the input cannot be accepted as it is.',
    INVALID_SEARCH: 'The search cannot be carried out as it is.',
    LAST_OWNER: 'An organisation would be left without an owner.',
    MAIL_DISABLED: 'No mail was sent, because the registry sends none or could not reach its mail server.',
    MEANING_UNAVAILABLE:
      'There is no model at work, no vector of the same model, or none of the entry that was named.',
    NOT_FOUND: 'There is no such thing, or it is not yours.',
    NOT_OWN_WORKS: 'A yes needs the declaration that the works are the claimant’s own.',
    ORGANISATION_UNVERIFIED: 'The organisation has not shown, or no longer shows, that it holds its domain.',
    PICTURE_REFUSED: 'The picture was not read, or there was none to be had.',
    PUBLIC_SUFFIX: 'Many people have their sites below this name, so nobody can claim all of it.',
    ROLE_HELD: 'The account of a moderator or admin cannot be erased.',
    SECOND_FACTOR_NEEDED:
      'The account asks for a second factor, and nobody is signed in before it was given.',
    TERMS_MISSING: 'A conditional answer needs terms.',
    TOO_MANY_ATTEMPTS: 'Too much was tried in a short time.',
    WEAK_PASSWORD: 'The password is too easy to guess.',
    WRONG_CREDENTIALS: 'Password, code or link is wrong, used up or too old.',
  },
);

export const SizeClassEnum = defineEnum<SizeClass>(
  'SizeClass',
  'How large a picture is, by its longer edge.',
  {
    small: 'Less than 512 pixels.',
    medium: '512 to 1,023 pixels.',
    large: '1,024 to 2,047 pixels.',
    'very-large': '2,048 pixels and more.',
  },
);

export const SearchSortEnum = defineEnum<SearchSort>('SearchSort', 'In which order a search answers.', {
  relevance: 'The best matches first; without words, in the order of addresses.',
  newest: 'What came into the catalogue last first.',
  aesthetic: 'The highest aesthetic score first, entries without one last.',
  similarity: 'Where caption and picture go together best first, entries without a figure last.',
  size: 'The largest picture first, entries without a size last.',
});

export const FoundByEnum = defineEnum<FoundBy>('FoundBy', 'How the entries of a search were found.', {
  asked: 'They are what was asked for.',
  'host-part': 'No entry holds the word; the hosts of these have it in their names.',
  spelling: 'No entry holds the words; these are spelt much like them.',
});

export const SearchProblemEnum = defineEnum<SearchProblemCode>(
  'SearchProblem',
  'What is wrong in the words of a search.',
  {
    'unclosed-quote': 'A phrase has no end.',
    'missing-value': 'Nothing stands behind a field.',
    'misplaced-star': 'A star stands elsewhere than at the end of a word.',
    'short-prefix': 'Too few letters stand before a star.',
    'short-part': 'The part of an address is too short.',
    'not-a-domain': 'This is no host name.',
    'lone-or': 'OR has nothing on one side.',
    'excluded-or': 'OR stands beside an exclusion.',
    'mixed-or': 'OR stands between words and places.',
    'too-long': 'The search is too long.',
    'too-many': 'The search has too many words.',
  },
);

export const ReportKindEnum = defineEnum<ReportKind>(
  'ReportKind',
  'What somebody tells moderators about a place.',
  {
    objection: 'An answer about it is wrong.',
    'false-claim': 'Somebody claimed it whose it is not.',
    illegal: 'What is shown there may be shown to nobody.',
  },
);

export const ReportOutcomeEnum = defineEnum<ReportOutcome>('ReportOutcome', 'What became of a report.', {
  upheld: 'It is right.',
  dismissed: 'There is no ground to change anything.',
});

export const HarmEnum = defineEnum<Harm>(
  'Harm',
  'What a wrong decision, or none, would do; the worst first.',
  {
    illegal: 'Something is shown that may be shown to nobody.',
    confirmation: 'A moderator has decided, and a second person has to look.',
    yes: 'A stranger’s yes would count.',
    dispute: 'Two stand against each other.',
    report: 'Somebody says that something is wrong.',
    no: 'A no would weigh more.',
    match: 'A work meets too much for a machine to decide.',
  },
);

export const TieEnum = defineEnum<Tie>('CaseTie', 'Why several things are one case.', {
  link: 'They give the same address as evidence.',
  wording: 'What was written as evidence is nearly the same.',
  picture: 'They claim nearly the same picture.',
  yes: 'They stand against one yes.',
  claimant: 'They are of one claimant.',
  place: 'They are about one place.',
  decision: 'One moderator decided them alike.',
});

export const DecidedByEnum = defineEnum<DecidedBy>('DecidedBy', 'How decisions are counted.', {
  day: 'The last 14 days, each for itself.',
  week: 'The last 12 weeks, each for itself.',
});

export const PictureRoleEnum = defineEnum<PictureRole>(
  'PictureRole',
  'Why a picture of the catalogue is compared beside a claim.',
  {
    location: 'Its claimant says that the work is there.',
    place: 'It lies where is claimed.',
    match: 'The work was found there.',
    'same-picture': 'It is the picture at the place, by its fingerprint.',
  },
);

export const AppealOutcomeEnum = defineEnum<AppealOutcome>('AppealOutcome', 'What became of an appeal.', {
  upheld: 'What was decided is undone, and the other decided instead.',
  dismissed: 'What was decided stands.',
});

export const ProposedActionEnum = defineEnum<ProposedAction>(
  'ProposedAction',
  'What waits for a second person.',
  {
    'decide-claim': 'To take down a claim.',
    'close-dispute': 'To decide a dispute in which somebody loses a claim or a no.',
    'set-aside': 'To set statements aside, or all that an account says.',
    'let-speak': 'To hear again what was set aside.',
    'show-again': 'To show again what was hidden as illegal.',
    'decide-appeal': 'To overturn what was decided in a dispute.',
  },
);
