import type { EnumValue } from '../../client/graphql.js';
import type { ReasonCode } from '../../core/consent/decision.js';
import type { Match } from '../../core/consent/match.js';
import type { SearchProblemCode } from '../../core/search/search-problem.js';
import type { SearchSort } from '../../core/search/search-sort.js';
import type { SizeClass } from '../../core/search/size-class.js';
import type { Amount } from '../language/formats.js';
import type { PlaceRefusal } from '../pages/say-no/places.js';
import type { DisputeStanding } from '../statements/dispute-standing.js';
import type { StatementWeight } from '../statements/weigh-statement.js';
import type { Failure, Inability } from '../verification/verification.js';

type TextOf<Key extends string, Text = string> = Readonly<Record<Key, Text>>;
type Decision = EnumValue<'DecisionValue'>;
type Preference = EnumValue<'Preference'>;
type Use = EnumValue<'Use'>;

/** English tells one from every other number. */
function counted({ shown, form }: Amount, one: string, others: string): string {
  return `${shown} ${form === 'one' ? one : others}`;
}

interface UseWords {
  readonly name: string;
  /** What follows an answer: "No *to AI training*". */
  readonly to: string;
  readonly meaning: string;
}

interface ProblemWords {
  readonly title: string;
  readonly nextStep: string;
}

interface Limit {
  readonly title: string;
  readonly text: string;
  /** What helps against it; absent where nothing does. */
  readonly answer?: string;
}

const uses: TextOf<Use, UseWords> = {
  TEXT_AND_DATA_MINING: {
    name: 'Text and data mining',
    to: 'to text and data mining',
    meaning: 'Any automatic analysis of works in bulk, AI training included.',
  },
  TRAIN_AI: {
    name: 'AI training',
    to: 'to AI training',
    meaning: 'Teaching any AI model with the work, whether the model makes new works or not.',
  },
  TRAIN_GENERATIVE_AI: {
    name: 'Generative AI training',
    to: 'to generative AI training',
    meaning: 'Teaching models that make new pictures, text or sound.',
  },
  AI_INFERENCE: {
    name: 'AI input',
    to: 'to use as AI input',
    meaning: 'Handing the work to a finished model, for instance to describe it or to answer from it.',
  },
  SEARCH: {
    name: 'Search',
    to: 'to search',
    meaning: 'Listing the work so that people find it and come to the place where it is.',
  },
};

const reasons: TextOf<ReasonCode> = {
  decides: 'It decides.',
  'terms-offer-does-not-count':
    'Its no counts; the offer of terms does not count yet, because it is not proved.',
  suspended: 'It is suspended: a dispute about it was decided the other way.',
  superseded: 'The same person said something later about the same thing.',
  outranked: 'The same person said something more specific.',
  'lifted-by-own-narrower-yes': 'The same person said yes to this use in particular.',
  'place-no-needs-verification':
    'A no for a folder or a site counts once the person who gave it has shown that the place is theirs.',
  'stricter-answer-stands': 'A stricter answer by somebody else stands.',
  expired: 'It has run out.',
  'yes-needs-verification': 'A yes counts once the person who gave it has shown that the place is theirs.',
  'yes-needs-review': 'A yes on this ground counts once a person has checked it.',
  'not-own-works': 'A yes counts only for works that the person who gave it declared to be their own.',
  'host-cannot-allow': 'Who only hosts a work cannot say yes for it.',
  'person-depicted-cannot-allow': 'Who is shown in a work cannot say yes for it.',
  'outer-only': 'A yes does not reach an address carried inside another one.',
  'without-query-carries-no-yes': 'A yes holds only for the exact address.',
  'md5-carries-no-yes': 'A yes needs a stronger fingerprint than this one.',
  'match-needs-review': 'A yes reaches a copy once a person has confirmed that it is the same work.',
  'content-claimed-by-another': 'Somebody else says that the work itself is theirs.',
  'below-policy': 'It rests on less than the question demanded.',
  'silenced-by-own-no': 'The same person also says no.',
  'narrower-than-question': 'It speaks of a narrower use than the question.',
};

const vias: TextOf<Match['via']> = {
  exact: 'It is about exactly this address.',
  'without-query': 'It is about this address without what follows the question mark.',
  folder: 'It is about a folder that holds this address.',
  host: 'It is about the whole site.',
  content: 'It is about the work itself, whatever its address.',
  md5: 'It is about the work itself, recognised by an old fingerprint.',
  matched: 'It is about the work itself, which was found at this address.',
};

const addressRefusals: TextOf<PlaceRefusal> = {
  empty: 'Type or paste a web address.',
  'not-a-url': 'This does not read as a web address. It should look like example.com/drawings/fox.jpg.',
  'not-http': 'Only addresses that begin with http or https can be answered for.',
  'no-host': 'The address names no site. It should look like example.com/drawings/fox.jpg.',
  'has-query': 'A folder’s address cannot have a question mark in it.',
  'too-deep': 'This folder lies too deep. Choose one nearer to the front page.',
  'not-a-domain': 'This is more than a site’s name. It should look like example.com.',
  'has-user-info':
    'This address holds a name or a password before the @, and everybody can read what you type here. Leave that part out.',
};

const limits: readonly Limit[] = [
  {
    title: 'Take your work out of a trained model',
    text: 'What a model has learned stays in it. No registry can reach in and remove a picture, and we will not pretend that one can.',
  },
  {
    title: 'Make a company ask',
    text: 'Whoever trains a model decides whether to ask here first. Some will not.',
    answer:
      'A dated public no. Where the law lets rights be reserved, as Article 4 of the European copyright directive does, it is a reservation that can be found and shown. Whether it is enough is for a court to say.',
  },
  {
    title: 'Look inside closed models',
    text: 'Most companies publish no list of what their models learned from. We can search only what somebody published. That your work is not found here says nothing about those.',
  },
  {
    title: 'Search all that is public',
    text: 'What we hold is part of what was published. Every result says how large a part.',
    answer: 'The list of datasets, which gives the rows held and the rows published of each.',
  },
  {
    title: 'Find every copy',
    text: 'A picture that was made smaller, mirrored, cropped or packed anew is mostly recognised, and so is a text of which little was changed. A recording is recognised by the very same sound only: a copy that is quieter, compressed, cut or faster may not be found, and counts as unanswered. What was redrawn, played anew or retold is another thing to us, and where nobody can get at the file we have only its address.',
    answer:
      'Register the work itself: its fingerprints are compared with new rows as they come. Of a recording, register each file that you publish. A no for a folder or a whole site covers every address in it. An address that carries yours inside it, as picture resizers make them, is looked up under both.',
  },
  {
    title: 'Protect a style',
    text: 'Assent speaks of works. A manner, a voice or a way of drawing cannot be put on this record.',
  },
  {
    title: 'Know for certain who made a work',
    text: 'Showing that you control a site says who you are. It does not say which pictures on it are yours.',
    answer:
      'Every answer says what it rests on: somebody’s word, control of the place, or a check by a person. When two people say that a place is theirs, a moderator looks, and meanwhile the stricter answer holds.',
  },
  {
    title: 'Take back training that has happened',
    text: 'You may withdraw a yes at any time. That ends it for what comes after; what was trained while it stood stays trained.',
  },
  {
    title: 'Move money',
    text: 'A fee that you name means no until a company accepts it. We collect nothing and pay nothing.',
    answer: 'Your terms can carry a licence, a credit line, the address of a price and a way to reach you.',
  },
  {
    title: 'Prove what a model was trained on',
    text: 'Somebody can prove that they asked us, and when. What they did afterwards, no record of ours can show.',
  },
  {
    title: 'Keep an address secret',
    text: 'The log holds a fingerprint of the address, never your name or e-mail. But anybody who knows an address can compute its fingerprint and look for it.',
    answer: 'The readable address beside the log can be deleted; the fingerprint in it cannot.',
  },
  {
    title: 'Stop a crawler at your door',
    text: 'We block nothing. A crawler that never asks comes to your site as before.',
    answer: 'Your own robots.txt and your server’s own blocks. They work beside an answer here; use both.',
  },
];

/** Every word of the pages in English. What may differ by number or name is a function of it. */
export const en = {
  tagline: 'No is an answer.',
  loading: 'Loading…',
  more: 'Show more',
  next: 'Continue',
  offline: 'You are offline. What you see may be out of date; nothing you do now reaches the registry.',
  lostLeaves: (log: string, first: string, last: string) =>
    `Lines ${first} to ${last} of the log before this one, ${log}, are lost. One of them may have been a no, so no yes counts here; every no that was kept does.`,
  notPermission: '“Nobody has answered” is not permission.',

  nav: {
    label: 'Main',
    skip: 'Skip to the content',
    menu: 'Menu',
    home: 'Assent, home page',
    search: 'Search',
    ask: 'Ask about an address',
    sayNo: 'Say no',
    desk: 'My desk',
    moderation: 'Moderation',
    signIn: 'Sign in',
  },

  footer: {
    label: 'More about Assent',
    language: 'Language',
    theme: 'Colours',
    themes: { device: 'Colours as on this device', light: 'Light colours', dark: 'Dark colours' },
    log: (lines: Amount) => counted(lines, 'line in the log', 'lines in the log'),
    rules: (rules: number, addresses: number) => `decision rules ${rules}, address rules ${addresses}`,
  },

  home: {
    promise: {
      see: 'See where your work appears in open datasets AI learns from.',
      say: {
        before: 'Say ',
        no: 'no',
        comma: ', ',
        yes: 'yes',
        or: ', or ',
        terms: 'yes on your terms',
        after: '.',
      },
      keep: 'Keep proof.',
    },
    orPicture: 'Or drop or paste one of your pictures, or photograph it. A song or a page of text too.',
    honesty:
      'We cannot take your work out of a trained model or make a company ask. We put your answer on a public record nobody can quietly change, and hand it to everyone who asks.',
    find: 'Find my work',
    sayNo: 'Say no now',
    demoTitle: 'Demo catalogue',
    demoNote:
      'These pictures were drawn by this program so that there is something to look at. No artist made them.',
    factsTitle: 'Good to know first',
    facts: [
      {
        title: 'Looking costs nothing',
        text: 'Searching and asking need no account. Pictures come through our own server, so nobody else learns what you looked for.',
      },
      {
        title: 'A no on one picture counts at once',
        text: 'A no for a folder or a whole site counts as soon as you have shown that the place is yours.',
      },
      {
        title: 'The record only grows',
        text: 'Each answer is a line in a public log. Later answers stand beside earlier ones; none is ever rewritten.',
      },
      {
        title: 'Silence is not a yes',
        text: 'Where nobody has answered, everyone who asks is told exactly that, and that it is not permission.',
      },
    ],
  },

  search: {
    title: 'Find my work',
    label: 'A name, a title, a few words, a web address or a site',
    placeholder: 'watercolour fox',
    invitation:
      'Try your name as it stands under your pictures, the title of a work, or the address of your own site.',
    dataset: 'Dataset',
    allDatasets: 'All datasets',
    sort: 'Order',
    sorts: {
      relevance: 'Best matches first',
      newest: 'Last come first',
      aesthetic: 'Highest score first',
      similarity: 'Best fitting caption first',
      size: 'Largest first',
    } as TextOf<SearchSort>,
    narrow: (filters: number) => (filters === 0 ? 'Narrow and sort' : `Narrow and sort (${filters})`),
    toResults: 'To the results',
    narrowHint: 'A row that does not say what you ask for is left out.',
    apply: 'Show these',
    clear: 'Without these filters',
    any: 'Any',
    size: 'Size',
    sizes: {
      small: 'Small, to 511 pixels',
      medium: 'Medium, to 1,023 pixels',
      large: 'Large, to 2,047 pixels',
      'very-large': 'Very large',
    } as TextOf<SizeClass>,
    ranges: {
      aesthetic: 'Score by taste',
      similarity: 'Fit of caption and picture',
      watermark: 'Watermark, probability',
      unsafe: 'Unsafe to show, probability',
    },
    range: {
      from: (least: string) => `${least} and more`,
      to: (most: string) => `${most} and less`,
      between: (least: string, most: string) => `${least} to ${most}`,
    },
    domain: 'Site',
    licence: 'Licence, as the dataset names it',
    captionLanguage: 'Language, as the dataset names it',
    answer: 'Answer to AI training',
    answerHint: 'Looked up for the first 10,000 rows found.',
    wrongFilter: {
      title: 'One of the filters in this address cannot be read.',
      nextStep: 'Search without filters, and choose them anew.',
    },
    foundBy: {
      'host-part': 'No row holds this word. The sites of these have it in their names.',
      spelling: 'No row holds these words. These are spelt much like them.',
    },
    alsoSearched: (typed: string, also: string) => `“${typed}” was also searched as ${also}.`,
    ownNames: 'An artist with an account here goes by these names, as they say.',
    meant: 'Did you mean',
    hasUnseen: 'There are more rows than the 10,000 whose answers were looked up.',
    filtersSet: 'Filters are set; without them there may be more.',
    hits: (hits: Amount, about: boolean) => `${about ? 'About ' : ''}${counted(hits, 'row', 'rows')} found.`,
    estimated: 'So many rows were found that these numbers are estimates.',
    bySite: 'By site',
    byDataset: 'By dataset',
    bySize: 'By size',
    byScore: 'By score',
    noSize: (rows: Amount) => `${counted(rows, 'row has', 'rows have')} no size.`,
    noScore: (rows: Amount) => `${counted(rows, 'row has', 'rows have')} no score.`,
    save: 'Save what was found:',
    chooseSeveral: 'Choose several',
    chosen: (entries: Amount) => `${counted(entries, 'address', 'addresses')} chosen`,
    sayNoToChosen: 'Say no to these',
    chooseNone: 'Choose none',
    saveHint:
      'The first 10,000 rows, with today’s answer to AI training. Where nobody has answered, that is not permission.',
    help: 'How to search',
    helpRows: [
      ['"red boat"', 'these words together'],
      ['boat -poster', 'without a word'],
      ['water*', 'words that begin so'],
      ['mug OR cup', 'either'],
      ['author:quill', 'an author'],
      ['site:example.com', 'a site'],
      ['url:portraits', 'part of an address'],
    ],
    problems: {
      'unclosed-quote': { title: 'A phrase has no end.', nextStep: 'Close it with a quotation mark.' },
      'missing-value': {
        title: 'Nothing stands behind the colon.',
        nextStep: 'Write it like author:quill, or put the word in quotation marks.',
      },
      'misplaced-star': {
        title: 'A star stands only at the end of a word.',
        nextStep: 'Write it like water*, or put the word in quotation marks.',
      },
      'short-prefix': {
        title: 'The beginning of a word is too short.',
        nextStep: 'Give at least 3 letters before the star.',
      },
      'short-part': {
        title: 'The part of an address is too short.',
        nextStep: 'Give at least 3 letters or digits.',
      },
      'not-a-domain': {
        title: 'This is not the name of a site.',
        nextStep: 'Write it like site:example.com.',
      },
      'lone-or': {
        title: 'OR needs something on both sides.',
        nextStep: 'Add a word, or put "OR" in quotation marks to search for it.',
      },
      'excluded-or': {
        title: 'OR cannot join what is excluded.',
        nextStep: 'Exclude each by itself: -mug -poster.',
      },
      'mixed-or': {
        title: 'OR cannot join words with sites or addresses.',
        nextStep: 'Join words with words, and sites with sites.',
      },
      'too-long': { title: 'The search is too long.', nextStep: 'Use at most 1,000 characters.' },
      'too-many': {
        title: 'The search asks for too many words.',
        nextStep: 'Use at most 32; a few rare words find more.',
      },
    } as TextOf<SearchProblemCode, ProblemWords>,
    readAs: {
      url: 'Showing rows whose address begins like this one.',
      host: 'Showing rows from this site.',
    },
    asWords: 'Search captions for it instead',
    more: 'Show more',
    end: 'That is all that was found.',
    longest: 'These are the first 960. Narrow the search to see others, or save what was found as a file.',
    nothing: 'Nothing found, in what we can search',
    nothingMeans:
      'This does not mean that no AI has learned from your work. You can put your no on the record all the same; it will hold for whatever comes.',
    sayNoAnyway: 'Say no anyway',
    byPicture: 'Search by a picture',
  },

  pictureSearch: {
    title: 'Find a picture',
    choose: 'Choose a picture',
    dropOrPaste: 'You can also drop one here, or paste it.',
    notKept: 'It is used for this search and not kept. JPEG, PNG, WebP, GIF or AVIF, up to 10 MB.',
    address: 'Or the address of a picture',
    find: 'Find it',
    beside: 'Words beside it, if you like',
    besideHint:
      'A title, a name, what it shows. Then rows are found by these words too, and all that is found makes one list that says why each row is there.',
    meaningToo: 'Also look for what means the same',
    again: 'Search with these',
    yours: 'Your picture',
    byWords: 'Search by words instead',
    likeThis: 'Find this picture elsewhere',
    found: (matches: Amount) => counted(matches, 'row shows it, or may', 'rows show it, or may'),
    searched: (looked: Amount, held: Amount) =>
      `Compared with ${counted(looked, 'picture', 'pictures')} of ${counted(held, 'row', 'rows')}; nobody has looked at the others yet.`,
    searchedAll: (looked: Amount) =>
      `Compared with ${counted(looked, 'picture', 'pictures')}, all there are here.`,
    isPlain:
      'Your picture says little: it is small, or has few details. Many pictures look like it, so look closely.',
    likeness: {
      SAME_FILE: 'The same file',
      SAME_PICTURE: 'The same picture',
      PROBABLY_SAME: 'Probably the same',
      SIMILAR: 'Similar',
    } as TextOf<EnumValue<'LikenessKind'>>,
    distance: (bits: number) => `${bits} of 256 bits differ`,
    parts: (alike: number, compared: number) => `${alike} of ${compared} parts alike`,
    orientations: {
      MIRRORED: 'mirrored',
      TURNED_90: 'turned by 90°',
      TURNED_180: 'turned by 180°',
      TURNED_270: 'turned by 270°',
      MIRRORED_TURNED_90: 'mirrored and turned by 90°',
      MIRRORED_TURNED_180: 'upside down',
      MIRRORED_TURNED_270: 'mirrored and turned by 270°',
    } as TextOf<Exclude<EnumValue<'Orientation'>, 'UPRIGHT'>>,
    limits: 'What a search can and cannot tell',
    mineTitle: 'Is it yours?',
    mineMeans:
      'Then say no, yes, or yes on your terms. Your answer holds wherever a copy of it is found, without a web address.',
    notSearched: {
      AUDIO: 'Songs cannot be searched for here. What is yours is looked for once you have answered.',
      TEXT: 'Files of text cannot be searched for here. What is yours is looked for once you have answered.',
    } as TextOf<Exclude<EnumValue<'Medium'>, 'IMAGE'>>,
    another: 'Another file, or words beside it',
  },

  searched: {
    of: (held: Amount, published: Amount, share: string) =>
      `Searched ${held.shown} of ${counted(published, 'row', 'rows')}, ${share}.`,
    ofUnknown: (held: Amount) => `Searched ${counted(held, 'row', 'rows')}.`,
    closedModels: 'Closed models publish no list of what they learned from, so nobody can search those.',
  },

  fused: {
    together: 'Search by words and by meaning together',
    onlyWords: 'Search by words only',
    words: 'Has the words',
    meaning: (near: string) => `Means it: ${near}`,
    meanings: {
      NEARLY_THE_SAME: (near: string) => `Nearly the same picture: ${near}`,
      SIMILAR: (near: string) => `Similar: ${near}`,
    } as Readonly<Record<EnumValue<'MeaningKind'>, (near: string) => string>>,
    found: {
      WORDS: (rows: Amount) => `By words: ${counted(rows, 'row', 'rows')}.`,
      LIKENESS: (rows: Amount) => `By likeness: ${counted(rows, 'row', 'rows')}.`,
      MEANING_OF_WORDS: (rows: Amount) =>
        `By what the words mean: the ${counted(rows, 'nearest row', 'nearest rows')}.`,
      MEANING_OF_PICTURE: (rows: Amount) =>
        `By what the picture means: the ${counted(rows, 'nearest row', 'nearest rows')}.`,
    } as Readonly<Record<EnumValue<'SearchWay'>, (rows: Amount) => string>>,
    closed: {
      WORDS: 'Not by words.',
      LIKENESS: 'Not by likeness.',
      MEANING_OF_WORDS: 'Not by meaning: no model is at work here, or no row has a vector of it.',
      MEANING_OF_PICTURE: 'Not by meaning: no model is at work here, or no row has a vector of it.',
    } as TextOf<EnumValue<'SearchWay'>>,
    looked: (candidates: Amount, read: Amount, missed: Amount, left: Amount) =>
      `Nobody had looked at ${candidates.shown} of the best candidates: ${read.shown} were looked at now, ${missed.shown} were not to be had, and there was no time for ${left.shown}.`,
    similar: 'Like this one',
    similarHint:
      'By how the pictures look and what they mean, as far as a machine can tell. None of it says who made them, or who is in them.',
  },

  histogram: {
    highest: (rows: Amount) => `The highest column stands for ${counted(rows, 'row', 'rows')}.`,
  },

  safety: {
    show: 'Show everything in this visit',
    hint: 'Rows that their dataset calls unsafe are listed too, and no picture is blurred.',
    leftOut: 'Rows that their dataset calls unsafe were not searched.',
    matchesHidden: (matches: Amount) =>
      `${counted(matches, 'more match is', 'more matches are')} in rows that their dataset calls unsafe.`,
  },

  picture: {
    gone: 'The picture is no longer at its address.',
    unsafe: 'Its dataset calls this picture unsafe.',
    reported: 'Somebody reported this picture, and nobody has looked at it yet.',
    unrated: 'Not rated: tap to show',
    noneShown: 'This registry shows no pictures.',
    unveil: 'Show it',
  },

  entry: {
    mine: 'This is mine',
    choose: 'Choose',
    noCaption: 'Without a caption',
    wholeCaption: 'The whole caption',
    isAnother: (day: string) =>
      `This address shows another picture now than the one that the dataset saw. We looked on ${day}.`,
    pictureOf: (caption: string) => `Picture with the caption: ${caption}`,
    answers: 'Answers',
    known: 'What the dataset says',
    address: 'Address',
    host: 'Site',
    author: 'Author, as given',
    size: 'Size in pixels',
    language: 'Language of the caption',
    licence: 'Licence',
    aesthetic: 'Aesthetic score',
    similarity: 'Likeness of picture and caption',
    unsafe: 'Likely unsafe',
    watermark: 'Likely watermarked',
  },

  decisions: {
    ALLOWED: 'Yes',
    DENIED: 'No',
    CONDITIONAL: 'Yes, on terms',
    UNKNOWN: 'Nobody has answered',
  } as TextOf<Decision>,

  trainingAnswers: {
    ALLOWED: 'Yes to AI training',
    DENIED: 'No to AI training',
    CONDITIONAL: 'AI training on terms',
  } as TextOf<Exclude<Decision, 'UNKNOWN'>>,

  preferences: {
    ALLOW: 'Yes',
    DENY: 'No',
    CONDITIONAL: 'Yes on my terms',
  } as TextOf<Preference>,

  sentence: (preference: Preference, use: Use) =>
    `${{ ALLOW: 'Yes', DENY: 'No', CONDITIONAL: 'Yes on terms' }[preference]} ${uses[use].to}`,

  uses,
  reasons,
  vias,
  addressRefusals,

  /** Of answers, told to anybody. */
  assurances: {
    ASSERTED: 'they told us',
    VERIFIED: 'they control the place',
    REVIEWED: 'checked by a person',
  } as TextOf<EnumValue<'Assurance'>>,

  /** Of answers and places, told to whom they belong. */
  grades: {
    ASSERTED: () => 'you told us',
    VERIFIED: (place: string) => `you control ${place}`,
    REVIEWED: () => 'checked by a person',
  } as TextOf<EnumValue<'Assurance'>, (place: string) => string>,

  claimEnds: {
    OPEN: undefined,
    ACTIVE: undefined,
    DISPUTED: undefined,
    REJECTED: 'Rejected by a moderator',
    WITHDRAWN: 'Withdrawn',
    LAPSED: 'Lapsed',
  } as TextOf<EnumValue<'ClaimState'>, string | undefined>,

  kinds: {
    URL: 'One address',
    PATH: 'A folder and everything below it',
    DOMAIN: 'A whole site',
    CONTENT: 'The work itself, whatever its address',
    ACCOUNT: 'Everything of one person',
  } as TextOf<EnumValue<'SubjectKind'>>,

  capacities: {
    AUTHOR: 'I made it',
    RIGHTSHOLDER: 'I hold the rights',
    AGENT: 'I act for who made it',
    HEIR: 'I inherited the rights',
    PERSON_DEPICTED: 'I am shown in it',
    HOST: 'I run the site it is on',
  } as TextOf<EnumValue<'Capacity'>>,

  capacityPhrases: {
    AUTHOR: 'as author',
    RIGHTSHOLDER: 'as rightsholder',
    AGENT: 'as agent of the author',
    HEIR: 'as heir',
    PERSON_DEPICTED: 'as the person shown',
    HOST: 'as host',
  } as TextOf<EnumValue<'Capacity'>>,

  basisNames: {
    OWN_RIGHT: 'Own right',
    MANDATE: 'Mandate',
    PUBLIC_DOMAIN: 'Public domain',
    CC0: 'CC0',
  } as TextOf<EnumValue<'Basis'>>,

  bases: {
    OWN_RIGHT: 'The rights are mine',
    MANDATE: 'I have a mandate from who holds them',
    PUBLIC_DOMAIN: 'The work is in the public domain',
    CC0: 'The work was given away under CC0',
  } as TextOf<EnumValue<'Basis'>>,

  terms: {
    credit: 'Credit line',
    licenceUrl: 'Address of the licence',
    feeUrl: 'Address of the price',
    contact: 'How to reach you (public)',
  },

  roles: {
    ARTIST: 'Artist',
    BUILDER: 'Dataset builder',
    MODERATOR: 'Moderator',
    ADMIN: 'Administrator',
  } as TextOf<EnumValue<'Role'>>,

  whoSees: {
    everyone: 'Everyone sees',
    everyoneList: [
      'The address you answer for',
      'Your answer and your terms',
      'The day',
      'A random pseudonym',
    ],
    private: 'Only you and moderators see',
    privateList: ['Your e-mail address', 'What you send as evidence'],
    everyoneOfWork: [
      'Fingerprints of the work',
      'Your answer and your terms',
      'The day',
      'A random pseudonym',
    ],
    privateOfWork: ['Its title', 'Your e-mail address', 'What you send as evidence'],
  },

  sayNo: {
    tab: 'Say no',
    stepOf: (step: number) => `Step ${step} of 3`,
    placeTitle: 'What is yours?',
    address: 'Web address of the work, the folder or the site',
    addressHint:
      'Copy it from the address bar, or from the picture itself. For instance example.com/drawings/fox.jpg',
    scope: 'What is your answer about?',
    scopes: {
      URL: { label: 'This one address', counts: 'A no counts at once.' },
      PATH: {
        label: 'This folder and everything below it',
        counts: 'Counts once you have shown that the folder is yours.',
      },
      DOMAIN: { label: 'The whole site', counts: 'Counts once you have shown that the site is yours.' },
    } as TextOf<EnumValue<'PlaceKind'>, { label: string; counts: string }>,
    answerTitle: 'May AI be trained on it?',
    capacity: 'You answer because',
    means: {
      DENY: 'No AI model may be trained on it. One tap; nothing else to fill in.',
      ALLOW: 'Anybody may train AI on it, until you change your answer.',
      CONDITIONAL: 'No, unless they keep to the terms that you name next.',
    } as TextOf<Preference>,
    moreChoices: 'More choices: an answer for each use',
    suggested: 'Below, what your file says is chosen already. Nothing is said before you give it.',
    noAnswer: 'No answer',
    chooseOne: 'Choose an answer for at least one use.',
    allYours: 'All that you have registered or claimed, and will',
    fingerprint: 'Its fingerprint (SHA-256)',
    giveThese: 'Give these answers',
    signInTitle: 'So that only you can change it',
    signInWhy: 'Your answer needs somebody behind it. An e-mail address is enough; it is never shown.',
    record: 'Put my answer on the record',
    recordNo: 'Put my no on the record',
    changeAddress: 'Change the address',
    mailCarries: 'Type the code from it here, or open the link on any device: your answer goes with it.',
    mailOlder:
      'Type the code from it here. Its link does not know this answer; send a new code to get one that does.',
    mailWithout:
      'Type the code from it here. The link can only sign you in, because this answer is too long to go with it.',
    elsewhere: 'This answer has just gone on the record.',
    elsewhereMine: 'You did that with the link from the mail. Nothing is left to do here.',
    elsewherePerhaps:
      'If that was you, with the link from the mail, all is done and you may close this page. If not, type the code here.',
  },

  /** Of an answer that came with a mailed link. */
  carried: {
    title: 'Sign in and record your answer',
    why: 'This answer came with the link from your mail. Nothing is recorded until you press the button.',
    record: 'Sign in and record this answer',
    recordNo: 'Sign in and record my no',
    lastDay: 'Last day',
    notYours: 'Not your answer? Then somebody else asked for the mail, and you may just close this page.',
    without: 'Sign in without recording it',
    goOn: 'Go on with this answer',
    change: 'Change the answer',
    lost: 'The answer that belongs to this link did not arrive whole.',
    lostMeans:
      'Some mail programs break long links. Go back to the page where you gave the answer and type the code from the same mail there. Or sign in here and give it again.',
  },

  preview: {
    title: 'What this would decide',
    each: 'What would each answer decide?',
    nothing:
      'No row of the datasets here is reached by it today. It holds for those that come, and for all who ask by address.',
    entries: (rows: Amount, isAtLeast: boolean) =>
      `${isAtLeast ? 'at least ' : ''}${counted(rows, 'known row', 'known rows')}`,
    onceShown: 'Once you have shown that it is yours:',
    unchanged: 'Nothing would be answered otherwise than now.',
    turn: (rows: Amount, from: string, to: string, use: string, isEstimate: boolean) =>
      `${isEstimate ? 'about ' : ''}${rows.shown} would turn from “${from}” to “${to}” (${use})`,
    estimated: (rows: Amount) => `Estimated from ${counted(rows, 'row', 'rows')} of them.`,
    ofFile:
      'The public record shows fingerprints of your file, never the file. Copies of it are looked for as soon as your answer is recorded, and again whenever new rows come in.',
    limits: 'Copies that nobody has found yet are not counted. Nothing is saved until you answer.',
  },

  conditions: {
    title: 'Before you say yes',
    warning:
      'Assent moves no money. A fee means no until a company accepts. You can stop future use, not past training.',
    needsProof:
      'Until you have shown that the place is yours your yes does not count yet. The next step comes right after: showing it.',
    needsProofOfWork:
      'Your yes does not count yet. The next step comes right after: show that the work is yours, and a person looks at it.',
    needsProofEach:
      'Your yes does not count yet for what is not shown to be yours. The next step: prove a site, a folder or a profile, or add evidence to a work.',
    terms: 'Terms',
    termsHint: 'Fill in at least one. Terms are public.',
    ownWorks: 'These are my own works',
    ownWorksHint: 'A yes counts only for works that you declare to be your own.',
    basis: 'You may say yes because',
    basisHint: 'The last two need a check by a person.',
    lastDay: 'Last day (may be left empty)',
    lastDayHint: 'After it your yes ends by itself.',
  },

  done: {
    tab: 'On the record',
    over: 'Done',
    titleNo: 'Your no is on the record.',
    title: 'Your answer is on the record.',
    countsNow: 'It counts now.',
    countsNowMeans: 'Everyone who asks about this address is told your answer, from this moment on.',
    countsNowForWork:
      'It holds for this work wherever a copy of it is found. You need not know the addresses, and nobody has to claim them.',
    countsNowForAll:
      'It holds for everything that you have registered or claimed, and for what you add later. What you say about one place or work goes before it.',
    countsLaterForAll:
      'Your yes does not count yet: nothing is shown to be yours. The next step: prove a site, a folder or a profile, or add evidence to a work.',
    proveSome: 'The next step: go to your desk, and prove a place or add evidence to a work.',
    proveEach: 'What you prove makes it stronger there. Your desk lists what is yours.',
    countsLater: 'It does not count yet.',
    countsPartly: 'Your no counts now; your yes does not yet.',
    countsLaterNo:
      'A no for a folder or a site counts once you have shown that the place is yours. That takes one small file.',
    countsLaterTerms:
      'Your terms do not count until you have shown that the place is yours. Until then your answer is a no, and that counts now.',
    countsLaterTermsOfWork:
      'Your terms do not count until a person has looked at how you show that the work is yours. Until then your answer is a no, and that counts now.',
    countsLaterYesOfWork:
      'Your yes does not count until a person has looked at how you show that the work is yours. Until then nobody may rely on it.',
    countsLaterYes:
      'Your yes does not count until you have shown that the place is yours. Until then nobody may rely on it.',
    proveNeeded: 'The next step: show that the place is yours.',
    proveStronger: 'It rests on your word. If the place is yours, proving it makes your answer stronger.',
    prove: 'Prove that it is mine',
    record: 'What was recorded',
    added: (uses: string) =>
      `Recorded along with it, because you had given more before: ${uses}. Otherwise that would still hold.`,
    smaller: 'You have said yes to something within it, and that still holds.',
    smallerMeans:
      'The answer for the smaller place goes first. If you mean no there too, withdraw these on your desk or answer for them again.',
    smallerMore: 'There may be more. Your desk lists all your answers.',
    another: 'Answer for something else',
    toDesk: 'Go to my desk',
  },

  providers: {
    title: 'Or sign in with',
    why: 'You leave this page for theirs, and come back signed in. They learn that you were here.',
    linkTitle: 'Sign in with another service too',
    linkWhy:
      'You can then come in by it as well. A service that hosts your profile can show that the profile is yours.',
    with: (name: string) => `Continue with ${name}`,
    link: (name: string) => `Link ${name}`,
    refused: 'That did not work. Begin again here, or choose another way in.',
  },

  signIn: {
    title: 'Sign in',
    why: 'An account keeps your answers in your hands. Searching and asking need none.',
    needed: 'This page is about your own answers. Sign in to see it.',
    email: 'E-mail address',
    emailPrivate: 'Only you and moderators see it.',
    mailHint: 'We send a link and a code. No password needed; a first visit makes an account.',
    sendMail: 'Send me a code',
    sent: 'We have sent a mail to',
    sentHint: 'Type the code from it here, or open the link on the device that you want to use.',
    sentAgain: 'We have sent a new mail, and only that one works now, to',
    sendAgain: 'Send a new code',
    code: 'Code from the mail',
    useCode: 'Use this code',
    otherAddress: 'Use another address',
    byPassword: 'With a password instead',
    password: 'Password',
    newPassword: 'New password',
    passwordHint: 'At least 10 characters. A few unrelated words are strong and easy to remember.',
    showPassword: 'Show the password',
    show: 'Show',
    hide: 'Hide',
    enter: 'Sign in',
    forgotten: 'Password lost?',
    makeAccount: 'Make an account',
    noAccountYet: 'I have no account yet',
    haveAccount: 'I have an account already',
    noMail:
      'This registry cannot send mail. You choose a password, and get recovery codes in case you lose it.',
    signedInAs: 'You are signed in as',
    linkTitle: 'Your sign-in link',
    linkWhy: 'One more press, because some mail programs open links by themselves.',
    linkConfirm: 'Sign me in',
    linkElsewhere:
      'Were you in the middle of an answer in another app? Go back to it and type the code from the same mail there.',
  },

  recoveryCodes: {
    section: 'Recovery codes',
    title: 'Your recovery codes',
    why: 'Each opens your account once if you lose the password. They are shown only now. Copy them to a safe place.',
    kept: 'I kept them',
    left: (codes: Amount) => `You have ${counted(codes, 'unused code', 'unused codes')}.`,
    renewTitle: 'Make new codes',
    renewMeans: 'The old ones stop working.',
    renew: 'Make new recovery codes',
  },

  secondStep: {
    title: 'Second step',
    why: 'With an authenticator app on your phone, signing in also takes a code that only the app shows. Whoever gets hold of your password or your mailbox then still does not get in.',
    on: (day: string) => `Since ${day}, signing in also takes a code of your authenticator app.`,
    code: 'Code of your authenticator app',
    codeHint: 'Six digits; they change every half minute.',
    recoveryCode: 'One of your recovery codes',
    recoveryHint: 'It works once, in place of the app.',
    useRecoveryCode: 'I do not have the app at hand',
    useApp: 'Use the app',
    give: 'Go on',
    cancel: 'Do not sign in',
    turnOnTitle: 'Use an authenticator app',
    begin: 'Begin',
    beginMeans:
      'Have the app at hand: any that makes six-digit codes will do. Nothing changes before a code of it was right.',
    scan: 'Scan this with the app. It is shown this once.',
    scanLabel: 'The secret for your authenticator app, as a code for its camera',
    openApp: 'The app is on this device: open it',
    orType: 'Or type this secret into it:',
    secret: 'Secret',
    turnOn: 'Turn it on',
    turnOffTitle: 'Turn it off',
    turnOffMeans: 'Then the password, the mail or the provider alone opens your account again.',
    turnOff: 'Turn it off',
    urge: 'Please turn on the second step.',
    urgeWhy:
      'You decide about the works of others. A password or a mailbox that somebody else got hold of should not be enough to do that in your name.',
  },

  recover: {
    title: 'Password lost',
    why: 'One of the recovery codes that you kept opens your account, and you choose a new password.',
    orByMail: 'Or sign in with a code by mail, and set a new password on your account page.',
    code: 'Recovery code',
    codeHint: 'Each works once.',
    action: 'Set the new password',
  },

  confirm: {
    title: 'Confirm your e-mail address',
    why: 'One press, because some mail programs open links by themselves.',
    action: 'Confirm it',
    done: 'Your e-mail address is confirmed.',
  },

  ask: {
    title: 'What does the registry say about this address?',
    address: 'Web address',
    addressHint: 'Of a picture, a page or a site. No account needed.',
    submit: 'Ask',
    seeAllowed: 'See everything that is allowed, or allowed on terms',
    invitation:
      'You get the answer for each use, who gave it, what it rests on, and which statements did not count and why.',
    answers: 'The answer, use by use',
    readAs: 'Looked up as',
    notAnswered: 'This cannot be looked up.',
    decidedBy: 'What decided',
    notCounted: 'On the record, but not decisive',
    notCountedMeans:
      'Nothing is hidden: these statements concern the address too, and this is why they did not decide.',
    appliesTo: 'Concerns:',
    madeAt: (moment: string, lines: Amount, rules: string) =>
      `Answered on ${moment} from a log of ${counted(lines, 'line', 'lines')}, by decision rules ${rules}.`,
    mine: 'This is mine: give an answer',
  },

  build: {
    title: 'For builders',
    lead: 'Ask before you train. Try it here, take all answers along, or ask from a program.',
    check: 'Try a check',
    addresses: 'Addresses, one on each line',
    addressesHint: (most: Amount) =>
      `Up to ${most.shown}, as they stand in your table. They are asked about and written to no log.`,
    file: 'Choose a list',
    fileHint: 'Text, CSV or NDJSON. It is read on this device; its addresses go into the field above.',
    use: 'Use',
    ask: 'Check them',
    noAddress: 'Paste an address or choose a list first.',
    tooMany: (found: Amount, most: Amount) =>
      `These are ${found.shown} addresses, and this page takes ${most.shown}. For more use one of the commands below.`,
    tooLarge: 'This file is too large for this page. Use one of the commands below.',
    noAnswer: 'There is no answer, and no answer is not permission.',
    counted: (use: string, addresses: Amount) => `${use}: ${counted(addresses, 'address', 'addresses')}`,
    answers: 'Answers, address by address',
    address: 'Address',
    answer: 'Answer',
    why: 'Why',
    line: (index: string) => `Line ${index} of the log`,
    wholeAnswer: 'whole answer',
    wholeAnswerOf: (address: string) => `Whole answer about ${address}`,
    snapshot: 'All answers to take along',
    snapshotWhy:
      'A snapshot answers on your own machine: nobody learns what you ask about, and no file of it that is missing or changed is ever read as permission.',
    snapshotProblems: {
      none: 'No snapshot was made yet. A server makes one soon after its start.',
      unread: 'The newest snapshot could not be read.',
      unverified:
        'What was sent is not what the log signed. Do not rely on it. If it stays so, tell whoever runs this registry.',
    },
    log: 'Log',
    leaves: 'Lines of the log',
    loggedAt: 'Last line of',
    newestAt: 'The newest as of',
    places: 'Places and works',
    bytes: 'Bytes',
    licence: 'Licence',
    wholeNotWhose:
      'Your browser has checked that it is whole and signed by the key below. Whose key that is has to be told to you by a source that you trust.',
    key: 'the key of the log',
    files: (files: Amount) => counted(files, 'file', 'files'),
    fileList: 'Files of the snapshot',
    fileName: 'File',
    fromProgram: 'From a program',
    fromProgramWhy:
      'Ready to paste, for this registry. Only ALLOWED is permission; a command that cannot answer ends with 3.',
    examples: {
      check: 'Check a table',
      receipt: 'Verify a receipt',
      pull: 'Fetch the snapshot',
      curl: 'Over HTTP (curl)',
      python: 'Python',
      spark: 'Spark',
    },
    yesListWhy: 'Places and works whose makers say yes, or yes on their terms, to choose from.',
    yesList: 'Browse the yes list',
    receipts: 'Reports and receipts',
    receiptsWhy:
      'A check with --report and --receipt leaves behind what it found and what it rests on. Anybody can open a receipt here, on their own device.',
    openReceipt: 'Open a receipt',
    account: 'With an account',
    accountWhy: 'Nothing above needs an account. With one you have keys for programs, and webhooks.',
    keys: 'Keys and quotas',
    noKeys: 'You have no key that works.',
    keyName: 'Key',
    quota: 'Addresses a minute',
    sharedQuota: 'shared with your other keys',
    yes: 'yes',
    no: 'no',
    manageKeys: 'Make and revoke keys',
    namedRuns: 'Runs that show your name',
    namedRunsWhy:
      'A countersigned receipt shows your name only if you asked for that. Taken back, the name is deleted for good; the date and the figures stay in the log.',
    noNamedRuns: 'None.',
    namedRun: (day: string, rows: Amount, denied: string) =>
      `${day} · ${counted(rows, 'row', 'rows')}, ${denied} denied`,
    nameHidden: 'A moderator took this name out of sight.',
    takeNameBack: 'Take my name back',
    nameTakenBack: 'Your name is deleted from this run.',
    webhooks: 'Webhooks',
    webhooksWhy:
      'An address of yours is told within a minute or two that the log has grown; what changed is read from the feed of changes.',
    addWebhook: 'Add a webhook',
    addWebhookNow: 'Add it',
    webhookAddress: 'Address to be told',
    webhookAddressHint: 'http or https, reachable from the internet.',
    webhookMade: 'The secret that signs its messages',
    webhookSecret: 'the secret',
    removeWebhook: 'Remove',
    webhookMore: 'Attempts, and telling it again',
    toldUpTo: (size: string) => `Told up to a log of ${size} lines.`,
    givenUp: (moment: string) =>
      `Given up on ${moment}, after a day of failures. Have it told again to take it up.`,
    failing: (moment: string) => `Nothing has reached it since ${moment}.`,
    triedAgain: (moment: string) => `It is tried again on ${moment}.`,
    noAttempts: 'Nothing was sent to it yet.',
    told: (since: string, size: string) => `log from ${since} to ${size}`,
    replaySince: 'Tell it again from this size of the log',
    replayHint: '0 is the whole log.',
    replay: 'Tell it again',
    replayed: 'It will be told again, within a minute or two.',
  },

  receipt: {
    title: 'Open a receipt',
    lead: 'A receipt shows which files were checked against which answers, and what was kept.',
    choose: 'Choose a receipt',
    chooseHint: 'It is read on this device and goes nowhere.',
    problems: {
      unreadable: 'This is no receipt that holds together. Nothing of it may be relied on.',
      'too-large': 'This file is too large for a receipt.',
      'not-run': 'Your browser could not read it. Nothing was checked.',
    },
    broken: 'This receipt does NOT hold.',
    notItsSigner: 'The key that it names did not sign it as it stands: a word of it was changed.',
    noKey: 'Not shown: no key known here signed it.',
    noKeyMeans:
      'Anybody could have made it. Enter the key of the log it names, from a source that you trust. A log that has changed its key since needs its list of keys, with the command below.',
    signed: 'The log signed what the answers rest on.',
    signedMeans: {
      published:
        'Checked in your browser with the keys that this registry publishes. Whose these are has to be told to you by a source that you trust.',
      own: 'Checked in your browser with the keys that you gave.',
    },
    says: 'What it says',
    limits: 'It cannot prove what was trained.',
    answers: (rows: Amount) => counted(rows, 'row, by answer', 'rows, by answer'),
    uses: 'Asked about',
    keep: 'Rows kept',
    keeps: { 'not-denied': 'All that nobody said no to', allowed: 'Only those with a yes' },
    kept: 'Kept',
    dropped: 'Dropped',
    licensed: 'Kept as held by contract',
    accepted: 'Kept because terms were accepted',
    named: 'Captions that name somebody who said no',
    madeAt: 'Made, by its own word',
    signer: 'Signed by its builder',
    notSigned: 'no: whoever has the files can make it again and compare',
    parts: 'Receipts folded into it',
    sources: 'Whose answers',
    asOf: 'Answers of',
    checked: 'Checked here',
    checks: {
      signed: 'signed by the log, over a tree that holds these lines',
      'no-key': 'not checked: no key known here signed it',
      broken: 'does not hold',
    },
    files: 'Files that were checked',
    rows: 'Rows',
    digests: 'SHA-256',
    checkedFile: 'checked',
    writtenFile: 'written',
    firstFiles: (shown: string) => `The first ${shown} are shown; the receipt has all of them.`,
    notVerified: 'What was not verified here',
    open: [
      'Whether the files that you have are those that it names.',
      'Whose the key of its builder is.',
      'When it was made: only a proof from a log beside it dates it.',
      'What was accepted or is held by contract: it names these by digest alone.',
    ],
    byCommand: 'The command compares files too, reads the proof of a date, and takes the key from you:',
  },

  allowed: {
    title: 'What is allowed',
    lead: 'Places and works whose makers say yes, or yes on their terms. For people who build datasets.',
    words: 'Words',
    wordsHint: 'In the address, the credit line, the licence or the contact.',
    use: 'Use',
    anyUse: 'Any use',
    terms: 'Terms',
    either: 'With or without terms',
    withoutTerms: 'Without terms',
    onTerms: 'Only on terms',
    submit: 'Show',
    none: 'Nobody has said yes yet. A new yes is listed here within minutes.',
    noneFits: 'Nothing here fits.',
    showAll: 'Show everything',
    take: 'Take the list along:',
    onlyAList:
      'This is a list to choose from, some minutes old. What is not listed is not allowed by that. Before you use anything, check it: a no may have come since.',
  },

  statement: {
    title: (index: string) => `Line ${index} of the log`,
    organisation: 'Speaks for its members',
    seeRecord: 'See the record',
    asked: 'Who has asked since',
    runsWith: (runs: Amount) =>
      `${counted(runs, 'named run', 'named runs')} used a snapshot containing this answer:`,
    erased: 'The readable address was deleted; its fingerprint remains.',
    by: 'By',
    byYou: 'By you',
    you: 'You',
    forMembers: {
      DENY: 'It counts for each member whose mandate stands.',
      ALLOW: 'It counts for a member only once that member has confirmed it.',
      CONDITIONAL: 'It counts for a member only once that member has confirmed it; until then it is a no.',
    } as TextOf<Preference>,
    withdrawnOn: (day: string) => `Withdrawn on ${day}`,
    withdrawnMeans: 'It no longer holds. The record shows that it once stood.',
    replaced: 'Replaced by a later answer',
    toLater: 'See the later answer',
    endsOn: (day: string) => `Until ${day}`,
    counts: {
      all: 'This answer stands.',
      'its-no': 'The no in this answer counts; the terms do not.',
      'not-yet': 'This answer is on the record, and does not count yet.',
      nothing: 'This answer is on the record, and does not count.',
    } as TextOf<StatementWeight['counts']>,
    reservation:
      'Whoever said this reserves the right to text and data mining, as Article 4(3) of Directive (EU) 2019/790 provides.',
    use: 'What the use means',
    saidBy: 'Said by',
    assurance: 'Rests on',
    basis: 'Ground',
    saidAt: 'Said on',
    logIndex: 'Line in the log',
    id: 'Statement id',
    digest: 'Fingerprint of the address',
  },

  verification: {
    title: 'The proof',
    checking: 'Your browser is checking the proof…',
    verified: 'Verified in your browser.',
    verifiedMeans: (log: string, index: string) =>
      `The log ${log} holds this answer as its line ${index}, under a root that its key has signed. Your browser worked that out itself; it did not take our word for it.`,
    doesNotShow:
      'No proof shows whether somebody may speak for a work, or what was said later. What an answer rests on and whether it still stands is our word of today.',
    notCovered: 'The log has only just taken this answer.',
    notCoveredMeans: 'No signed checkpoint covers it yet. That takes a second.',
    again: 'Check again',
    failed: 'The proof has FAILED.',
    failures: {
      leaf: 'The line of the log that was sent is not the line of this answer.',
      shown: 'This page says something else than the line of the log.',
      opening: 'The exact words or terms are not those that the line of the log is sealed with.',
      keys: 'A key that the registry publishes is no key.',
      proof: 'The proof cannot be read, or belongs to something else.',
      place: 'The proof is about another line of the log.',
      signature: 'The signature is not by the key of the log: it, or what it signs, was changed.',
      signer: 'None of the trusted keys has signed this.',
      way: 'The hashes do not lead to the root that the log has signed.',
    } as TextOf<Failure>,
    failedMeans:
      'Do not rely on this page, and do not take it for a yes. Load it once more. If it fails again, keep what was received, and show it to whoever runs this registry and to others: it is evidence.',
    signerMeans:
      'You gave the keys yourself. If the log has moved to another key since, its older key vouches for the newer one in the log itself.',
    received: 'What was received',
    receivedProof: 'Proof',
    receivedLeaf: 'Line of the log',
    unable: 'It could not be checked here.',
    inabilities: {
      'newer-leaf':
        'This answer is written in a newer form than this page knows. Load the page again to get the newest one.',
      'unknown-keys':
        'The keys of the log are of a kind that this page cannot check. Download the proof and use another verifier.',
      'not-run':
        'The part of this page that checks proofs could not be loaded, or broke. Load the page again, or download the proof and check it elsewhere.',
    } as TextOf<Inability | 'not-run'>,
    unableMeans: 'That says neither that the proof is good nor that it is bad.',
    key: 'Key that signed',
    keySource: { published: 'as this registry publishes it', own: 'given by you' },
    publishedKey:
      'Whoever could rewrite the whole log could publish another key with it. So compare this key with one that you have from elsewhere or noted earlier, or let the page check with that one.',
    wholeKey: 'The key, to compare',
    size: 'Lines under the signature',
    root: 'Root that was signed',
    witnesses: 'Cosigned by',
    cosignedAt: (moment: string) => `on ${moment}`,
    unchecked: 'Also signed by, not checked here',
    uncheckedMeans:
      'Witnesses vouch that everybody is shown the same log. Give their keys below to have them checked.',
    noWitness: 'No witness has cosigned this checkpoint.',
    ownKeys: {
      title: 'Check with a key that you trust',
      label: 'Keys, one on each line',
      hint: 'The key of the log as name+id+base64, and keys of witnesses if you have any. They stay in this tab.',
      use: 'Check with these keys',
      drop: 'Go back to the published key',
      notAKey: (line: number) =>
        `Line ${line} is not a key. It should look like registry.example/log+1a2b3c4d+AQ…`,
      noLogKey: 'None of these is a key of a log that this page can check.',
    },
    steps: {
      title: 'Every step, to do again yourself',
      intro:
        'Hashes are SHA-256, in hexadecimal digits. 00 and 01 are single bytes, ‖ puts one after the other.',
      opening: 'The exact words are sealed: salt ‖ words give the “opening” of the leaf',
      salt: 'Salt',
      leaf: 'The leaf, which is what is proved',
      leafHash: 'Its hash, 00 ‖ leaf',
      sibling: { left: 'The neighbour on the left', right: 'The neighbour on the right' },
      node: { left: 'Together, 01 ‖ neighbour ‖ hash', right: 'Together, 01 ‖ hash ‖ neighbour' },
      root: 'The root, which is the third line of what was signed, in base64',
      note: 'What was signed, by Ed25519, with the key above',
    },
    certificate: 'Certificate to print',
    download: 'Download the proof',
  },

  card: {
    title: 'A card to show',
    lead: 'A picture of your answer, for a story or a post. It names nothing that is not public already: the answer, its day and its line in the log. It is made here, on your device.',
    shape: 'Shape',
    shapes: { story: 'Story, upright', square: 'Square' },
    shows: (sentence: string) => `The card: ${sentence}, with a code that leads to where others say no`,
    record: (day: string, line: string) => `On public record since ${day}, line ${line} of the log.`,
    invitation: 'Say no, too:',
    message: 'I put my answer on the public record. You can, too:',
    take: 'Share or save it',
    picture: 'Put a picture of yours on it',
    pictureHint:
      'Only if you want to, and only one of your own: whoever sees the card can copy it. It stays on this device.',
    withoutPicture: 'Without the picture',
    unreadable: 'This file is no picture that your browser can read.',
    ended: 'This answer no longer stands, so there is no card of it.',
    linkTitle: 'The link alone',
    linkWhy:
      'It leads straight to where a friend says no, in as few steps as you took. It tells nobody that it came from you.',
    open: 'Make a card to show',
  },

  certificate: {
    tab: (index: string) => `Certificate of line ${index}`,
    over: 'Certificate of an answer on public record',
    print: 'Print it',
    back: 'Back to the answer',
    waiting: 'A certificate can be had once the proof is verified.',
    none: 'There is no certificate of what does not hold.',
    said: 'What was said',
    exactly: 'Exactly as written',
    erased: 'Deleted as its author wished; the fingerprint remains.',
    address: 'Address',
    digest: 'Its fingerprint, SHA-256',
    contact: 'Contact',
    until: 'Until',
    reservation: 'Reservation of rights',
    standing: (moment: string) => `Our word of ${moment}`,
    record: 'Where it stands',
    log: 'Log',
    leafHash: 'Hash of the line',
    checked: (moment: string) =>
      `Checked in a browser on ${moment}: line, hashes and signature fit together.`,
    keySource: {
      published: 'The key is the one that the registry published then.',
      own: 'The key was given by whoever made this certificate.',
    },
    verify: 'How anybody can check it',
    fetch: 'Fetch the proof: scan the code, or open',
    command: 'Check it with any verifier of C2SP tlog-proof, or in a copy of Assent with',
    byHand: 'Or with sha256sum and openssl alone: docs/verify-by-hand.md there says how.',
    page: 'What holds today is at',
    paper:
      'This sheet is a copy that anybody could print; the proof is what counts. It shows that the log holds this answer since then. It does not show who may speak for the work, nor that the answer still stands.',
    shortened: 'Long texts are cut here (…); the page of the answer has them whole.',
    code: 'QR code with the address of the proof',
  },

  dispute: {
    titles: {
      'my-no-holds': 'Somebody says yes here.',
      'my-no-waits': 'Somebody says yes here.',
      'my-yes-waits': 'Somebody says no here.',
      'no-holds': 'Contested.',
      'yes-waits': 'Contested.',
      lapsed: 'Lapsed.',
      'my-lapsed': 'Lapsed.',
      decided: 'Set aside.',
      'too-late': 'Not heard.',
      'too-late-for-a-file': 'Not heard.',
    } as TextOf<DisputeStanding['what']>,
    meanings: {
      'my-no-holds': (day) =>
        `They have shown that the place, or the work there, is theirs. Your answer holds until ${day}; show that it is yours, and it stays.`,
      'my-no-waits': () =>
        'They have shown that the place, or the work there, is theirs. What you sent waits for a person to look at it, and until then your answer holds.',
      'my-yes-waits': (day) =>
        `They have not shown that it is theirs. For now their no holds; if they show nothing by ${day}, it lapses and your yes counts.`,
      'no-holds': (day) =>
        `Somebody who has shown that the place, or the work there, is theirs says yes. If nothing is shown for this no by ${day}, it lapses.`,
      'yes-waits': (day) =>
        `Somebody says no here, and for now their no holds. If nothing is shown for it by ${day}, it lapses.`,
      lapsed: (day) => `On ${day} it was set aside: within 14 days nothing had been shown for it.`,
      'my-lapsed': (day) =>
        `On ${day} it was set aside: within 14 days nothing had been shown for it. If this is yours, show it, and then answer again.`,
      decided: () => 'A dispute about it was decided the other way.',
      'too-late': () =>
        'A dispute was decided here before. This answer is heard once whoever gave it has shown that the place is theirs.',
      'too-late-for-a-file': () =>
        'A dispute was decided here before. This answer is heard once a person has looked at what shows that the place is theirs.',
    } as Readonly<Record<DisputeStanding['what'], (day: string) => string>>,
    show: 'Show that it is mine',
    again: 'Answer again',
    seeOther: 'See the other answer',
  },

  exchange: {
    title: 'A dispute',
    mine: 'Disputes',
    none: 'Nobody says the opposite of what you said.',
    look: 'Look at the dispute',
    open: 'Until it is decided, the most protective answer holds.',
    waitsForPerson: 'Evidence was handed in: the no holds until a moderator has decided.',
    whereDecided: 'It is decided on the page where cases wait, once evidence was handed in.',
    opposed: 'What each side answers',
    says: { ALLOW: 'Says yes', DENY: 'Says no', CONDITIONAL: 'Says yes on terms' } as TextOf<Preference>,
    lapsesOn: (day: string) => `If whoever says no shows nothing, the no lapses on ${day}.`,
    decided: 'What was decided',
    before: 'What was decided before, and overturned',
    shown: 'What both sides have shown',
    nothingShown: 'Nothing so far.',
    by: (isOwn: boolean): string => (isOwn ? 'You' : 'The other side'),
    hasFile: 'Has a file that stayed with them:',
    digest: 'SHA-256',
    show: 'Show something',
    whoReads:
      'The other side and the moderators will read what you write here, your link, and the name, size and digest of your file. It cannot be taken back.',
    staysPrivate:
      'They see your pseudonym. Your name, your mail address and what you sent with your claim stay private: do not write here what the other side should not know.',
    textHint: 'How one can see it. No names or addresses that you want to keep to yourself.',
    chooseFile: 'Name a file that you have',
    fileHint:
      'It is read on this device and stays here. Only its name, its size and its digest are sent, so that you can show later that you had it.',
    send: 'Send it to both',
    sent: 'The other side and the moderators can read it now.',
    appeal: 'Appeal',
    appealMeans: (day: string) =>
      `Until ${day} each side can appeal once. Somebody who had no part in the decision looks at it again. What was decided holds meanwhile.`,
    lacksDecider:
      'This registry has no other moderator who could look at it. Your appeal waits until there is one.',
    overlooked: 'What was overlooked?',
    sendAppeal: 'Appeal',
    appeals: 'Appeals',
    waits: 'Waits for somebody who had no part in the decision.',
    appealOutcomes: {
      UPHELD: 'Upheld: the other was decided instead.',
      DISMISSED: 'Dismissed: the decision stands.',
    } as TextOf<EnumValue<'AppealOutcome'>>,
  },

  desk: {
    title: 'My desk',
    answers: 'My answers',
    askedSince: (day: string, dated: Amount, named: Amount) =>
      Number(dated.shown) === 0
        ? `Since your no of ${day}, no builder has had a receipt of a check dated here.`
        : `Since your no of ${day}, builders have had ${counted(dated, 'receipt of a check', 'receipts of checks')} dated here, ${named.shown} of them under a key that they chose to name.`,
    askedMeans:
      'What each check was of, only whoever holds the receipt can show. Builders who ask without a receipt are not counted.',
    runsSince: (runs: Amount) =>
      `Since your no, ${counted(runs, 'named run', 'named runs')} used a snapshot containing it:`,
    answerForAll: 'One answer for all that is mine',
    noAnswers: 'You have not answered for anything yet.',
    places: 'What you said is yours',
    noPlaces: 'Nothing yet. When you prove that a place is yours, it stands here.',
    knownEntries: (rows: Amount) => counted(rows, 'known row', 'known rows'),
    counts: {
      all: 'It counts.',
      'its-no': 'Only the no in it counts.',
      'not-yet': 'It does not count yet.',
      nothing: 'It does not count.',
    } as TextOf<StatementWeight['counts']>,
    withdraw: 'Withdraw',
  },

  acceptances: {
    title: 'Who accepted my terms',
    none: 'Nobody has accepted terms of yours yet.',
    means:
      'Accepting moves no money: what you ask for is owed as your terms say. Nobody has looked at the names; whose a key is, they have to show you.',
    by: 'Accepted by',
    nameless: 'Somebody who gave no name',
    uses: 'For',
    when: 'On record since',
    key: 'Key',
    stands: 'Today',
    over: 'This answer does not stand any more, so that nothing new may be taken under it.',
    keep: 'Keep the signed acceptance',
  },

  works: {
    title: 'My works',
    none: 'You have registered no work yet. Once you have, your answer follows it to its copies.',
    toWorks: 'All my works',
    toWork: 'To the work',
    register: 'Register a work',
    registerThis: 'Register it as a work',
    registerIt: 'Register it',
    registerMeans:
      'Your answer about a work holds wherever a copy of it is found, at addresses that nobody claimed too.',
    choose: 'Choose a file',
    chosen: 'Chosen',
    fileHint:
      'Fingerprints are made of it. It is kept only if you want that. A picture (JPEG, PNG, WebP, GIF or AVIF, up to 10 MB), a text, or a recording (WAV, FLAC or MP3, up to 50 MB).',
    address: 'Or the address of the work',
    byEntry: 'The picture is looked at once, where the row of the dataset says that it is.',
    workTitle: 'What it is called',
    workTitleHint: 'For you, and for moderators. It is not published.',
    public:
      'The public record shows fingerprints of the work, a random name for you, and when. It shows neither the file nor the title.',
    media: { IMAGE: 'Picture', TEXT: 'Text', AUDIO: 'Recording' } as TextOf<EnumValue<'Medium'>>,
    untitled: 'Without a title',
    someWork: 'A work, by its fingerprints',
    thisWork: 'this work',
    newMatches: (found: Amount) =>
      counted(
        found,
        'new place where a work of yours was found',
        'new places where works of yours were found',
      ),
    seeMatches: 'See where',
    foundAt: (found: Amount) =>
      found.shown === '0'
        ? 'Not found anywhere so far'
        : `Found at ${counted(found, 'address', 'addresses')}`,
    toLookAt: (found: Amount) => `${found.shown} more only you can confirm`,
    answers: 'Your answer',
    unanswered: 'You have not answered for this work yet.',
    answer: 'Answer for it',
    answerAnew: 'Change the answer',
    showNeeded:
      'It counts once a person has looked at how you show that the work is yours. Add evidence on the page of the work.',
    showStronger:
      'It weighs more once a person has looked at what you show. Add evidence on the page of the work.',
    known: 'What is known of it',
    others: 'Other accounts that registered this file',
    soundOnly:
      'A machine recognises a recording by the very same sound only. A copy that is quieter, compressed, cut or faster may not be found, and whoever asks about it is told that nobody has answered. Register each file that you publish, and claim the addresses where they are.',
    isPlain:
      'This picture is small, or has few details. Many pictures look like it, so a machine only suggests where it may be.',
    matches: 'Where it was found',
    matchesMean:
      'Where a machine is sure, your no holds at once. A yes reaches a copy only once you have confirmed it.',
    waits: 'A person looks at this work first',
    waitsMeans:
      'It was found at more than 1,000 addresses that are not yours. Add evidence, so that a moderator can let it.',
    show: 'Show',
    views: { open: 'Not confirmed by you', certain: 'Sure', rejected: 'Rejected' },
    lookAgain: 'Look again',
    noMatches: 'None here. New rows are compared as they come in.',
    moreLater: 'There are more; they show once these are decided.',
    chooseAll: 'Choose all',
    chooseNone: 'Choose none',
    confirm: (chosen: Amount) => `It is my work (${chosen.shown})`,
    reject: (chosen: Amount) => `It is not (${chosen.shown})`,
    confirmed: (done: Amount) => counted(done, 'address confirmed.', 'addresses confirmed.'),
    rejected: (done: Amount) => counted(done, 'address rejected.', 'addresses rejected.'),
    isNew: 'new',
    partsAlike: (parts: number) => `${parts} parts where they should be`,
    kinds: {
      SAME_FILE: 'The same file',
      SAME_PICTURE: 'The same picture',
      PROBABLY_SAME: 'Probably the same',
      SIMILAR: 'Similar',
      SIBLING: 'Another size or a proxy, by its address',
    } as TextOf<EnumValue<'WorkMatchKind'>>,
    methods: { SHA256: 'SHA-256', MD5: 'MD5' },
    nearInMeaning: (cosine: string) => `near in meaning, ${cosine} of 1`,
    atNamedAddress: 'At an address that you named',
    byMeaning: {
      COMPARED: 'Rows near to it in meaning are suggested.',
      NO_PICTURE: 'Only pictures are compared by meaning.',
      NO_VECTOR:
        'It is not compared by meaning: the model at work here has not seen it. Give its file on “Register a work” once more.',
      OFF: 'Nothing is compared by meaning here: whoever runs this registry did not turn that on. All other ways are.',
      NO_WEIGHTS:
        'Nothing is compared by meaning at the moment: the files of the model are missing. All other ways are.',
      FAILED: 'Nothing is compared by meaning at the moment: the model does not work. All other ways are.',
    } as TextOf<EnumValue<'WorkMeaningState'>>,
    states: {
      SUGGESTED: 'Not sure: counts once you confirm it.',
      WAITING: 'It waits for a moderator.',
      MATCHED: 'Sure: your no holds there.',
      CONFIRMED: 'You confirmed it.',
      REJECTED: 'You said that it is not your work.',
    } as TextOf<EnumValue<'WorkMatchState'>>,
  },

  claimFiles: {
    left: 'Files that were left with it',
    titles: { ORIGINAL: 'The file itself', SCREENSHOT: 'A screenshot for a moderator' } as TextOf<
      EnumValue<'KeptFileKind'>
    >,
    means: {
      ORIGINAL:
        'Only fingerprints are kept unless you leave the file here. A moderator can then compare originals when somebody else claims the work. It stays as it is, with whatever it says of place and time. Only you and moderators who have your claim before them can open it. You can delete it at any time; it goes with the work and with your account.',
      SCREENSHOT:
        'If the site does not let us look: a picture of your profile with the code in it and the address in sight. Of where, when and with what it was taken, nothing is kept. Only you and moderators can open it. It is deleted once the claim is decided, and after 90 days.',
    } as TextOf<EnumValue<'KeptFileKind'>>,
    choose: { ORIGINAL: 'Keep the file here', SCREENSHOT: 'Choose a screenshot' } as TextOf<
      EnumValue<'KeptFileKind'>
    >,
    hints: {
      ORIGINAL: 'The very file that the work was registered by, up to 20 MB; 200 MB for all your works.',
      SCREENSHOT: 'PNG, JPEG or WebP, up to 5 MB. Crop away what is nobody’s business.',
    } as TextOf<EnumValue<'KeptFileKind'>>,
    kinds: { ORIGINAL: 'The file of the work', SCREENSHOT: 'Screenshot' } as TextOf<
      EnumValue<'KeptFileKind'>
    >,
    keepToo: 'Keep the file here, too',
    show: 'Show it',
    hide: 'Hide it',
    download: 'Download it',
    remove: 'Delete it',
  },

  originals: {
    title: 'A signed original',
    given: 'Signed files that were given with it',
    means:
      'If your camera or program signs what you make (Content Credentials, C2PA), give the file here. It is read and forgotten; what its signature says is kept with this claim, for you and for moderators. By itself it proves nothing here: send it as evidence, too, if a person is to look.',
    meansToModerators:
      'What the files say of themselves. Whoever signed a file need not have made it, nor be the claimant. On the list means that an authority on this registry’s list made the certificate; whether it was taken back since is not asked.',
    choose: 'Choose a signed file',
    hint: 'JPEG, PNG, HEIC, AVIF or MP3, as the program saved it, up to 20 MB. Most sites take the signature out.',
    reading: 'Reading it …',
    read: (moment: string) => `read ${moment}`,
    file: 'The file',
    states: {
      UNCHANGED: 'Unchanged since it was signed.',
      CHANGED: 'Changed after it was signed, or the signature does not fit.',
      UNBOUND: 'Not known: the signature does not cover all of it in a way that is read here.',
    } as TextOf<EnumValue<'OriginalState'>>,
    which: 'Which file',
    registered: {
      same: 'The very file that the work was registered by.',
      other: 'Another file than the work was registered by.',
    },
    kinds: { C2PA: 'Signed by', CAWG: 'Made by, as it says' } as TextOf<EnumValue<'SignatureKind'>>,
    nobody: 'Nobody is named.',
    onList: 'The certificate is on this registry’s list.',
    doubts: {
      BROKEN: 'The signature does not fit: the names are worth nothing.',
      UNREAD: 'A kind of signature that is not read here.',
      UNFIT: 'On no list: the certificate is not made for signing works.',
      OUT_OF_DATE:
        'On no list: the certificate is not valid now, and no time stamp on the list says that it was.',
      UNLISTED: 'On no list: anybody can make such a certificate, with any name.',
    } as TextOf<EnumValue<'SignatureDoubt'>>,
    signed: (moment: string) => `Signed ${moment}, by a time stamp on the list.`,
    noTime: 'When is not known: no time stamp on the list.',
    names: 'The certificate names',
    proven: 'Proven here by the claimant, too:',
    says: 'What it says about AI',
    sayTheSame: 'Say the same here',
  },

  matchKeys: {
    title: 'Keys',
    close: 'Close',
    next: 'the next one',
    previous: 'the one before',
    choose: 'choose it, or leave it',
    chooseAll: 'choose all, or none',
    confirm: 'it is my work: what is chosen, or this one',
    reject: 'it is not: what is chosen, or this one',
    help: 'show these keys',
  },

  namedInCaptions: {
    title: 'Captions that name you',
    why: 'A name in a caption does not make a work yours, so nothing rests on it. Look through them, and register what is yours.',
    none: 'Give the names that your work goes by, and the captions that hold them are shown here.',
    setNames: 'Names on the account page',
    rows: (found: Amount) => counted(found, 'row', 'rows'),
  },

  bringList: {
    title: 'Bring a list',
    means:
      'You kept a list of addresses elsewhere? Bring it: a no to AI training for each of them, dated today. A bare name means the whole site.',
    choose: 'Choose a file',
    hint: 'A text with one address on each line, or a table (CSV) with a column of them. It is read on this device; only the addresses are sent.',
    addresses: 'The addresses',
    sayNo: (rows: Amount) => `Say no to ${counted(rows, 'address', 'addresses')}`,
    busy: (done: string, all: Amount) => `${done} of ${all.shown} …`,
    done: 'The list is on the record.',
    tally: (recorded: Amount, known: Amount, refused: Amount) =>
      `${recorded.shown} recorded, ${known.shown} known already, ${refused.shown} refused.`,
    statuses: {
      RECORDED: 'Recorded.',
      KNOWN: 'You had said no to it already.',
      REFUSED: 'Not recorded.',
    } as TextOf<EnumValue<'ImportStatus'>>,
    more: 'The table holds all of them.',
    download: 'Keep the results as a table',
  },

  manyWorks: {
    title: 'Register many at once',
    means: 'Choose a folder, or many files. Your answer then holds wherever a copy of any of them is found.',
    staysTitle: 'Your files stay on this device.',
    stays:
      'Fingerprints are computed here, in your browser. Only they leave it, with the names of the files as titles. No file is sent, and none is kept.',
    chooseFiles: 'Choose files',
    chooseFolder: 'Choose a folder',
    drop: 'Or drop them here.',
    chosen: (files: Amount) => `${counted(files, 'file', 'files')} chosen`,
    hint: 'Pictures (JPEG, PNG, WebP, GIF, AVIF), texts and recordings. A recording is recognised by its very bytes only; the command line makes fingerprints of sound.',
    registerThem: (files: Amount) => `Register ${counted(files, 'work', 'works')}`,
    tally: (done: string, all: string, registered: string, known: string, refused: string) =>
      `${done} of ${all}: ${registered} registered, ${known} known already, ${refused} refused.`,
    stop: 'Stop after this batch',
    goOn: 'Not all is done. Press the button again, today or another day: what is done is passed over.',
    why: {
      'too-large': 'It is too large to be looked at here.',
      'not-a-picture': 'This browser reads no picture in it.',
      'not-text': 'It is no text in UTF-8.',
    },
    answer: 'Now answer for all of them',
  },

  collections: {
    title: 'Collections',
    lead: 'Works in groups: a series, a year, a client. One answer holds for all of a group, also for works that come into it later.',
    none: 'You have no collection yet.',
    toCollections: 'All collections',
    begin: 'New collection',
    name: 'What it is called',
    nameHint: 'For you alone. It is not published.',
    create: 'Make the collection',
    works: (works: Amount) => counted(works, 'work', 'works'),
    exceptions: (works: Amount) => counted(works, 'exception', 'exceptions'),
    waiting: (works: Amount) =>
      `The last change has yet to reach ${counted(works, 'work', 'works')}. That takes minutes; until then each keeps what was said of it before.`,
    answer: 'The answer for all',
    unanswered: 'You have not answered for this collection yet.',
    ends: (day: string) => `Until ${day}`,
    give: 'Answer for all its works',
    change: 'Change the answer for all',
    close: 'Leave it as it is',
    reachesNone: 'No work gets this answer now. Those that come into the collection get it at once.',
    reaches: (works: Amount) =>
      `${counted(works, 'work gets this answer, with a line of its own in the public log', 'works get this answer, each with a line of its own in the public log')}. Works that come into the collection later get it too.`,
    noExceptions: 'There are no exceptions.',
    stay: (works: Amount) =>
      `${counted(works, 'exception stays as it is', 'exceptions stay as they are')}, until you end it.`,
    undecided: (works: Amount) =>
      `${counted(works, 'of them waits', 'of them wait')} for the last change. What was said of one by itself stays as an exception.`,
    save: 'Give this answer to all',
    saved: 'The answer is on the record.',
    withdrawn: 'The answer is withdrawn.',
    withdraw: 'Withdraw the answer for all',
    withdrawTitle: 'Withdraw what this collection says?',
    withdrawMeans: (works: Amount) =>
      `It is withdrawn from ${counted(works, 'work that follows it', 'works that follow it')}. From then on nobody has answered for them, as far as you are concerned; that is not permission. It stops future use only.`,
    inIt: 'Works in it',
    nothingInIt: 'No work is in it yet.',
    standings: {
      FOLLOWS: 'follows the collection',
      EXCEPTED: 'exception',
      WAITING: 'waits for the last change',
    } as TextOf<EnumValue<'CollectionStanding'>>,
    out: (chosen: Amount) => (chosen.shown === '0' ? 'Take out' : `Take out (${chosen.shown})`),
    outMeans: 'Works that leave keep the answer that they have.',
    tookOut: (done: Amount) => counted(done, 'work taken out.', 'works taken out.'),
    excepted: 'Exceptions',
    exceptedMeans:
      'Of these something else was said, or withdrawn. They keep that whatever the collection says.',
    end: (chosen: Amount) =>
      chosen.form === 'one'
        ? 'End the exception'
        : chosen.shown === '0'
          ? 'End the exceptions'
          : `End the exceptions (${chosen.shown})`,
    ended: (done: Amount) =>
      counted(done, 'work follows the collection now.', 'works follow the collection now.'),
    endAfter: 'Answer for all its works first. Then an exception can be ended.',
    add: 'Put works in',
    addFrom: 'Choose from my works',
    addMeans: 'A work is in one collection at most: put in here, it leaves the other.',
    putIn: (chosen: Amount) => `Put in (${chosen.shown})`,
    didPutIn: (done: Amount) =>
      counted(done, 'work is in the collection now.', 'works are in the collection now.'),
    isIn: 'in this collection',
    isInOther: 'now in',
    furtherWorks: 'Further works',
    firstWorks: 'From the first again',
    noFurther: 'No further works.',
    rename: 'Rename it',
    renameTitle: 'Another name for this collection',
    renameConfirm: 'Keep this name',
    dissolve: 'Dissolve the collection',
    dissolveTitle: 'Dissolve this collection?',
    dissolveMeans: 'Its works stay yours and keep the answers that they have. Only the group goes.',
    dissolveConfirm: 'Dissolve it',
    ofWork: 'In the collection',
    ofWorkMeans: 'What you answer for this work alone is kept as an exception.',
  },

  giveUp: {
    button: 'Give up this work',
    title: 'Give up this work?',
    means:
      'What you said about it is withdrawn, and it is looked for no more. That stops future use only: what was decided by your answers stays decided.',
    confirm: 'Give it up',
  },

  withdraw: {
    title: 'Withdraw this answer?',
    noMeans: 'From then on nobody has answered for it, as far as you are concerned. That is not permission.',
    yesMeans: 'It stops future use only. What was trained while your yes stood stays trained.',
    stays: 'The record keeps the line and adds one that says it is withdrawn.',
    confirm: 'Withdraw it',
    keep: 'Keep it',
  },

  claim: {
    title: 'A place that is claimed',
    prove: 'Prove it',
    see: 'See it',
    since: 'Since',
    capacity: 'You answer because',
    reaches: 'It covers',
    decision: 'Decision',
    provedMeans:
      'Your answers for this place count. Being in control of it says who you are, not which works are yours.',
    unprovedMeans:
      'That is your word so far. A no on single addresses counts already; for folders, sites and any yes it takes proof.',
    contested: 'Somebody else says that this is theirs.',
    contestedMeans:
      'A moderator decides between you. Until then the stricter answer holds, so a no stays a no.',
    chooseWorks: 'Now choose your works',
    reachesNothing:
      'No row of the datasets here has an address in this place. What you answer holds for those that come.',
    reachesRows: (rows: Amount) =>
      `${counted(rows, 'known row of a dataset has', 'known rows of datasets have')} an address in this place. Which of them show works of yours?`,
    lookAtThem: 'Look at them',
    answerForPlace: 'Answer for the whole place',
    withdraw: 'This is not mine after all',
    withdrawTitle: 'Say that this is not yours?',
    withdrawMeans: 'Answers that rest on it stop counting where they need proof. The record keeps its lines.',
    withdrawConfirm: 'It is not mine',
  },

  proof: {
    title: 'Show that it is yours',
    makeFile: 'Make a plain text file that holds exactly this:',
    putFile: 'Put it on your site so that it opens at this address:',
    check: 'Let us look. It takes a few seconds.',
    content: 'content of the file',
    address: 'address of the file',
    how: 'How do you want to show it?',
    ways: {
      WELL_KNOWN_FILE: { label: 'A small file on the site', hint: 'If you can upload files.' },
      DNS_TXT: { label: 'A record in the DNS', hint: 'If you manage the domain name.' },
      HTML_LINK: {
        label: 'A mark on the page',
        hint: 'If you can edit the head of the page, or a link on your profile.',
      },
      DOMAIN_MAIL: { label: 'A code by mail', hint: 'If you read mail to webmaster@ or the like.' },
      OPENID_CONNECT: {
        label: 'Signing in there',
        hint: 'If you have signed in with that site here within the hour. Link it on your account page.',
      },
    } as TextOf<EnumValue<'ProofMethod'>, { label: string; hint: string }>,
    makeRecord: 'Where you manage the domain, make a record of type TXT with this name:',
    recordName: 'name of the record',
    recordHolds: 'Its text is exactly this. It can take up to an hour to be seen everywhere:',
    recordText: 'text of the record',
    putLink: 'Put a link to this address on your profile, in the field for your website:',
    link: 'address to link to',
    linkNeeds: 'It counts if the site writes rel="me" with it, as many do with the links of a profile.',
    putElement: 'Put this into the head of the page:',
    orPutElement: 'Or, if you can edit the page itself, put this into its head:',
    element: 'element',
    onPage: 'We look at this page, as it is without scripts:',
    pageAddress: 'address of the page',
    mailTo: 'To which address may we send the code?',
    sendCode: 'Send the code',
    codeSent: (address: string) => `Sent to ${address}. The code works once, for an hour.`,
    code: 'Code from the mail',
    useCode: 'Use this code',
    siteRefuses: 'This site does not let us look.',
    siteRefusesMeans:
      'Put the code into the text of your profile and take a screenshot that shows it with the address. Then describe it to a moderator below, link to the profile and leave the screenshot there: a person compares the two. Your no on single works holds meanwhile.',
    leaveIt: 'Leave it there once it is found: we look again about once a month.',
    failing: 'We no longer see what shows that it is yours.',
    failingMeans: (day: string) =>
      `Everything counts as before until ${day}. We look every day; put it back by then.`,
    lapsed: (day: string) => `Your proof lapsed on ${day}.`,
    lapsedMeans:
      'A yes here no longer counts, nor does a no for the whole site or folder. A no for a single address still holds. Prove it again below.',
    checkNow: 'Check now',
    checking: 'Checking…',
    newCode: 'Get a new code',
    expiredHint: 'Get a new code and change the file to match it.',
    lastProblem: 'At the last check:',
    expires: (day: string) => `The code holds until ${day}.`,
    lastChecked: (moment: string) => `Last checked on ${moment}.`,
  },

  profileLink: {
    title: 'A link from somebody’s profile',
    lead: 'Whoever put it there shows by it that the profile is theirs, so that their answers about their works count here.',
    more: 'The link leads to nobody’s account: it tells the registry that page and claim belong together, and tells you nothing else.',
    home: 'What is this registry?',
  },

  evidence: {
    title: 'Or let a person look',
    why: 'If you cannot put a file there, tell a moderator how they can see that it is yours. Your no on single addresses holds meanwhile.',
    text: 'What shows that it is yours?',
    textHint:
      'For instance: sketches, an older post, a profile that names you. Moderators read this, nobody else.',
    link: 'A link to it (may be left empty)',
    send: 'Send to a moderator',
    sent: 'Sent. A moderator will look at it.',
    given: 'Evidence given',
  },

  account: {
    title: 'My account',
    about: 'About you',
    noEmail: 'None',
    emailState: 'Confirmed?',
    emailConfirmed: 'Yes',
    emailUnconfirmed: 'Not yet. Open the link in the mail that we sent, or type its code here.',
    sendConfirmation: 'Send a new mail',
    confirmationHint: 'Open the link in it, or type its code here.',
    pseudonym: 'Pseudonym',
    pseudonymMeans: 'The pseudonym is random. It is the only name by which the public record knows you.',
    role: 'Role',
    since: 'Since',
    noPassword: 'You have none; you sign in by mail. You may add one.',
    currentPassword: 'Current password',
    changePassword: 'Change the password',
    setPassword: 'Set a password',
    passwordChanged: 'The new password is set.',
  },

  artistNames: {
    title: 'Names that your work goes by',
    why: 'Other spellings, pen names, names in other scripts. Who searches for one of them also finds captions with the others.',
    label: 'Names, one on each line',
    hint: 'At most 12. The most usual first.',
    whoSees:
      'Everybody who searches for one of these names is told the others, once you have proved that a place is yours. Until then they only widen your own searches. They are not on the public record, and go with your account or when you delete them here.',
    save: 'Save the names',
    saved: 'The names are saved.',
  },

  sessions: {
    title: 'Where you are signed in',
    current: 'This browser',
    other: 'Another browser',
    lastSeen: (moment: string) => `Last seen on ${moment}`,
    signOut: 'Sign out',
    signOutEverywhere: 'Sign out everywhere',
  },

  linked: {
    title: 'Services that you come in by',
    unknown: 'A service that is not offered here any more',
    since: (day: string) => `Linked on ${day}.`,
    unlink: (name: string) => `Unlink ${name}`,
    unlinkIt: 'Unlink',
    onlyWay: 'The only way into your account. Link another service first; then this one can be unlinked.',
    means:
      'You can then no longer come in by it. Where it showed that a profile is yours, that holds for 14 more days: show it in another way by then.',
    keep: 'Keep it',
    confirm: 'Unlink it',
  },

  matchNews: {
    title: 'When a work of yours is found',
    why: 'New rows of datasets are compared with your works as they come in. Your desk shows what was found; you can be told elsewhere too.',
    mails: 'Tell me by mail, at most once a week',
    mailsMean:
      'Only when there is something that you have not looked at. Each mail has a link that ends them.',
    cannotMail:
      'No mail can be sent to you at the moment: there is no confirmed address of yours, or this registry sends none. The choice is kept.',
    language: 'Language of the mails and the feed',
    languages: { EVERY: 'English and Spanish', EN: 'English', ES: 'Español' },
    save: 'Save',
    saved: 'Saved.',
    feed: 'A feed for your reader',
    feedMeans:
      'A private address that a feed reader (Atom) looks at. Whoever has it can read where your works were found, and nothing else.',
    feedSince: (day: string) =>
      `Your feed has had its address since ${day}. Only you know it; it is not kept here.`,
    makeFeed: 'Make a feed',
    renewFeed: 'Make a new address',
    endFeed: 'End the feed',
    shownOnce: 'Copy the address now: it is shown this once. Any before it has ended.',
  },

  unsubscribe: {
    title: 'Mails about your works',
    means:
      'Once a week at most we write when a work of yours is found at a new place. One press ends these mails; nothing else changes.',
    button: 'No more of these mails',
    left: 'No more of these mails are sent. On the account page you can have them again.',
    nobodys: 'This link ends no mails. They can be turned off on the account page.',
    failed: 'That did not work. Try again in a moment.',
  },

  myData: {
    title: 'A copy of what is held about you',
    why: 'Everything that this registry keeps about you and your works, as lines of JSON that any program reads. Without passwords and keys: it keeps none that could be read.',
    get: 'Download the copy',
  },

  deleteAccount: {
    title: 'Delete my account',
    means:
      'Deletes whatever names you or leads to you. What you said stays on the public record, under a pseudonym that nobody can tie to you any more.',
    open: 'Delete my account…',
    noes: 'What becomes of your noes?',
    keepNoes: 'Keep my noes without my name',
    keepNoesMeans: 'Each stands on with the weight that it has. Nobody can change it any more, you neither.',
    withdrawNoes: 'Withdraw them',
    withdrawNoesMeans: 'Everything that you said ends, and your claims with it.',
    cannotBeUndone: 'Either way every yes ends, and every offer becomes a plain no. This cannot be undone.',
    password: 'Your password, so that it is you',
    keep: 'Keep my account',
    confirm: 'Delete it for good',
    gone: (standing: number, ended: number) =>
      `Your account is deleted. ${standing === 1 ? 'One no stands' : `${standing} noes stand`} on; ${ended === 1 ? 'one answer' : `${ended} answers`} ended.`,
    leave: 'To the start page',
  },

  apiKeys: {
    title: 'Keys for programs',
    why: 'A key lets a program act for you, within what you allow it.',
    make: 'Make a key',
    makeNow: 'Make this key',
    name: 'Name of the key',
    nameHint: 'So that you can tell it from others: where will it be used?',
    may: 'What may it do?',
    scopes: {
      CHECK: { name: 'Check', meaning: 'Ask about many addresses.' },
      READ: { name: 'Read', meaning: 'See your own answers and places.' },
      DECLARE: { name: 'Answer', meaning: 'Give and withdraw answers in your name.' },
      PASS_ON: { name: 'Pass on', meaning: 'Pass on noes of members of your platform, and nothing else.' },
    } as TextOf<EnumValue<'ApiScope'>, { name: string; meaning: string }>,
    strict: {
      name: 'Strict',
      meaning:
        'Programs made for Spawning’s service take whatever is not opted out for allowed. With a strict key they are told that what nobody has answered is opted out.',
      note: 'strict',
    },
    made: 'Your new key',
    once: 'It is shown only now. Copy it to where it will be used.',
    secret: 'the key',
    kept: 'I have copied it',
    unused: 'never used',
    lastUsed: (moment: string) => `last used on ${moment}`,
    revoke: 'Revoke',
    revoked: (day: string) => `Revoked on ${day}`,
  },

  objection: {
    title: 'Something is wrong here',
    lead: 'A person reads this. Nothing changes until they have looked, and you need no account.',
    what: 'What is it?',
    kinds: {
      OBJECTION: 'The answer is wrong',
      FALSE_CLAIM: 'Somebody says it is theirs, and it is not',
      ILLEGAL: 'What is shown there may be shown to nobody',
    } as TextOf<EnumValue<'ReportKind'>>,
    text: 'What is wrong, and how can one see it?',
    textHint: 'Whoever decides sees it, and nobody else. At least a sentence.',
    link: 'Where to look (optional)',
    email: 'E-mail address (optional)',
    emailHint: 'To tell you once what was decided. Then it is deleted.',
    send: 'Send it',
    sent: 'A person will look at it.',
    sentMeans: 'Until then the answer stands as it is: a no is kept until somebody shows that it is wrong.',
  },

  moderation: {
    title: 'Waiting for a person',
    needed:
      'Here moderators look at evidence and decide disputes. Sign in with a moderator’s account to see what waits.',
    disputes: 'Disputes',
    noDisputes: 'No dispute is open.',
    disputesMean: 'Those that are over, and those that end by themselves unless somebody shows something.',
    cases: 'Cases',
    noCases: 'Nothing waits.',
    harms: {
      ILLEGAL: 'Illegal',
      CONFIRMATION: 'Waits for a second person',
      YES: 'A yes would count',
      DISPUTE: 'A dispute',
      REPORT: 'Somebody objects',
      NO: 'A no would weigh more',
      MATCH: 'Meets too much',
    } as TextOf<EnumValue<'Harm'>>,
    ties: {
      LINK: 'One case: the same address as evidence.',
      WORDING: 'One case: nearly the same words.',
      PICTURE: 'One case: nearly the same picture.',
      YES: 'One case: all against one yes.',
      CLAIMANT: 'One case: of one claimant.',
      PLACE: 'One case: about one place.',
      DECISION: 'One case: decided alike by one moderator.',
    } as TextOf<EnumValue<'CaseTie'>>,
    waitsSince: (moment: string) => `Waits since ${moment}.`,
    loadOf: (items: string, day: string) => `${items} in all, the oldest since ${day}`,
    history: 'Before',
    historyOf: (made: string, held: string, rejected: string, since: string) =>
      `${made} claimed since ${since}: ${held} held, ${rejected} rejected`,
    take: 'Take it',
    giveBack: 'Give it back',
    notTaken: 'Nobody has taken it.',
    yoursUntil: (moment: string) => `Yours until ${moment}.`,
    takenUntil: (moment: string) => `Another moderator has taken it until ${moment}.`,
    include: (name: string) => `Decide ${name} too`,
    decisionOn: (count: string) => `Decision on the ${count} that are ticked`,
    includeNumber: (number: string) => `Answer number ${number} too`,
    tickAll: 'Tick all',
    tickNone: 'Tick none',
    others: (count: string) => `And the ${count} others of this case, which are not listed`,
    othersHint: 'They are decided alike, unseen. Once some are decided, the next are listed.',
    together: (count: string) =>
      `${count} noes with evidence stand against this yes. Each is decided by itself, and each can be decided otherwise.`,
    closeTicked: 'Close those that are ticked',
    closedMany: (count: string) => `Disputes closed: ${count}.`,
    progress: (done: string, all: string) => `${done} of ${all} so far. Stay on this page.`,
    proposedTogether: (count: string) => `One moderator decided alike about ${count} things.`,
    confirmMany: (count: string) => `Confirm ${count}`,
    dropMany: (count: string) => `Drop ${count}`,
    seeDispute: 'The dispute',
    overturned: 'It is undone, and the other answer stands.',
    proposed: 'Proposed: another moderator has to confirm it.',
    proposals: {
      DECIDE_CLAIM: 'A claim is to be taken down',
      CLOSE_DISPUTE: 'A dispute is to be decided',
      SET_ASIDE: 'What somebody said is to be set aside',
      LET_SPEAK: 'What was set aside is to be heard again',
      SHOW_AGAIN: 'What was hidden is to be shown again',
      DECIDE_APPEAL: 'A decision is to be overturned',
    } as TextOf<EnumValue<'ProposedAction'>>,
    proposedOn: (moment: string) => `Proposed on ${moment}.`,
    nothingYet: 'Nothing has happened yet.',
    shutOut: 'The account is shut out already; what it said still stands.',
    ownProposal: 'You proposed this. Another moderator has to confirm it.',
    seeClaim: 'The claim',
    confirm: 'Confirm it',
    drop: 'Drop it',
    confirmed: 'Confirmed, and done.',
    dropped: 'Dropped. Nothing has changed.',
    reportKinds: {
      OBJECTION: 'An answer is wrong',
      FALSE_CLAIM: 'A claim is false',
      ILLEGAL: 'It is illegal',
    } as TextOf<EnumValue<'ReportKind'>>,
    fromAccount: 'by somebody who was signed in',
    fromNobody: 'without an account',
    reportFound: 'What did you find?',
    reportOutcomes: { UPHELD: 'They are right', DISMISSED: 'No ground to change anything' },
    decideReport: 'Record what was found',
    reportDecided: 'Recorded for',
    notes: (count: string) => `Notes among moderators (${count})`,
    internalNote: 'A note for other moderators',
    internalNoteHint: 'Neither side ever sees it.',
    addNote: 'Keep the note',
    keys: 'Keys',
    keyActions: {
      next: 'the next case',
      previous: 'the case before',
      take: 'take the case, or give it back',
      approve: 'choose “Approve”',
      reject: 'choose “Reject”',
      note: 'open the notes of the case',
      tick: 'tick everything in the case, or nothing',
      show: 'show the pictures of the case',
      overlay: 'lay two pictures over one another',
      help: 'show these keys',
    },
    claimant: 'Claimant',
    suspend: 'Suspend this account',
    look: 'Look at it',
    noEvidence: 'No evidence was given.',
    answers: 'What they answered for it',
    noAnswers: 'Nothing so far.',
    reason: 'Reason',
    note: 'Note',
    appealAgainst: 'An appeal from a decision',
    appealFound: 'Does the decision stand?',
    decisionStands: 'The decision stands',
    otherAnswer: 'The other answer stands instead',
    placeTo: (claimant: string) => `The place is kept by ${claimant} instead`,
    decideAppeal: 'Decide the appeal',
    appealDecided: 'The appeal is decided.',
    illegalMeans:
      'It is hidden from everybody at once, and what was written about it is deleted. Only hashes of it stay.',
    template: 'Begin with a template',
    noteHints: {
      sides: 'What you looked at and what it showed. Both sides can read it.',
      moderators:
        'What you looked at and what it showed. No page shows it but that of a proposal, to moderators. Whom it is about may find it in the copy of what is kept about them.',
    },
    decision: 'Decision',
    decide: 'Record the decision',
    approve: 'Approve',
    reject: 'Reject',
    approved: 'Approved:',
    rejected: 'Rejected:',
    openedOn: (day: string) => `Opened on ${day}`,
    closedOn: (day: string) => `Closed on ${day}.`,
    closed: 'Dispute closed:',
    causes: {
      NO_AGAINST_YES: 'Which answer stands',
      RIVAL_CLAIMS: 'Whose place it is',
      REPORT: 'Whether a claim is false',
    } as TextOf<EnumValue<'DisputeCause'>>,
    lapsesOn: (day: string) => `If nothing is shown, the no lapses by itself on ${day}.`,
    waitsForYou: 'Evidence was handed in: the no holds until you decide.',
    saysNo: 'Says no, on their word',
    saysYes: 'Says yes, and may',
    whichStands: 'Which answer stands?',
    standing: { NO_STANDS: 'The no stands', YES_STANDS: 'The yes stands' },
    standingMeans: {
      NO_STANDS: 'The claim under it counts as checked by a person. A yes to this very place is set aside.',
      YES_STANDS: 'The no is set aside, and the claim under it is rejected.',
    },
    outcomes: {
      NO_STANDS: 'The no stands.',
      YES_STANDS: 'The yes stands.',
      SETTLED: 'The two no longer say the opposite.',
      CLAIM_UPHELD: 'One of them keeps the place.',
      NONE_UPHELD: 'None of them keeps the place.',
    } as TextOf<EnumValue<'DisputeOutcome'>>,
    endings: {
      NO_EVIDENCE_IN_TIME: 'Nothing was shown within 14 days.',
      EVIDENCE_REVIEWED: 'It was shown that the place is theirs.',
      CLAIMANT_WITHDREW: 'One side gave it up, or what it said ran out.',
    } as TextOf<EnumValue<'DisputeClosingReason'>>,
    whose: 'Whose is it?',
    nobody: 'Nobody has shown that it is theirs',
    close: 'Close the dispute',
    reasons: {
      EVIDENCE_CONVINCING: 'The evidence is convincing',
      PUBLIC_RECORD: 'A public record shows it',
      MANDATE_SHOWN: 'A mandate was shown',
      EVIDENCE_MISSING: 'Evidence is missing',
      EVIDENCE_CONTRADICTED: 'The evidence is contradicted',
      SOMEONE_ELSE: 'It is somebody else’s',
      MANDATE_MISSING: 'The mandate is missing',
      PUBLIC_DOMAIN: 'The work is in the public domain',
      DECEASED_AUTHOR: 'Its author has died, and no right was shown',
      LEGAL_ORDER: 'A court or an authority demands it',
      ABUSE: 'False on purpose',
      ILLEGAL: 'It is illegal to show',
    } as TextOf<EnumValue<'DecisionReason'>>,
  },

  load: {
    title: 'How much waits, and what was decided',
    byHarm: 'Cases that wait, by harm',
    byAge: 'Cases that wait, by age',
    highest: (count: string) => `The highest column stands for ${count}.`,
    inDays: 'In days since the longest waiting thing in it came.',
    harm: 'Harm',
    age: (from: number, until?: number) =>
      from === 0
        ? 'less than a day'
        : until === undefined
          ? `${from} days or more`
          : `${from} to ${until} days`,
    table: 'The same as a table',
    span: 'Decisions of',
    spans: { DAY: 'the last 14 days', WEEK: 'the last 12 weeks' },
    decided: 'Decided',
    byReason: 'Decided, by reason',
    since: 'From',
    nothingDecided: 'Nothing was decided.',
  },

  beside: {
    showAll: 'Show the pictures',
    overlay: 'Lay two over one another',
    closer: 'Look closer',
    close: 'Close',
    inCommon: 'What both are about',
    pictures: 'Pictures in the catalogue',
    work: 'Their work:',
    roles: {
      LOCATION: 'where they say it is',
      PLACE: 'at the place',
      MATCH: 'where the work was found',
      SAME_PICTURE: 'the same picture elsewhere',
    } as TextOf<EnumValue<'PictureRole'>>,
    bits: (count: string) => `${count} of 256 bits differ`,
    found: 'What a machine found',
    nothing: 'Nothing was found beside it.',
    decidesNothing: 'It informs you, and decides nothing.',
    earliest: 'Held since',
    earliestFrom: 'By the date that the dataset gives of its release.',
    undated: ({ shown, form }: Amount) =>
      form === 'one'
        ? 'One other dataset that holds it gives no date.'
        : `${shown} others that hold it give no date.`,
    names: 'Named in captions',
    own: (own: string, all: string) => `${own} of ${all} captions name the claimant.`,
    noOwn: 'The claimant has told no name of theirs.',
    namesFrom: ({ shown, form }: Amount) =>
      form === 'one'
        ? 'Read from one caption, and from the maker that the dataset names.'
        : `Read from ${shown} captions, and from the makers that datasets name.`,
    largest: 'Who has it larger',
    ownSize: (size: string) => `Their work: ${size}`,
    heldSize: (size: string) => `In the catalogue: ${size}`,
    holdsLargest: 'Nobody else here has it as large.',
    largestFrom: 'As their device measured the work, and as datasets say.',
    agreeing: 'Entries that hold it',
    agree: ({ shown, form }: Amount, datasets: string) =>
      form === 'one' ? 'One entry.' : `${shown} entries, in datasets: ${datasets}.`,
    ofWork: (count: string) => `Found to be their work: ${count}.`,
    agreeingFrom: 'By addresses, files and fingerprints. No more than some dozens are looked at.',
    noneShown: 'No picture is shown yet. Ask for some first.',
    frame: 'The pictures',
    lower: 'The lower picture',
    upper: 'The one laid over it',
    noUpper: 'none',
    shows: 'How much of the upper one shows',
    difference: 'Show only where they differ',
    mirrored: 'Mirror the upper one',
    size: 'Size',
    sizeHint: 'This registry shows no picture larger than 640 pixels.',
  },

  suspensions: {
    title: 'Accounts that may not speak',
    lead: 'Two moderators decide that an account is heard by nobody, or is heard again: one proposes it here, another confirms it in the queue.',
    setAside: {
      name: 'Suspend an account',
      meaning:
        'It is shut out at once. What it said, noes among it, stands until another moderator confirms; if they drop it, the account is let in again.',
      of: 'Pseudonym',
      hint: 'It stands beside each claim and each answer.',
      submit: 'Shut it out and propose',
      done: 'It is shut out. What it said stands until another moderator confirms.',
    },
    letSpeak: {
      name: 'Let it speak again',
      meaning: 'A yes may count again by it, so nothing happens until another moderator confirms.',
      of: 'Id of the suspension',
      hint: 'Find it in the audit trail',
      submit: 'Propose to let it speak',
    },
  },

  hidden: {
    title: 'What nobody may be shown',
    lead: 'One moderator hides something at once. To show it again takes two.',
    hide: {
      name: 'Hide it from everybody',
      meaning:
        'Its rows are taken out of the catalogue, and the same picture is shown at no other address. Only hashes of it are kept. Answers about it stay as they are: a no still holds.',
      of: 'Address of the picture',
      hint: 'One address. A folder or a site is not hidden as a whole.',
      work: 'The work',
      submit: 'Hide it now',
      done: 'Nobody is shown it any more.',
    },
    showAgain: {
      name: 'Show it again',
      meaning:
        'Nothing happens until another moderator confirms. What was deleted comes back when its dataset is ingested again.',
      of: 'Id under which it was hidden',
      submit: 'Propose to show it',
    },
    showName: {
      name: 'Show a builder’s name again',
      meaning:
        'It is shown at once on every run of that account, under “Who asks”, and the account may give it again.',
      of: 'Line of the log of a run that showed the name',
      submit: 'Show the name',
      done: 'The name is shown again.',
    },
  },

  audit: {
    title: 'What was done',
    lead: 'Every decision of a moderator and every change by an operator, the newest first. Nothing here can be deleted, and the public log has a digest of each line.',
    found: 'What was found',
    action: 'What was done',
    actionHint: 'As it is written below, such as claim.rejected',
    target: 'To what',
    targetHint: 'In full, such as claim: and its id',
    actor: 'By whom',
    actorHint: 'Id of the account',
    operator: 'an operator on the machine',
    reasonHint: 'As it was given',
    anyReason: 'Any reason',
    from: 'From',
    fromHint: 'The first day, in UTC',
    until: 'Until',
    untilHint: 'The last day, in UTC',
    submit: 'Search',
    all: 'Show everything',
    none: 'Nothing was done so far.',
    noneFits: 'Nothing fits. Leave a field empty, or write actions and targets in full.',
    details: 'Details',
    take: 'As a file: “assent audit export” on the machine of the registry. “assent audit verify” there finds whatever was changed.',
  },

  datasets: {
    title: 'Datasets that we can search',
    over: 'Datasets',
    lead: 'Each is a list of addresses and captions that was published for training AI. We hold the lists, not the pictures.',
    none: 'None yet.',
    medium: 'Lists',
    media: { IMAGE: 'Pictures', TEXT: 'Texts', AUDIO: 'Sounds' } as TextOf<EnumValue<'Medium'>>,
    publisher: 'Published by',
    release: 'Release',
    source: 'Published at',
    licence: 'Licence of the list',
    held: 'Rows held here',
    published: 'Rows published',
    unknown: 'Not known',
    share: 'Share that can be searched here',
    vectors: 'Can be compared by',
    vectorsOf: (rows: Amount, dimensions: number) =>
      `${counted(rows, 'row', 'rows')}, ${dimensions} numbers each`,
    since: 'Here since',
    search: 'Search in it',
    filling: 'It is being filled and cannot be searched yet.',
    notAll:
      'What is not found here may still be in a part that we do not hold, or under another address. A no can be said all the same.',
    files: 'Where its rows came from',
    noFiles: 'No file is on record.',
    added: (rows: Amount) => `${counted(rows, 'row', 'rows')} added`,
    known: (rows: Amount) => `${rows.shown} held before`,
    rejected: (rows: Amount, reason: string) => `${rows.shown} not held: ${reason}`,
    reasons: {
      empty: 'no address',
      'not-a-url': 'what stands there is no address',
      'not-http': 'not an address of the web',
      'no-host': 'an address without a host',
    } as Readonly<Record<string, string>>,
    unfinished: 'Not read to its end',
    inside: 'What is in it',
    estimated: 'So many rows are held that these numbers are estimates, from a sample.',
    rows: 'Rows of the list',
    seeRows: 'See its rows',
    noRows: 'There is no such list, or it is still being filled.',
    empty: 'No row of it can be shown.',
    nextRows: 'Next rows',
    chooseColumns: 'Choose the columns',
    caption: 'Caption',
    columns: {
      host: 'Site',
      author: 'Author',
      size: 'Size',
      aesthetic: 'Score by taste',
      similarity: 'Fit of caption',
      watermark: 'Watermark',
      unsafe: 'Unsafe',
      language: 'Language',
      licence: 'Licence',
      answer: 'Answer to training',
    },
  },

  runsWithAnswer: {
    unproven: 'as they call themselves',
    runs: (runs: Amount) => counted(runs, 'run', 'runs'),
    means:
      'The log verified that their answers included this one. Whether your work was in their files, only they know.',
    whoAsks: 'All who chose to be named',
  },

  transparency: {
    title: 'What anybody can check',
    lead: 'Everything that can change an answer stands in a public log that can only grow. Here is what is in it, counted, and your browser checks that nothing was taken out.',
    checking: 'Your browser is checking the log…',
    unanswered: 'The log could not be checked here. That says neither that it is good nor that it is bad.',
    unsigned: 'No trusted key has signed this log.',
    changed: 'The log is NOT the one that this browser saw before.',
    keepIt:
      'Do not rely on what this registry shows. Keep this page, and show it to whoever runs this registry and to others: it is evidence.',
    signed: (lines: Amount) => `${counted(lines, 'line stands', 'lines stand')} under one signature.`,
    first:
      'Your browser has checked the signature and remembers this log. Come back, and it will check that everything is still there.',
    grown: (lines: Amount) =>
      `Your browser has checked that all ${counted(lines, 'line', 'lines')} that it saw before are still there, as they were.`,
    answers: 'Answers that stand',
    use: 'Use',
    answersMean:
      'The last word of each claimant about each place or work. Not all of them count: a yes must be proved first, and so must a no for a whole site. Nobody is named, and nobody is ranked.',
    sinceBegin: 'Since the log began',
    byMonth: 'Lines by month',
    kinds: [
      ['STATEMENT', 'Answers given'],
      ['WITHDRAWAL', 'Answers withdrawn'],
      ['CLAIM', 'Places and works claimed'],
      ['DISPUTE', 'Steps of disputes'],
      ['RECEIPT', 'Checks of datasets, dated for whoever made them'],
    ] as readonly (readonly [EnumValue<'LeafKind'>, string])[],
    whoAsks: {
      title: 'Who asks',
      means:
        'Builders who chose to be named when they checked a dataset, by their last run. The log verified which answers each run rests on. What it counted is the builder’s word: only whoever has the files can count again. A high share denied is no fault, and nobody is ranked.',
      nobody: 'Nobody has chosen to be named yet.',
      nobodyMeans:
        'That does not mean that nobody asks: asking takes no account, and tells us nothing. Nor does a name here mean that somebody kept to the answers.',
      proven: 'They have proved that this site is theirs.',
      unproven: 'What somebody calls themselves. Nobody has checked who it is.',
      runs: 'Runs',
      last: 'Last run',
      rows: 'Rows checked',
      denied: 'Of them denied',
      latest: 'Their last runs',
      run: (day: string, uses: string, size: Amount) =>
        `${day}, for: ${uses}; by the first ${counted(size, 'line', 'lines')} of the log.`,
      counts: ([denied, conditional, allowed, unanswered]: readonly string[]) =>
        `Denied ${denied ?? ''}, only on terms ${conditional ?? ''}, allowed ${allowed ?? ''}, unanswered ${unanswered ?? ''}.`,
      leaf: (index: string) => `Line ${index}, with its proof`,
      nameless: (runs: Amount) =>
        `${counted(runs, 'more run was named once and shows', 'more runs were named once and show')} no name now: the name was taken back or hidden, or its site is not theirs any more.`,
      hide: 'Hide this name',
      hidden: 'The name is out of sight on all runs of this account.',
    },
    check: 'To look at and to check',
    checkpoint: 'The signed checkpoint of now',
    byHand:
      'Every answer has a page with its proof, which your browser verifies. The whole log can be copied as files and verified with tools that are not ours.',
  },

  report: {
    title: 'Count names and sites',
    lead: 'How often names, sites and addresses stand in the open datasets held here. The address of this page is the question: keep it, and anybody can ask again.',
    subjects: 'Names, sites or addresses',
    hint: 'One a line, at most 50. A name is counted where its words stand together in a caption or as an author.',
    count: 'Count them',
    refused:
      'One of these lines cannot be counted. Give names, sites or addresses, one a line and at most 50.',
    subject: 'Counted',
    inAll: 'In all datasets',
    rows: 'Rows',
    pictures: 'Different pictures',
    kinds: { NAME: 'as a name', PLACE: 'as a place' } as TextOf<EnumValue<'ReportedKind'>>,
    held: (rows: string, published: string | undefined) =>
      published === undefined ? `${rows} rows held` : `${rows} of ${published} rows held`,
    claimed: (artists: Amount) =>
      `At places proved by ${counted(artists, 'artist who goes by this name or holds this site', 'artists who go by this name or hold this site')}`,
    matched: 'Pictures found to be works of theirs',
    none: 'None.',
    counted: (moment: string) => `Counted ${moment}.`,
    about: 'Numbers with ≈ are estimates: more than 10,000 rows were found.',
    means:
      'Rows whose bytes nobody knows are told apart by their address. A name in a caption says that somebody wrote it there, not whose the picture is.',
    print: 'Print',
    askAgain: 'To ask again:',
  },

  meaning: {
    title: 'Search by meaning',
    states: {
      OFF: 'It is off here. A model would find pictures by what they show. Assent brings none and never downloads one by itself. Everything else works without.',
      NO_WEIGHTS:
        'It is turned on, but the files of its model are not here yet. Everything else works without.',
      READY: 'It is on: pictures are found by what they show.',
      FAILED: 'It is turned on, but its model does not work just now. Everything else works without.',
    } as TextOf<EnumValue<'MeaningState'>>,
    forOperators: 'Whoever runs this server gets a model with',
    model: 'The model is',
    learned:
      'Models of this kind learned from pictures that were gathered from the web, as a rule without asking who made them.',
  },

  organisations: {
    title: 'Organisations',
    lead: 'Who speaks for artists here: for members by contract, or for people who said no on their platform. What a member says themself always holds.',
    none: 'No organisation speaks for anybody yet.',
    begin: 'Speak for members',
    signIn: 'To open an organisation, or to take an invitation, sign in.',
    invitedBy: 'You are invited by',
    proveFirst:
      'An organisation is verified by its domain. Claim the domain of its website and prove it, by a record, a file, a tag or a mail; then come back here.',
    prove: 'Claim a domain',
    create: 'Open the organisation',
    name: 'Name, as the public knows it',
    kind: 'How it comes to speak for others',
    kinds: { COLLECTIVE: 'Collective', PLATFORM: 'Platform' } as TextOf<EnumValue<'OrganisationKind'>>,
    kindMeanings: {
      COLLECTIVE: 'It has contracts with its members',
      PLATFORM: 'Its members say no on its platform',
    } as TextOf<EnumValue<'OrganisationKind'>>,
    domain: 'Domain',
    standing: 'How it stands',
    states: {
      VERIFIED: 'verified',
      UNVERIFIED: 'not verified',
      DISPUTED: 'in dispute',
      SUSPENDED: 'suspended',
    } as TextOf<EnumValue<'OrganisationState'>>,
    stateMeanings: {
      VERIFIED: 'It has shown to hold its domain.',
      UNVERIFIED:
        'The proof of its domain is gone. What it said no to stays denied; nothing that it permits counts.',
      DISPUTED:
        'Others have shown to hold its domain too, and a moderator decides. What it said no to stays denied; nothing that it permits counts.',
      SUSPENDED:
        'A moderator has suspended it. What it said no to stays denied; nothing that it permits counts.',
    } as TextOf<EnumValue<'OrganisationState'>>,
    verifiedBy: 'Verified by',
    ways: {
      DNS_TXT: 'a record in the DNS',
      WELL_KNOWN_FILE: 'a file on its site',
      HTML_LINK: 'a tag on its page',
      DOMAIN_MAIL: 'a mail to who runs the domain',
      OPENID_CONNECT: 'a sign-in',
    } as TextOf<EnumValue<'ProofMethod'>>,
    since: 'Since',
    members: 'Members',
    speaksFor: (members: Amount) => `speaks for ${counted(members, 'member', 'members')}`,
    says: 'What it says for its members',
    saysNothing: 'Nothing so far.',
    whatCounts:
      'Its no counts at once. A yes counts only for members who have confirmed it, for works that are proven to be theirs. A member’s own no always holds.',
    invited: 'You are invited to work with this organisation.',
    accept: 'Accept',
    decline: 'Decline',
    memberDesk: 'For who works here',
    private: 'Names and addresses of members are seen here and nowhere else.',
    confirmed: 'Confirmed by themselves',
    left: 'Left',
    addresses: 'Addresses and works on record',
    sayNo: 'Say no for all members',
    sayNoMeans:
      'No to AI training, for every address on the list and every one that comes later. It is one line of the public log.',
    noMembers: 'Nobody so far.',
    notTold: 'Not told yet.',
    told: (day: string) => `Told on ${day}.`,
    endedOn: (day: string) => `Ended on ${day}: it speaks for them no more.`,
    removeMember: 'End the membership',
    removeMeans:
      'You speak for them no more, and what you said no to for them is no longer denied by you. Only they can come back.',
    keepMember: 'Keep it',
    findMember: 'Find a member',
    findMemberHint: 'Part of a reference, a name or an e-mail address. Empty shows all.',
    find: 'Find',
    noneFound: 'Nobody whose reference, name or address holds that.',
    forModerators: 'For moderators',
    suspendMeans:
      'While it is suspended every no of it stays, what it permits is set aside, and it names nobody.',
    suspend: 'Suspend it',
    lift: 'Lift the suspension',
    list: 'A list of members',
    chooseList: 'Choose a list (CSV)',
    listHint:
      'Columns: reference, name, email, address. One line for each address of a work. Each member is told by mail and can leave by a link. Chosen again, a list does nothing twice.',
    listUnread:
      'This list has no column named reference. Name its columns reference, name, email and address.',
    became: (done: string, all: string, added: string, known: string, refused: string) =>
      `${done} of ${all} lines: ${added} added, ${known} known already, ${refused} refused.`,
    line: (line: string) => `Line ${line}`,
    faults: {
      REFERENCE: 'It has no reference, or one of more than 100 characters.',
      NAME: 'The name has more than 200 characters.',
      EMAIL: 'This is not an e-mail address that mail can be sent to.',
      ADDRESS: 'This is not the web address of a work. Copy it from the address bar of a browser.',
      NO_EMAIL: 'Somebody new needs an e-mail address: every member is told, and can leave by a link.',
      LEFT: 'They have left. Only they can come back, by the link that they were sent.',
      SETTLED: 'A dispute about this address was decided: the yes of whoever has proven the place stands.',
    } as TextOf<EnumValue<'MemberFault'>>,
    moreRefused: (more: string) => `And ${more} more.`,
    chooseAgain: 'Put these right and choose the list again: what is on record is passed over.',
    byProgram:
      'A platform passes noes on by a program, with a key that can do nothing else. Make one with the scope “Pass on” on your account page.',
    staff: 'Who works here',
    roles: { OWNER: 'Owner', EDITOR: 'Editor', VIEWER: 'Viewer' } as TextOf<EnumValue<'StaffRole'>>,
    roleMeanings: {
      OWNER: 'Does all that an editor does, and decides who works here.',
      EDITOR: 'Names members and answers for them.',
      VIEWER: 'Sees members and answers, and changes nothing.',
    } as TextOf<EnumValue<'StaffRole'>>,
    leave: 'Leave',
    remove: 'Remove',
    waits: (day: string) => `invited until ${day}`,
    invite: 'Invite',
    email: 'E-mail address',
    role: 'What they may do',
  },

  mandates: {
    title: 'Who speaks for you',
    meaning:
      'An organisation that you take this back from speaks for you no more, from now on. What you say yourself stays.',
    revoke: 'Take it back',
  },

  membership: {
    title: 'Who speaks for your works',
    nothing:
      'This link leads to no membership: it is incomplete, or a newer one was sent. Use the link in the newest mail, whole.',
    speaks: 'says that it speaks for you by contract.',
    spoke: 'spoke for you.',
    hasLeft: (day: string) => `You left on ${day}. It speaks for you no more.`,
    saysNo: 'You say no yourself. That holds whatever anybody says for you.',
    isConfirmed: 'You have confirmed that it may answer for you.',
    noMoreMail: 'Nobody will write to you about memberships again.',
    said: 'What it says for your works',
    leave: {
      name: 'Let it speak for you no more',
      action: 'End the membership',
      meaning:
        'It speaks for you no more, from now on. Its no to your works ends; your name and address are deleted.',
    },
    sayNo: {
      name: 'Say no yourself',
      action: 'I say no',
      meaning:
        'No to AI training, in your own name, for the works above. It holds beside whatever the organisation says, and stays when you leave.',
    },
    confirm: {
      name: 'Let it answer for you',
      action: 'I confirm',
      meaning:
        'It may then say yes for you too, where a work is proven to be yours. Future use only; you can end it here at any time.',
    },
    named: 'Works of yours that it named',
    history: 'What happened',
    grades: {
      PASSED_ON: 'Passed on by a platform',
      ATTESTED: 'Told by the organisation',
      CONFIRMED: 'Confirmed by you',
    } as TextOf<EnumValue<'MandateGrade'>>,
    until: (day: string) => `until ${day}`,
    ended: (day: string) => `ended on ${day}`,
    refuseMail: 'No more mails of this kind',
  },

  limits: {
    title: 'What Assent cannot do',
    lead: 'You should know what a public record is worth before you trust it. These are its limits, each by name.',
    whatHelps: 'What helps:',
    nothingAnswers: 'Nothing answers this.',
    list: limits,
    close:
      'What remains is worth having: a clear answer, in public, with a date, that nobody can quietly change.',
  },

  notFound: {
    title: 'There is nothing here',
    text: 'The address may be misspelt, or what it named is not known to this registry.',
    home: 'To the home page',
  },

  broken: {
    title: 'This page has failed',
    text: 'The fault is ours. Nothing that you put on the record is affected. Loading the page again often helps.',
    offline: {
      title: 'This page has not arrived',
      text: 'There was no connection when it was called for. Nothing that you put on the record is affected. Try again once you are connected.',
    },
  },

  copy: {
    action: 'Copy',
    done: 'Copied.',
    selected: 'Selected. Copy it with your device’s own command.',
  },

  problems: {
    retry: 'Try again',
    unreachable: {
      title: 'The registry could not be reached.',
      nextStep: 'Check your connection and try again. What you typed is still here.',
    },
    'sign-in-needed': { title: 'You are not signed in.', nextStep: 'Sign in and come back here.' },
    forbidden: {
      title: 'This is not open to you.',
      nextStep: 'If it should be, ask whoever runs this registry to change your role.',
    },
    'too-many-requests': {
      title: 'Too many requests came from your address.',
      nextStep: 'Wait a minute and try again.',
    },
    'search-too-long': {
      title: 'This search took too long and was ended.',
      nextStep:
        'Nothing of it is an answer. Use rarer words, or more of them, choose one dataset, or leave the order at “Best matches first”.',
    },
    'log-unanswered': {
      title: 'The registry gives no answers just now.',
      nextStep:
        'Its log is not in order, and what is missing from it could change an answer. No answer is not permission. Try again later; if it lasts, tell whoever runs this registry.',
    },
    'log-closed': {
      title: 'The registry records nothing just now.',
      nextStep:
        'Its log is not in order and takes no more lines. Nothing of this was recorded. Try again later; if it lasts, tell whoever runs this registry.',
    },
    'log-stopped': {
      title: 'The registry has stopped recording.',
      nextStep:
        'Its log could not be written safely. Nobody can say yet whether this was recorded, so do not count on it. When the registry works again, look whether it is there before you send it once more.',
    },
    failed: {
      title: 'Something failed on our side.',
      nextStep: 'Try again. If it goes on failing, tell whoever runs this registry.',
    },
  } satisfies { retry: string } & Record<string, string | ProblemWords>,

  /** Refusals by code. None in English: the server itself speaks it, and says more. */
  refusals: undefined as TextOf<EnumValue<'ErrorCode'>, ProblemWords> | undefined,
};

/** What another language has to say, word for word. */
export type Messages = typeof en;
