import { bytesToHex } from '@noble/hashes/utils.js';
import { sha256 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { ASSURANCES } from '../../../src/core/consent/assurance.js';
import { BASES } from '../../../src/core/consent/basis.js';
import { CAPACITIES } from '../../../src/core/consent/capacity.js';
import { PREFERENCES } from '../../../src/core/consent/preference.js';
import { USES } from '../../../src/core/consent/use.js';
import { buildAssuranceLeaf } from '../../../src/core/log/assurance-leaf.js';
import { buildClaimLeaf } from '../../../src/core/log/claim-leaf.js';
import { ANSWER_OUTCOMES, buildDisputeLeaf } from '../../../src/core/log/dispute-leaf.js';
import { buildErasureLeaf } from '../../../src/core/log/erasure-leaf.js';
import type { Leaf } from '../../../src/core/log/leaf.js';
import type { LeafSubject, PlaceLeafSubject } from '../../../src/core/log/leaf-subject.js';
import { buildMandateLeaf } from '../../../src/core/log/mandate-leaf.js';
import { MATCH_METHODS, buildMatchLeaf } from '../../../src/core/log/match-leaf.js';
import { buildReceiptLeaf } from '../../../src/core/log/receipt-leaf.js';
import { buildStatementLeaf } from '../../../src/core/log/statement-leaf.js';
import { buildSuspensionLeaf } from '../../../src/core/log/suspension-leaf.js';
import { buildWithdrawalLeaf } from '../../../src/core/log/withdrawal-leaf.js';
import { likenessDistance } from '../../../src/core/replay/subject-name.js';
import type { LoggedLeaf } from '../../../src/core/replay/logged-leaf.js';
import { idOf, itemAt, loggedLeaf, place, randomId } from './test-log.js';

const DAY = 86_400_000;
export const START = Date.parse('2026-01-01T00:00:00.000Z');

/** A digest that stands for some bytes. */
export function digestOf(bytes: string): string {
  return bytesToHex(sha256(new TextEncoder().encode(bytes)));
}

/** A picture behind a resizer that carries the address of the original, known by its bytes and by its looks. */
export const ITEM = itemAt('img.example.com/fit?url=https://example.com/a/1.jpg?w=9', [
  { by: 'sha256', value: digestOf('picture'), distance: 0 },
  { by: 'md5', value: digestOf('picture').slice(0, 32), distance: 0 },
  { by: 'pdq', value: digestOf('likeness'), distance: likenessDistance(12) },
]);

const SUBJECTS: readonly LeafSubject[] = [
  place('url', 'img.example.com/fit?url=https://example.com/a/1.jpg?w=9'),
  place('url', 'img.example.com/fit'),
  place('path', 'img.example.com/'),
  place('domain', 'img.example.com'),
  place('domain', 'example.com'),
  place('url', 'example.com/a/1.jpg?w=9'),
  place('url', 'example.com/a/1.jpg'),
  place('path', 'example.com/a/'),
  { kind: 'content', work: randomId('work', 0), sha256: digestOf('picture') },
  { kind: 'content', work: randomId('work', 0), sha256: digestOf('another picture') },
  {
    kind: 'content',
    work: randomId('work', 1),
    md5: digestOf('picture').slice(0, 32),
    fingerprints: [{ algorithm: 'pdq', version: 1, value: digestOf('likeness'), quality: 90 }],
  },
];

/** What a leaf needs to know of the log in front of it. */
interface Before {
  readonly time: string;
  /** In days after `time`. */
  readonly later: (days: number) => string;
  readonly entries: readonly LoggedLeaf[];
}

type Move = (before: Before) => Leaf;

type KindOf<Kind extends Leaf['kind']> = Extract<Leaf, { readonly kind: Kind }>;

/** Numbers stand for ids, and for leaves that are there; a number beyond them stands for one that is not. */
const party = fc.constantFrom(0, 0, 0, 1, 1, 2);
const number = fc.nat(60);
const subject = fc.constantFrom(...SUBJECTS);
/** Whether a leaf is made to fit those before it. */
const fits = fc.oneof({ weight: 7, arbitrary: fc.constant(true) }, fc.constant(false));

const claimantId = (one: number) => randomId('claimant', one);
const sorted = (ids: readonly string[]) => [...new Set(ids)].sort();

function leavesOf<Kind extends Leaf['kind']>({ entries }: Before, kind: Kind): KindOf<Kind>[] {
  return entries.flatMap(({ leaf }) => (leaf.kind === kind ? [leaf as KindOf<Kind>] : []));
}

function pick<T>(choices: readonly T[], one: number): T | undefined {
  return choices[one % (choices.length + (one % 7 === 0 ? 1 : 0))];
}

function claimAt(before: Before, one: number): KindOf<'claim'> | undefined {
  return pick(leavesOf(before, 'claim'), one);
}

function statementAt(
  { entries }: Before,
  one: number,
): { id: string; leaf: KindOf<'statement'> } | undefined {
  const statements = entries.flatMap((entry) =>
    entry.leaf.kind === 'statement' ? [{ id: idOf(entry), leaf: entry.leaf }] : [],
  );
  return pick(statements, one);
}

function inLeaf(about: LeafSubject): { readonly subject: LeafSubject; readonly canon?: number } {
  const isPlace = about.kind !== 'content' && about.kind !== 'account';
  return isPlace ? { subject: about, canon: 1 } : { subject: about };
}

const NOBODY = randomId('nobody', 0);

const statement = fc
  .record({
    by: party,
    claim: number,
    about: subject,
    reach: fc.constantFrom('claim', 'claim', 'claim', 'claim', 'agent', 'account', 'anything'),
    capacity: fc.constantFrom('author', 'author', 'author', 'author', 'agent', ...CAPACITIES),
    use: fc.constantFrom('text-and-data-mining', 'train-ai', 'train-ai', 'train-generative-ai', ...USES),
    preference: fc.constantFrom('allow', ...PREFERENCES),
    basis: fc.constantFrom('own-right', 'own-right', 'own-right', 'mandate', ...BASES),
    ownWorks: fits,
    days: fc.option(fc.nat(60), { freq: 2 }),
  })
  .map((said): Move => (before) => {
    const claim = claimAt(before, said.claim);
    const mandate = said.reach === 'agent' ? pick(leavesOf(before, 'mandate'), said.claim) : undefined;
    const isFree = said.basis === 'public-domain' || said.basis === 'cc0';
    const basis = isFree && said.preference !== 'allow' ? 'own-right' : said.basis;
    const about = said.reach === 'anything' ? said.about : (claim?.subject ?? said.about);
    return buildStatementLeaf({
      ...(said.reach === 'account'
        ? { subject: { kind: 'account' } }
        : { ...inLeaf(about), claim: claim?.claim ?? NOBODY }),
      claimant: mandate?.agent ?? claim?.claimant ?? claimantId(said.by),
      capacity: said.capacity,
      use: said.use,
      preference: said.preference,
      basis: mandate === undefined ? basis : 'mandate',
      ownWorks: said.ownWorks,
      ...(said.days === null ? {} : { expiresAt: before.later(said.days + 1) }),
      opening: digestOf('opening'),
      time: before.time,
    });
  });

const withdrawal = fc.tuple(party, number, fits).map(([by, one, isOwn]): Move => (before) => {
  const said = statementAt(before, one);
  const claimant = isOwn && said !== undefined ? said.leaf.claimant : claimantId(by);
  return buildWithdrawalLeaf({ claimant, statement: said?.id ?? digestOf('nothing'), time: before.time });
});

const claimed = fc.tuple(fc.nat(9), party, subject, fc.constantFrom('author', 'author', 'host')).map(
  ([id, by, about, capacity]): Move =>
    ({ time }) =>
      buildClaimLeaf({
        ...inLeaf(about),
        claim: randomId('claim', id),
        claimant: claimantId(by),
        capacity,
        time,
      }),
);

const assurance = fc
  .tuple(
    number,
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom('verified', 'reviewed', ...ASSURANCES) },
      fc.constantFrom('rejected', 'withdrawn', 'lapsed'),
    ),
    fc.constantFrom('well-known-file', 'moderator', 'moderator', 'wider-claim'),
  )
  .map(([one, reached, method]): Move => (before) => {
    const isOver = reached === 'rejected' || reached === 'withdrawn' || reached === 'lapsed';
    const standing = isOver ? { state: reached } : { level: reached };
    const claim = claimAt(before, one)?.claim ?? NOBODY;
    return buildAssuranceLeaf({ ...standing, claim, method, time: before.time });
  });

const opening = fc
  .record({
    id: fc.nat(2),
    one: number,
    others: fc.array(number, { minLength: 1, maxLength: 2 }),
    cause: fc.constantFrom('no-against-yes', 'rival-claims'),
  })
  .map(({ id, one, others, cause }): Move => (before) => {
    const claim = claimAt(before, one);
    return buildDisputeLeaf({
      ...inLeaf(claim?.subject ?? place('domain', 'nowhere.example')),
      action: 'open',
      cause,
      dispute: randomId('dispute', id),
      claims: sorted([one, ...others].map((other) => claimAt(before, other)?.claim ?? NOBODY)),
      time: before.time,
    });
  });

const closing = fc
  .record({
    one: number,
    isRight: fits,
    answer: fc.constantFrom('yes-stands', ...ANSWER_OUTCOMES),
    upheld: fc.option(fc.nat(2), { freq: 3 }),
    reason: fc.constantFrom('no-evidence-in-time', 'evidence-reviewed'),
    suspends: fc.array(number, { maxLength: 6 }),
  })
  .map(({ one, isRight, answer, upheld, reason, suspends }): Move => (before) => {
    const opened = pick(leavesOf(before, 'dispute'), one);
    const claims = opened?.claims ?? [NOBODY];
    const parts = {
      ...inLeaf(opened?.subject ?? place('domain', 'nowhere.example')),
      action: 'close' as const,
      dispute: opened?.dispute ?? NOBODY,
      claims,
      reason,
      suspends: sorted(suspends.map((other) => statementAt(before, other)?.id ?? digestOf('nothing'))),
      time: before.time,
    };
    const isAnswer = (opened?.action === 'open' && opened.cause === 'no-against-yes') === isRight;
    if (isAnswer) {
      return buildDisputeLeaf({ ...parts, cause: 'no-against-yes', outcome: answer });
    }
    const kept = upheld === null ? undefined : claims[upheld % claims.length];
    return buildDisputeLeaf(
      kept === undefined
        ? { ...parts, cause: 'rival-claims', outcome: 'none-upheld' }
        : { ...parts, cause: 'rival-claims', outcome: 'claim-upheld', upheld: kept },
    );
  });

const ADDRESSES = SUBJECTS.flatMap((about) =>
  about.kind === 'url' ? [about as PlaceLeafSubject<'url'>] : [],
);

const match = fc
  .record({
    id: fc.nat(3),
    about: fc.constantFrom(...ADDRESSES),
    claim: number,
    isRemoval: fc.constantFrom(false, false, true),
    method: fc.constantFrom(...MATCH_METHODS),
    confirmedBy: fc.constantFrom('machine', 'claimant', 'moderator'),
  })
  .map((one): Move => (before) => {
    const works = leavesOf(before, 'claim').filter((claim) => claim.subject.kind === 'content');
    const claim = one.claim % 9 === 0 ? claimAt(before, one.claim) : pick(works, one.claim);
    const known = pick(leavesOf(before, 'match'), one.claim);
    if (one.isRemoval && known !== undefined) {
      const { subject: about, canon, match: id, claim: matched, claimant } = known;
      const parts = { subject: about, canon, match: id, claim: matched, claimant, time: before.time };
      return buildMatchLeaf({ ...parts, action: 'remove' });
    }
    const isMeasured = one.method === 'pdq' || one.method === 'chromaprint' || one.method === 'text';
    const isHearsay = one.method === 'embedding' || one.method === 'declared';
    return buildMatchLeaf({
      subject: one.about,
      canon: 1,
      match: randomId('match', one.id),
      claim: claim?.claim ?? NOBODY,
      claimant: claim?.claimant ?? NOBODY,
      action: 'add',
      method: one.method,
      ...(isMeasured ? { distance: 12 } : {}),
      confirmedBy: isHearsay && one.confirmedBy === 'machine' ? 'claimant' : one.confirmedBy,
      time: before.time,
    });
  });

const mandate = fc
  .record({
    id: fc.nat(2),
    claim: number,
    agent: party,
    isRevocation: fc.constantFrom(false, false, true),
    ofAll: fc.boolean(),
    days: fc.option(fc.nat(60), { freq: 2 }),
  })
  .map((given): Move => (before) => {
    const known = pick(leavesOf(before, 'mandate'), given.claim);
    if (given.isRevocation && known !== undefined) {
      const { mandate: id, principal, agent } = known;
      return buildMandateLeaf({ mandate: id, principal, agent, action: 'revoke', time: before.time });
    }
    const claim = claimAt(before, given.claim);
    const principal = claim?.claimant ?? NOBODY;
    const agent = claimantId(given.agent);
    return buildMandateLeaf({
      mandate: randomId('mandate', given.id),
      principal,
      agent: agent === principal ? claimantId(3) : agent,
      action: 'grant',
      scope: given.ofAll ? 'all' : [claim?.claim ?? NOBODY],
      ...(given.days === null ? {} : { expiresAt: before.later(given.days + 1) }),
      time: before.time,
    });
  });

const suspension = fc
  .record({
    id: fc.nat(2),
    isLift: fc.boolean(),
    ofAll: fc.option(party, { freq: 1 }),
    statements: fc.array(number, { minLength: 1, maxLength: 2 }),
  })
  .map(({ id, isLift, ofAll, statements }): Move => (before) => {
    const { time } = before;
    const known = pick(leavesOf(before, 'suspension'), id);
    if (isLift && known !== undefined) {
      return buildSuspensionLeaf({ suspension: known.suspension, action: 'lift', time });
    }
    const ids = sorted(statements.map((one) => statementAt(before, one)?.id ?? digestOf('nothing')));
    const whom = ofAll === null ? { statements: ids } : { claimant: claimantId(ofAll) };
    const suspension = randomId('suspension', id);
    return buildSuspensionLeaf({ suspension, action: 'suspend', cause: 'abuse', ...whom, time });
  });

const erasure = fc
  .record({
    by: party,
    noes: fc.constantFrom('keep', 'keep', 'withdraw'),
    isOpening: fits,
    isOwn: fits,
    one: number,
  })
  .map(({ by, noes, isOpening, isOwn, one }): Move => (before) => {
    const { time } = before;
    const said = statementAt(before, one);
    if (!isOpening) {
      return buildErasureLeaf({ claimant: claimantId(by), scope: 'account', noes, time });
    }
    const claimant = isOwn && said !== undefined ? said.leaf.claimant : claimantId(by);
    return buildErasureLeaf({ claimant, scope: 'opening', statement: said?.id ?? digestOf('nothing'), time });
  });

const receipt = fc.constant<Move>(({ time }) => buildReceiptLeaf({ digest: digestOf('receipt'), time }));

const move = fc.oneof(
  { weight: 16, arbitrary: statement },
  { weight: 4, arbitrary: claimed },
  { weight: 5, arbitrary: assurance },
  { weight: 2, arbitrary: withdrawal },
  { weight: 4, arbitrary: opening },
  { weight: 5, arbitrary: closing },
  { weight: 3, arbitrary: match },
  { weight: 3, arbitrary: mandate },
  { weight: 2, arbitrary: suspension },
  { weight: 1, arbitrary: erasure },
  { weight: 1, arbitrary: receipt },
);

const step = fc.record({
  move,
  days: fc.constantFrom(0, 0, 1, 1, 1, 2, 9, 20, -3),
  isLost: fc.oneof({ weight: 150, arbitrary: fc.constant(false) }, fc.constant(true)),
});

const holding = fc.record({
  by: party,
  about: subject,
  level: fc.constantFrom('asserted', 'verified', 'verified', 'verified', 'reviewed'),
});

const word = fc.record({
  preference: fc.constantFrom('allow', 'deny', 'deny', 'conditional'),
  isAccountWide: fc.constantFrom(false, false, false, true),
});

/** Three claims on one subject, a dispute between the first two, its end, and what they say before and after. */
const story = fc
  .record({
    about: subject,
    levels: fc.tuple(
      fc.constantFrom('verified', 'reviewed', 'asserted'),
      fc.constantFrom('asserted', 'verified'),
      fc.constantFrom('asserted', 'verified'),
    ),
    before: fc.array(fc.tuple(fc.nat(2), word), { maxLength: 3 }),
    cause: fc.constantFrom('no-against-yes', 'rival-claims'),
    outcome: fc.constantFrom('yes-stands', 'yes-stands', 'no-stands', 'settled'),
    reason: fc.constantFrom('no-evidence-in-time', 'evidence-reviewed'),
    isUpheld: fits,
    after: fc.array(fc.tuple(fc.nat(2), word), { maxLength: 3 }),
    laterLevel: fc.option(fc.constantFrom('asserted', 'verified', 'reviewed'), { freq: 1 }),
  })
  .map(({ about, levels, before, cause, outcome, reason, isUpheld, after, laterLevel }): Move[] => {
    const claimOf = (one: number) => randomId('claim of the story', one);
    const claims = sorted([claimOf(0), claimOf(1)]);
    const claimBy =
      (one: number): Move =>
      ({ time }) =>
        buildClaimLeaf({
          ...inLeaf(about),
          claim: claimOf(one),
          claimant: claimantId(one),
          capacity: 'author',
          time,
        });
    const reach =
      (one: number, level: 'asserted' | 'verified' | 'reviewed'): Move =>
      ({ time }) =>
        buildAssuranceLeaf({ claim: claimOf(one), level, method: 'moderator', time });
    const say =
      ([one, { preference, isAccountWide }]: (typeof before)[number]): Move =>
      ({ time }) =>
        buildStatementLeaf({
          ...(isAccountWide ? { subject: { kind: 'account' } } : { ...inLeaf(about), claim: claimOf(one) }),
          claimant: claimantId(one),
          capacity: 'author',
          use: 'train-ai',
          preference,
          basis: 'own-right',
          ownWorks: true,
          opening: digestOf('opening'),
          time,
        });
    const parts = { ...inLeaf(about), dispute: randomId('dispute of the story', 0), claims };
    const open: Move = ({ time }) => buildDisputeLeaf({ ...parts, action: 'open', cause, time });
    const close: Move = ({ time, entries }) => {
      const ids = sorted(entries.filter(({ leaf }) => leaf.kind === 'statement').map(idOf));
      const ending = { ...parts, action: 'close' as const, reason, suspends: ids, time };
      if (cause === 'no-against-yes') {
        return buildDisputeLeaf({ ...ending, cause, outcome });
      }
      return buildDisputeLeaf(
        isUpheld
          ? { ...ending, cause, outcome: 'claim-upheld', upheld: claimOf(0) }
          : { ...ending, cause, outcome: 'none-upheld' },
      );
    };
    return [
      ...[claimBy(0), claimBy(1), reach(0, levels[0]), reach(1, levels[1])],
      ...before.map(say),
      ...[open, close, claimBy(2), reach(2, levels[2])],
      ...after.map(say),
      ...(laterLevel === null ? [] : [reach(0, laterLevel)]),
    ];
  });

/**
 * A log of leaves that mostly make sense together and often do not; now and then one is missing, or dated before the one
 * in front of it. It begins with claims and what they reached, so that what follows means something.
 */
export const logArbitrary: fc.Arbitrary<LoggedLeaf[]> = fc
  .tuple(
    fc.array(holding, { minLength: 1, maxLength: 6 }),
    fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, story),
    fc.array(step, { maxLength: 24 }),
  )
  .map(([holdings, told, steps]) => {
    const log = { entries: [] as LoggedLeaf[], index: 0, time: START };
    for (const [id, { by, about, level }] of holdings.entries()) {
      const claim = randomId('claim', id);
      const capacity = 'author';
      take(log, ({ time }) =>
        buildClaimLeaf({ ...inLeaf(about), claim, claimant: claimantId(by), capacity, time }),
      );
      take(log, ({ time }) => buildAssuranceLeaf({ level, claim, method: 'moderator', time }));
    }
    for (const next of told) {
      log.time += 15 * DAY;
      take(log, next);
    }
    for (const { move: next, days, isLost } of steps) {
      log.time += days * DAY;
      log.index += isLost ? 1 : 0;
      take(log, next);
    }
    return log.entries;
  });

function take(log: { entries: LoggedLeaf[]; index: number; time: number }, next: Move): void {
  const { entries, time } = log;
  const leaf = next({
    time: new Date(time).toISOString(),
    later: (days) => new Date(time + days * DAY).toISOString(),
    entries,
  });
  entries.push(loggedLeaf(log.index, leaf));
  log.index += 1;
}
