/**
 * docs/decision-rules.md and docs/standard.md read a second time, as plainly as possible and with nothing shared but the
 * types: it goes through the leaves once for every question and keeps only what holds at the end.
 */
import type { Assurance } from '../../../src/core/consent/assurance.js';
import type { Match } from '../../../src/core/consent/match.js';
import type { CoveringStatement } from '../../../src/core/consent/standing-statement.js';
import type { ContentLeafSubject, LeafSubject } from '../../../src/core/log/leaf-subject.js';
import type { DigestedItem } from '../../../src/core/replay/digested-item.js';
import type { LoggedLeaf } from '../../../src/core/replay/logged-leaf.js';
import { type Claim, LEVELS, type Said, World, best, hear, nameOf, namesOf } from './naive-world.js';

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
    const own = standing.filter(({ claimant }) => claimant === said.claimant);
    const isOwnPlace = ({ subject }: Claim) =>
      subject.kind !== 'content' && own.some((other) => isSame(other.subject, subject));
    const lent = standing.filter(
      (claim) => gradesFor(world, said, claim, at).length > 0 && !isOwnPlace(claim),
    );
    const held = [...own, ...lent];
    const first = held.filter((one) => held.find((other) => isSame(one.subject, other.subject)) === one);
    for (const claim of held) {
      const isOwn = own.includes(claim);
      const since = Math.max(said.index, isOwn ? claim.index : lentSince(world, said, claim));
      const speaker = isOwn ? claim : { ...claim, claimant: said.claimant };
      const heard = { ...words, ...rest(world, item, said, speaker, since, at), accountWide: true as const };
      const isGiven = said.preference !== 'allow' || heard.assurance !== 'asserted';
      const isPlace = claim.subject.kind !== 'content';
      if (!isGiven || (isPlace && !first.includes(claim))) continue;
      const capacity = isOwn ? claim.capacity : 'agent';
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
): Omit<CoveringStatement, 'subject' | 'assurance' | 'mandate' | 'match'> | undefined {
  const { id, index, claimant, capacity, use, basis, ownWorks, expiresAt } = said;
  const noes = world.erased.get(claimant);
  const noesOnly = noes !== undefined || world.isIncomplete;
  if (said.isOver || noes === 'withdraw' || (noesOnly && said.preference === 'allow')) return undefined;
  const suspending = world.suspensions.filter(
    (one) => !one.isLifted && (one.claimant === claimant || one.statements?.includes(id) === true),
  );
  const isPaused = suspending.some(({ only }) => only === 'permissions');
  const isSuspended =
    suspending.some(({ only }) => only === undefined) || (isPaused && said.preference === 'allow');
  const isPlainNo = said.preference === 'conditional' && (noesOnly || said.isUnopened || isPaused);
  return {
    ...{ id, index, claimant, capacity, use, basis, ownWorks },
    preference: isPlainNo ? 'deny' : said.preference,
    ...(expiresAt === undefined || isPlainNo ? {} : { expiresAt: Date.parse(expiresAt) }),
    ...(isSuspended || said.setAsideBy.length > 0 ? { suspended: true } : {}),
  };
}

/** What a statement rests on where it, or the claim that brings it there, is about. */
function rest(world: World, item: DigestedItem, said: Said, about: Said | Claim, since: number, at: number) {
  const { subject, claimant } = about;
  const isBrought = about.kind === 'claim' && !world.claims.includes(about);
  const reaching = world.claims.filter((claim) =>
    isBrought && subject.kind === 'content'
      ? claim.claim === about.claim
      : claim.level !== 'over' && lends(world, item, claim, subject),
  );
  const grades = (claim: Claim) => gradesFor(world, said, claim, at);
  const isConfirmed = (claim: Claim) => grades(claim).includes('confirmed');
  const isNo = wordsLeft(world, said)?.preference === 'deny';
  const lenders = reaching.filter(
    (claim) => claim.claimant === said.claimant || (grades(claim).length > 0 && (isNo || isConfirmed(claim))),
  );
  const assurance = best(lenders);
  const all = reaching.flatMap(grades);
  const mandate = (['confirmed', 'attested', 'passed-on'] as const).find((grade) => all.includes(grade));
  const work = subject.kind === 'content' ? `${claimant} ${subject.work}` : '';
  const held = about.kind === 'claim' ? `${work} ${about.claim}` : work;
  const key = subject.kind === 'content' ? held : digestOf(subject);
  const late = isLate(world, about, since, assurance) ? { suspended: true } : {};
  const by = mandate === undefined ? {} : { mandate };
  return { subject: { kind: subject.kind as 'url', key }, assurance, ...by, ...late };
}

/** By which grades a statement speaks for a claim of somebody else. */
function gradesFor(world: World, said: Said, claim: Claim, at: number) {
  return mandatesFor(world, said, claim)
    .filter(({ expiresAt }) => expiresAt === undefined || Date.parse(expiresAt) > at)
    .map(({ grade }) => grade);
}

function mandatesFor(world: World, said: Said, claim: Claim) {
  return world.mandates.filter(
    (one) =>
      said.basis === 'mandate' &&
      !one.isOver &&
      one.agent === said.claimant &&
      one.principal === claim.claimant &&
      !world.erased.has(one.agent) &&
      !world.erased.has(one.principal) &&
      (one.scope === 'all' || one.scope.includes(claim.claim)),
  );
}

/** A work comes with its claim and a mandate for that; a place with the first pair of a claim on it and a mandate. */
function lentSince(world: World, said: Said, claim: Claim): number {
  const alike = world.claims.filter(
    (one) =>
      one === claim ||
      (claim.subject.kind !== 'content' && one.level !== 'over' && isSame(one.subject, claim.subject)),
  );
  const pairs = alike.flatMap((one) =>
    mandatesFor(world, said, one).map(({ index }) => Math.max(index, one.index)),
  );
  return Math.min(...pairs);
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
    const { sha256, md5, fingerprints = [] } = subject as ContentLeafSubject;
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
      (method !== 'md5' && confirmedBy === 'machine') ||
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
/** Whether a claim on a work names everything by which something else names the same work. */
function namesAll(claimed: LeafSubject | undefined, subject: LeafSubject): boolean {
  if (claimed?.kind !== 'content' || subject.kind !== 'content') return false;
  return claimed.work === subject.work && namesOf(subject).every((name) => namesOf(claimed).includes(name));
}
function digestOf(subject: LeafSubject): string {
  return 'sha256' in subject ? (subject.sha256 ?? '') : '';
}

function isSame(a: LeafSubject, b: LeafSubject): boolean {
  return nameOf(a) === nameOf(b);
}
