/**
 * Decision rules v1 read off docs/decision-rules.md a second time, as plainly as possible and with nothing shared but
 * the types: it takes a yes for a key and a no for a lock and tries what opens, where the real one asks who outranks whom.
 */
import type { Answer } from '../../../src/core/consent/decision.js';
import type { Question } from '../../../src/core/consent/question.js';
import type { CoveringStatement } from '../../../src/core/consent/standing-statement.js';
import type { Use } from '../../../src/core/consent/use.js';

type Word = 'yes' | 'offer' | 'no';

interface Entry {
  statement: CoveringStatement;
  word: Word;
}

const CHAIN: Use[] = ['text-and-data-mining', 'train-ai', 'train-generative-ai'];
const KINDS = ['domain', 'path', 'url', 'content'];
const WORDS: Word[] = ['yes', 'offer', 'no'];

export function naiveDecide(
  all: readonly CoveringStatement[],
  question: Question,
): { answer: Answer; ids: string[] } {
  const chain = CHAIN.includes(question.use) ? CHAIN : [question.use];
  const live = all.filter(
    (s) => chain.includes(s.use) && s.suspended !== true && !isReplaced(s, all, question.at),
  );
  const entries: Entry[] = [];
  for (const statement of live) {
    const over = statement.expiresAt !== undefined && statement.expiresAt <= question.at;
    const gives = givesHere(statement, all, question);
    if (statement.preference === 'allow' && gives) {
      entries.push({ statement, word: 'yes' });
    } else if (statement.preference === 'conditional') {
      entries.push({ statement, word: gives ? 'offer' : 'no' });
    } else if (statement.preference === 'deny' && !over) {
      entries.push({ statement, word: 'no' });
    }
  }
  const claimants = [...new Set(entries.map((entry) => entry.statement.claimant))];
  const results = claimants.map((name) =>
    oneClaimant(
      entries.filter((entry) => entry.statement.claimant === name),
      chain,
      question.use,
    ),
  );
  for (const [word, answer] of [
    ['no', 'DENIED'],
    ['offer', 'CONDITIONAL'],
    ['yes', 'ALLOWED'],
  ] as const) {
    const deciding = results.flat().filter((entry) => entry.word === word);
    if (deciding.length > 0) {
      return { answer, ids: [...new Set(deciding.map((entry) => entry.statement.id))].sort() };
    }
  }
  return { answer: 'UNKNOWN', ids: [] };
}

function isReplaced(s: CoveringStatement, all: readonly CoveringStatement[], at: number): boolean {
  return all.some((t) => {
    const sameMatter =
      t.claimant === s.claimant &&
      t.subject.kind === s.subject.kind &&
      t.subject.key === s.subject.key &&
      t.accountWide === s.accountWide &&
      t.use === s.use;
    const heardNo = t.suspended !== true && isProvenEnoughForNo(t);
    const endsNo = t.preference === 'allow' ? givesAnywhere(t, at) : heardNo;
    return sameMatter && t.index > s.index && (s.preference === 'allow' || endsNo);
  });
}

function isProvenEnoughForNo(s: CoveringStatement): boolean {
  return s.subject.kind === 'url' || s.subject.kind === 'content' || s.assurance !== 'asserted';
}

function givesAnywhere(s: CoveringStatement, at: number): boolean {
  if (s.suspended === true || (s.expiresAt !== undefined && s.expiresAt <= at)) return false;
  if (s.capacity === 'host' || s.capacity === 'person-depicted' || !s.ownWorks) return false;
  if (s.basis === 'public-domain' || s.basis === 'cc0') return s.assurance === 'reviewed';
  return s.assurance !== 'asserted';
}

function givesHere(s: CoveringStatement, all: readonly CoveringStatement[], question: Question): boolean {
  if (!givesAnywhere(s, question.at)) return false;
  if (question.policy?.minimumAssurance === 'reviewed' && s.assurance !== 'reviewed') return false;
  if (!('address' in s.match)) return s.match.via !== 'md5' && s.match.carriesNoYes === undefined;
  if (s.match.via === 'without-query' || s.match.address !== 'outer') return false;
  if (question.contentClaimants?.some((name) => name !== s.claimant)) return false;
  const heldByOthers = all.filter((t) => t.subject.kind === 'content' && t.claimant !== s.claimant);
  return heldByOthers.every((t) => t.suspended === true || isReplaced(t, all, question.at));
}

/** The deciding entries of one claimant, with the word as which they decide. */
function oneClaimant(entries: Entry[], chain: Use[], use: Use): Entry[] {
  const proven = entries.filter((entry) => entry.word !== 'no' || isProvenEnoughForNo(entry.statement));
  const spoken = walk(proven, chain, use);
  const heard = walk(entries, chain, use);
  if (spoken.some((entry) => entry.word !== 'no') && heard.some((entry) => entry.word === 'no')) {
    const answersWhole = (entry: Entry) => chain.indexOf(entry.statement.use) <= chain.indexOf(use);
    const left = proven.filter((entry) => entry.word !== 'yes' || !answersWhole(entry));
    return walk(
      left.map((entry) => (answersWhole(entry) ? { ...entry, word: 'no' } : entry)),
      chain,
      use,
    );
  }
  return spoken;
}

/** Tries whether yeses alone open everything, then yeses and offers; if neither do, what stays closed is a no. */
function walk(entries: Entry[], chain: Use[], use: Use): Entry[] {
  const byYes = attempt(entries, ['yes'], chain, use);
  const byOffer = attempt(entries, ['yes', 'offer'], chain, use);
  if (byYes.open.length > 0 && byYes.closed.length === 0) return foremost(byYes.open);
  if (byOffer.open.length > 0 && byOffer.closed.length > 0) return foremost(byOffer.closed);
  // An offer matters where no yes takes it away, and where something would be closed were it a no.
  const offers = entries.filter((entry) => {
    const asNo = entries.map((one) => (one === entry ? { ...entry, word: 'no' as const } : one));
    const closes = (lock: Entry) => entries.includes(lock) && !byOffer.closed.includes(lock);
    return (
      entry.word === 'offer' &&
      (byYes.closed.includes(entry) || attempt(asNo, ['yes', 'offer'], chain, use).closed.some(closes))
    );
  });
  if (byOffer.open.length > 0)
    return foremost(offers).filter((offer) => !offers.some((o) => takes(o, offer, chain, use)));
  return foremost([...byOffer.closed, ...offers]).map((entry) => ({ ...entry, word: 'no' }));
}

/** What opens the whole of the use asked about, and which locks stay closed, when these words are keys and the others locks. */
function attempt(
  entries: Entry[],
  keyWords: Word[],
  chain: Use[],
  use: Use,
): { open: Entry[]; closed: Entry[] } {
  const isKey = (entry: Entry) => keyWords.includes(entry.word);
  const goodKeys = (read: Entry[]) =>
    read.filter(
      (key) =>
        isKey(key) &&
        !read.some(
          (lock) =>
            !isKey(lock) &&
            lock.statement.use === key.statement.use &&
            rank(lock.statement, key.statement) >= 0,
        ),
    );
  const besideOuter = goodKeys(entries.filter((entry) => addressOf(entry.statement) !== 'embedded'));
  const alone = goodKeys(entries.filter((entry) => addressOf(entry.statement) === 'none'));
  return {
    open: besideOuter.filter((key) => chain.indexOf(key.statement.use) <= chain.indexOf(use)),
    closed: entries.filter((lock) => {
      const keys = addressOf(lock.statement) === 'embedded' ? alone : besideOuter;
      return !isKey(lock) && !keys.some((key) => takes(key, lock, chain, use));
    }),
  };
}

/** Whether a key is for a lock: about the same use and above it, or about a narrower use that is asked about and no lower. */
function takes(key: Entry, lock: Entry, chain: Use[], use: Use): boolean {
  const [keyUse, lockUse] = [chain.indexOf(key.statement.use), chain.indexOf(lock.statement.use)];
  const height = rank(key.statement, lock.statement);
  return keyUse === lockUse ? height > 0 : keyUse > lockUse && keyUse <= chain.indexOf(use) && height >= 0;
}

/** Those that nothing lies above: first among what is read beside the outer address, then with the embedded ones. */
function foremost(entries: Entry[]): Entry[] {
  const isEmbedded = (entry: Entry) => addressOf(entry.statement) === 'embedded';
  const besideOuter = topmost(entries.filter((entry) => !isEmbedded(entry)));
  return topmost([...besideOuter, ...entries.filter(isEmbedded)]);
}

function topmost(entries: Entry[]): Entry[] {
  return entries.filter(
    (entry) =>
      !entries.some(
        (other) =>
          other.statement.use === entry.statement.use &&
          inOneTree(other.statement, entry.statement) &&
          (rank(other.statement, entry.statement) ||
            strict(other) - strict(entry) ||
            other.statement.index - entry.statement.index) > 0,
      ),
  );
}

function strict(entry: Entry): number {
  return WORDS.indexOf(entry.word);
}

function addressOf(s: CoveringStatement): string {
  return 'address' in s.match ? s.match.address : 'none';
}

function inOneTree(a: CoveringStatement, b: CoveringStatement): boolean {
  return addressOf(a) === addressOf(b) || addressOf(a) === 'none' || addressOf(b) === 'none';
}

function rank(a: CoveringStatement, b: CoveringStatement): number {
  const own = (s: CoveringStatement) => (s.accountWide ? 0 : 1);
  if (own(a) !== own(b)) return own(a) - own(b);
  const byKind = KINDS.indexOf(a.subject.kind) - KINDS.indexOf(b.subject.kind);
  const fine = (s: CoveringStatement) => ('distance' in s.match ? -s.match.distance : s.match.depth);
  return byKind !== 0 ? byKind : fine(a) - fine(b);
}
