/**
 * Decision rules v1 read off docs/decision-rules.md a second time, as plainly as possible and with nothing shared but
 * the types: it walks from the widest use to the narrowest and crosses out, where the real one asks who outranks whom.
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
    const noes = proven.filter((entry) => entry.word !== 'yes');
    return walk(
      noes.map((entry) => ({ ...entry, word: 'no' })),
      chain,
      use,
    );
  }
  return spoken;
}

function walk(entries: Entry[], chain: Use[], use: Use): Entry[] {
  const place = chain.indexOf(use);
  const held: Entry[] = [];
  const bests = chain
    .slice(0, place + 1)
    .map((wider) => bestOf(entries.filter((entry) => entry.statement.use === wider)));
  for (const [at, best] of bests.entries()) {
    // A yes within takes away all that it reaches, and what is left is ranked anew; no yes comes to light by that.
    const yeses = bests.slice(at + 1).flatMap((narrower) => narrower.filter((entry) => entry.word !== 'no'));
    const left = entries.filter(
      (entry) =>
        entry.statement.use === chain[at] &&
        (entry.word === 'yes'
          ? best.includes(entry)
          : !yeses.some((yes) => reaches(yes.statement, entry.statement))),
    );
    held.push(...bestOf(left));
  }
  const givesWhole = held.some((entry) => entry.word !== 'no');
  for (const narrower of chain.slice(place + 1)) {
    for (const entry of bestOf(entries.filter((one) => one.statement.use === narrower))) {
      if (entry.word !== 'yes') {
        held.push({ ...entry, word: givesWhole ? entry.word : 'no' });
      }
    }
  }
  const strictest = WORDS.findLast((word) => held.some((entry) => entry.word === word));
  return held.filter((entry) => entry.word === strictest);
}

/** What is left of one claimant's entries about one use when each that stays crosses out what lies below it. */
function bestOf(entries: Entry[]): Entry[] {
  const ranked = entries.toSorted(
    (a, b) =>
      rank(b.statement, a.statement) || strict(b) - strict(a) || b.statement.index - a.statement.index,
  );
  const left: Entry[] = [];
  for (const entry of ranked) {
    if (!left.some((better) => inOneTree(better.statement, entry.statement))) left.push(entry);
  }
  return left;
}

function strict(entry: Entry): number {
  return WORDS.indexOf(entry.word);
}

function addressOf(s: CoveringStatement): string {
  return 'address' in s.match ? s.match.address : 'none';
}

/** Whether the first is at least as specific as the second, at the same address or by content. */
function reaches(a: CoveringStatement, b: CoveringStatement): boolean {
  return inOneTree(a, b) && rank(a, b) >= 0;
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
