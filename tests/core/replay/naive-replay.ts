/**
 * docs/decision-rules.md and docs of the leaves read a second time, as plainly as possible and with nothing shared but the
 * types: it goes through the leaves once for every question and keeps only what holds at the end.
 */
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Assurance } from '../../../src/core/consent/assurance.js';
import type { Match } from '../../../src/core/consent/match.js';
import type { CoveringStatement } from '../../../src/core/consent/standing-statement.js';
import type { Leaf } from '../../../src/core/log/leaf.js';
import type { LeafSubject } from '../../../src/core/log/leaf-subject.js';
import type { DigestedItem } from '../../../src/core/replay/digested-item.js';
import type { LoggedLeaf } from '../../../src/core/replay/logged-leaf.js';

type KindOf<Kind extends Leaf['kind']> = Extract<Leaf, { readonly kind: Kind }>;
type Of<Kind extends Leaf['kind']> = KindOf<Kind> & { readonly index: number };

interface Claim extends Of<'claim'> {
  level: Assurance | 'over';
  told: Assurance;
}

interface Said extends Of<'statement'> {
  readonly id: string;
  isOver: boolean;
  isSetAside: boolean;
  isUnopened: boolean;
}

interface Settled {
  readonly index: number;
  readonly digest: string;
  readonly upheld: Claim[];
  readonly level: Assurance;
  readonly losers: string[];
  readonly bindsAll: boolean;
}

interface Dispute {
  readonly cause: string;
  readonly openedAt: number;
  claims: string[];
  isClosed: boolean;
}

class World {
  claims: Claim[] = [];
  said: Said[] = [];
  erased = new Map<string, 'keep' | 'withdraw'>();
  mandates: (Extract<Of<'mandate'>, { action: 'grant' }> & { isOver: boolean })[] = [];
  matches: (Extract<Of<'match'>, { action: 'add' }> & { isOver: boolean })[] = [];
  suspensions: (Extract<Of<'suspension'>, { action: 'suspend' }> & { isLifted: boolean })[] = [];
  disputes = new Map<string, Dispute>();
  settled: Settled[] = [];
  isIncomplete = false;
  now = -Infinity;
}

const LEVELS: readonly Assurance[] = ['asserted', 'verified', 'reviewed'];
const FORTNIGHT = 14 * 86_400_000;

export function naiveFind(
  entries: readonly LoggedLeaf[],
  item: DigestedItem,
  { size, at }: { size: number; at: number },
): { covering: CoveringStatement[]; contentClaimants: string[] } {
  const world = new World();
  let next = 0;
  for (const entry of entries.filter(({ index }) => index < size)) {
    if (entry.index > next) world.isIncomplete = true;
    world.now = Math.max(world.now, Date.parse(entry.leaf.time));
    hear(world, entry);
    next = entry.index + 1;
  }
  return lookUp(world, item, at);
}

function hear(world: World, { index, leaf, leafHash }: LoggedLeaf): void {
  switch (leaf.kind) {
    case 'claim':
      if (!world.erased.has(leaf.claimant) && !world.claims.some((one) => one.claim === leaf.claim)) {
        world.claims.push({ ...leaf, index, level: 'asserted', told: 'asserted' });
      }
      return;
    case 'assurance':
      for (const claim of world.claims.filter((one) => one.claim === leaf.claim)) {
        const isWider = leaf.method === 'wider-claim' && leaf.level !== undefined;
        if (isWider || claim.level !== 'over') claim.told = leaf.level ?? 'asserted';
        if (!isWider && claim.level !== 'over') claim.level = leaf.level ?? 'over';
      }
      return;
    case 'statement': {
      const id = bytesToHex(leafHash);
      if (!world.erased.has(leaf.claimant) && !world.said.some((one) => one.id === id)) {
        world.said.push({ ...leaf, index, id, isOver: false, isSetAside: false, isUnopened: false });
      }
      return;
    }
    case 'withdrawal': {
      const last = world.said.find((one) => one.id === leaf.statement && one.claimant === leaf.claimant);
      if (last === undefined || last.isOver || world.erased.has(leaf.claimant)) return;
      for (const one of world.said) {
        const isOneMatter =
          one.claimant === last.claimant &&
          one.use === last.use &&
          nameOf(one.subject) === nameOf(last.subject);
        if (isOneMatter && one.index <= last.index) one.isOver = true;
      }
      return;
    }
    case 'erasure':
      if (leaf.scope === 'account') {
        if (!world.erased.has(leaf.claimant)) world.erased.set(leaf.claimant, leaf.noes);
        return;
      }
      for (const one of world.said) {
        if (one.id === leaf.statement && one.claimant === leaf.claimant) one.isUnopened = true;
      }
      return;
    case 'mandate':
      hearMandate(world, { ...leaf, index });
      return;
    case 'match':
      hearMatch(world, { ...leaf, index });
      return;
    case 'suspension': {
      const known = world.suspensions.find((one) => one.suspension === leaf.suspension);
      if (leaf.action === 'lift') {
        if (known !== undefined) known.isLifted = true;
      } else if (known === undefined) {
        const there = leaf.statements?.filter((id) => world.said.some((one) => one.id === id));
        const suspended = there === undefined ? {} : { statements: there };
        world.suspensions.push({ ...leaf, ...suspended, index, isLifted: false } as World['suspensions'][0]);
      }
      return;
    }
    case 'dispute':
      hearDispute(world, { ...leaf, index });
      return;
    default:
  }
}

function hearMandate(world: World, leaf: Of<'mandate'>): void {
  const known = world.mandates.find((one) => one.mandate === leaf.mandate);
  if (leaf.action === 'revoke') {
    if (known?.principal === leaf.principal && known.agent === leaf.agent) known.isOver = true;
  } else if (known === undefined && !world.erased.has(leaf.principal) && !world.erased.has(leaf.agent)) {
    const isTheirs = (id: string) =>
      world.claims.some((claim) => claim.claim === id && claim.claimant === leaf.principal);
    const scope = leaf.scope === 'all' ? leaf.scope : leaf.scope.filter(isTheirs);
    world.mandates.push({ ...leaf, scope, isOver: false });
  }
}

function hearMatch(world: World, leaf: Of<'match'>): void {
  const known = world.matches.find((one) => one.match === leaf.match);
  if (leaf.action === 'remove') {
    if (known?.claim === leaf.claim && known.subject.sha256 === leaf.subject.sha256) known.isOver = true;
    return;
  }
  const claim = world.claims.find((one) => one.claim === leaf.claim);
  if (known === undefined && claim?.claimant === leaf.claimant && claim.subject.kind === 'content') {
    world.matches.push({ ...leaf, isOver: false });
  }
}

function hearDispute(world: World, leaf: Of<'dispute'>): void {
  const known = world.disputes.get(leaf.dispute);
  if (known?.isClosed || (known !== undefined && known.cause !== leaf.cause)) return;
  if (leaf.action === 'open') {
    const dispute = known ?? { cause: leaf.cause, openedAt: world.now, claims: [], isClosed: false };
    dispute.claims.push(...leaf.claims.filter((id) => world.claims.some((one) => one.claim === id)));
    world.disputes.set(leaf.dispute, dispute);
    return;
  }
  if (known === undefined || (leaf.upheld !== undefined && !known.claims.includes(leaf.upheld))) return;
  const isLapse = leaf.cause === 'no-against-yes' && leaf.reason === 'no-evidence-in-time';
  if (isLapse && world.now - known.openedAt < FORTNIGHT) return;
  known.isClosed = true;
  settle(world, leaf, known);
}

function settle(world: World, leaf: Extract<Of<'dispute'>, { action: 'close' }>, dispute: Dispute): void {
  const sides = world.claims.filter((claim) => dispute.claims.includes(claim.claim));
  const keeper = sides.find((claim) => claim.claim === leaf.upheld)?.claimant;
  const beaten: string[] = [];
  for (const one of world.said.filter(({ id }) => leaf.suspends.includes(id))) {
    const onSubject = (claim: Claim) =>
      claim.claimant === one.claimant && nameOf(claim.subject) === nameOf(one.subject);
    const isNo = one.preference !== 'allow';
    const mayFall =
      sides.some(onSubject) &&
      one.claimant !== keeper &&
      !(leaf.outcome === 'yes-stands' && !isNo) &&
      !(leaf.outcome === 'no-stands' && isNo);
    const isToldProven = world.claims.filter(onSubject).some((claim) => claim.told !== 'asserted');
    if (mayFall && !(leaf.reason === 'no-evidence-in-time' && isToldProven)) {
      one.isSetAside = true;
      beaten.push(one.claimant);
    }
  }
  const isAnswer = leaf.outcome === 'yes-stands' && beaten.length > 0;
  const upheld = isAnswer
    ? sides.filter((claim) => !beaten.includes(claim.claimant))
    : sides.filter((claim) => claim.claim === leaf.upheld);
  const level = best(upheld);
  const losers = sides
    .map(({ claimant }) => claimant)
    .filter((one) => !upheld.some(({ claimant }) => claimant === one));
  const { subject } = leaf;
  const digest = subject.kind === 'content' ? subject.sha256 : nameOf(subject);
  if (level !== 'asserted' && digest !== undefined) {
    world.settled.push({ index: leaf.index, digest, upheld, level, losers, bindsAll: isAnswer });
  }
}

function lookUp(
  world: World,
  item: DigestedItem,
  at: number,
): { covering: CoveringStatement[]; contentClaimants: string[] } {
  const covering: CoveringStatement[] = [];
  const standing = world.claims.filter(({ level }) => level !== 'over');
  for (const said of world.said) {
    const words = wordsLeft(world, said);
    if (words === undefined) continue;
    if (said.subject.kind !== 'account') {
      const heard = { ...words, ...rest(world, item, said, said, said.index, at) };
      covering.push(...waysOf(world, item, said).map((match) => ({ ...heard, match })));
      continue;
    }
    const held = standing.filter(({ claimant }) => claimant === said.claimant);
    const first = held.filter((one) => held.find((other) => isSame(one.subject, other.subject)) === one);
    for (const claim of held) {
      const since = Math.max(said.index, claim.index);
      const heard = { ...words, ...rest(world, item, said, claim, since, at), accountWide: true as const };
      const isGiven = said.preference !== 'allow' || heard.assurance !== 'asserted';
      const isPlace = claim.subject.kind !== 'content';
      if (!isGiven || (isPlace && !first.includes(claim))) continue;
      const { capacity } = claim;
      covering.push(...waysOf(world, item, claim).map((match) => ({ ...heard, capacity, match })));
    }
  }
  const claimants = standing
    .filter((claim) => claim.subject.kind === 'content' && waysOf(world, item, claim).length > 0)
    .filter((claim) => !isLate(world, claim, claim.index, claim.level as Assurance))
    .map(({ claimant }) => claimant);
  return { covering, contentClaimants: [...new Set(claimants)] };
}

/** What is left of the words of a statement; undefined when nothing is. */
function wordsLeft(
  world: World,
  said: Said,
): Omit<CoveringStatement, 'subject' | 'assurance' | 'match'> | undefined {
  const { id, index, claimant, capacity, use, basis, ownWorks, expiresAt } = said;
  const noes = world.erased.get(claimant);
  const noesOnly = noes !== undefined || world.isIncomplete;
  if (said.isOver || noes === 'withdraw' || (noesOnly && said.preference === 'allow')) return undefined;
  const isPlainNo = said.preference === 'conditional' && (noesOnly || said.isUnopened);
  const isSuspended = world.suspensions.some(
    (one) => !one.isLifted && (one.claimant === claimant || one.statements?.includes(id) === true),
  );
  return {
    ...{ id, index, claimant, capacity, use, basis, ownWorks },
    preference: isPlainNo ? 'deny' : said.preference,
    ...(expiresAt === undefined || isPlainNo ? {} : { expiresAt: Date.parse(expiresAt) }),
    ...(isSuspended || said.isSetAside ? { suspended: true } : {}),
  };
}

/** What a statement rests on where it, or the claim that brings it there, is about. */
function rest(world: World, item: DigestedItem, said: Said, about: Said | Claim, since: number, at: number) {
  const { subject, claimant } = about;
  const lenders = world.claims.filter(
    (claim) =>
      claim.claimant === said.claimant ||
      (said.basis === 'mandate' &&
        world.mandates.some(
          (one) =>
            !one.isOver &&
            one.agent === said.claimant &&
            one.principal === claim.claimant &&
            !world.erased.has(one.agent) &&
            !world.erased.has(one.principal) &&
            (one.scope === 'all' || one.scope.includes(claim.claim)) &&
            !(one.expiresAt !== undefined && Date.parse(one.expiresAt) <= at),
        )),
  );
  const assurance = best(lenders.filter((claim) => lends(world, item, claim, subject)));
  const work = subject.kind === 'content' ? `${claimant} ${subject.work}` : '';
  const held = about.kind === 'claim' ? `${work} ${about.claim}` : work;
  const key = subject.kind === 'content' ? held : digestOf(subject);
  const late = isLate(world, about, since, assurance) ? { suspended: true } : {};
  return { subject: { kind: subject.kind as 'url', key }, assurance, ...late };
}

function lends(world: World, item: DigestedItem, claim: Claim, subject: LeafSubject): boolean {
  if (subject.kind === 'content') {
    return namesAll(claim.subject, subject);
  }
  return [item.outer, ...item.embedded].some((places) => {
    const own = places.findIndex((one) => nameOf(subject) === `${one.kind} ${one.sha256}`);
    return places.some(
      (one, position) =>
        own !== -1 &&
        nameOf(claim.subject) === `${one.kind} ${one.sha256}` &&
        (position === own || (position > own && !one.denyOnly)),
    );
  });
}

function isLate(
  world: World,
  { subject, claimant }: Said | Claim,
  since: number,
  assurance: Assurance,
): boolean {
  const digest = subject.kind === 'content' ? subject.sha256 : nameOf(subject);
  return world.settled.some((one) => {
    const now = LEVELS.indexOf(best(one.upheld));
    const level = Math.min(now, LEVELS.indexOf(one.level));
    const isBound = one.losers.includes(claimant) || (one.bindsAll && assurance === 'asserted');
    return (
      one.digest === digest &&
      since > one.index &&
      isBound &&
      !one.upheld.some((claim) => claim.claimant === claimant) &&
      LEVELS.indexOf(assurance) < level
    );
  });
}

/** Every way in which what a statement or a claim is about covers the item. */
function waysOf(world: World, item: DigestedItem, about: Said | Claim): Match[] {
  const { subject } = about;
  const ways: Match[] = [];
  const lists = [
    { places: item.outer, address: 'outer' as const },
    ...item.embedded.map((places) => ({ places, address: 'embedded' as const })),
  ];
  for (const { places, address } of lists) {
    for (const [position, one] of places.entries()) {
      const via = { url: 'exact', path: 'folder', domain: 'host' } as const;
      const depth = places.slice(position).filter(({ kind }) => kind === one.kind).length;
      if (nameOf(subject) === `${one.kind} ${one.sha256}`) {
        ways.push({ via: one.denyOnly ? 'without-query' : via[one.kind], address, depth });
      }
      if (subject.kind === 'content' && one.kind === 'url') {
        ways.push(...matchesAt(world, one.sha256, about).map((way) => hinder(way, address, one.denyOnly)));
      }
    }
  }
  for (const { by, value, distance } of subject.kind === 'content' ? item.recognised : []) {
    const { sha256, md5, fingerprints = [] } = subject as KindOf<'claim'>['subject'] & { kind: 'content' };
    const isLike = fingerprints.some((one) => one.algorithm === by && one.value === value);
    if (by === 'md5' && md5 === value) ways.push({ via: 'md5', distance });
    if ((by === 'sha256' && sha256 === value) || isLike) ways.push({ via: 'content', distance });
  }
  return nearest(ways);
}

function matchesAt(world: World, sha256: string, about: Said | Claim): Match[] {
  const { subject } = about;
  const hearsay = ['declared', 'embedding'];
  return world.matches
    .filter((one) => !one.isOver && one.subject.sha256 === sha256)
    .filter((one) => {
      const work = world.claims.find((claim) => claim.claim === one.claim)?.subject;
      const isOfWork = work?.kind === 'content' && subject.kind === 'content' && work.work === subject.work;
      return about.kind === 'claim' ? about.claim === one.claim : isOfWork;
    })
    .map(({ method, distance, confirmedBy, claim: id }) => ({
      via: 'matched',
      distance: hearsay.includes(method) ? 258 : distance === undefined ? 0 : distance + 1,
      ...(method === 'md5' ? { carriesNoYes: 'md5-carries-no-yes' as const } : {}),
      ...((hearsay.includes(method) && confirmedBy !== 'moderator') ||
      (method !== 'md5' && !namesAll(world.claims.find((claim) => claim.claim === id)?.subject, subject))
        ? { carriesNoYes: 'match-needs-review' as const }
        : {}),
    }));
}

function hinder(way: Match, address: 'outer' | 'embedded', denyOnly: boolean): Match {
  if (address === 'embedded') return { ...way, carriesNoYes: 'outer-only' } as Match;
  return denyOnly ? ({ ...way, carriesNoYes: 'without-query-carries-no-yes' } as Match) : way;
}

/** Of works the nearest of each kind of way; of places all. */
function nearest(ways: readonly Match[]): Match[] {
  const kindOf = (way: Match) => JSON.stringify([way.via, 'carriesNoYes' in way ? way.carriesNoYes : null]);
  return ways.filter(
    (way, position) =>
      !('distance' in way) ||
      !ways.some(
        (other, place) =>
          'distance' in other &&
          kindOf(other) === kindOf(way) &&
          (other.distance < way.distance || (other.distance === way.distance && place < position)),
      ),
  );
}

function best(claims: readonly Claim[]): Assurance {
  const levels = claims.map(({ level }) => LEVELS.indexOf(level as Assurance));
  return LEVELS[Math.max(0, ...levels)] ?? 'asserted';
}

function nameOf(subject: LeafSubject): string {
  switch (subject.kind) {
    case 'account':
      return 'account';
    case 'content':
      return `work ${subject.work}`;
    default:
      return `${subject.kind} ${subject.sha256}`;
  }
}

/** Whether a claim on a work names everything by which something else names the same work. */
function namesAll(claimed: LeafSubject | undefined, subject: LeafSubject): boolean {
  if (claimed?.kind !== 'content' || subject.kind !== 'content') return false;
  const names = ({ sha256, md5, fingerprints = [] }: typeof subject) => [
    ...(sha256 === undefined ? [] : [sha256]),
    ...(md5 === undefined ? [] : [md5]),
    ...fingerprints.map(({ algorithm, value }) => `${algorithm} ${value}`),
  ];
  return claimed.work === subject.work && names(subject).every((name) => names(claimed).includes(name));
}

function digestOf(subject: LeafSubject): string {
  return 'sha256' in subject ? (subject.sha256 ?? '') : '';
}

function isSame(a: LeafSubject, b: LeafSubject): boolean {
  return nameOf(a) === nameOf(b);
}
