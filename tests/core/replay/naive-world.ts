/** What the naive reading keeps of a log: what holds after the leaves that it has heard, and nothing of how it came about. */
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Assurance } from '../../../src/core/consent/assurance.js';
import type { Leaf } from '../../../src/core/log/leaf.js';
import type { ContentLeafSubject, LeafSubject } from '../../../src/core/log/leaf-subject.js';
import type { LoggedLeaf } from '../../../src/core/replay/logged-leaf.js';

type KindOf<Kind extends Leaf['kind']> = Extract<Leaf, { readonly kind: Kind }>;
type Of<Kind extends Leaf['kind']> = KindOf<Kind> & { readonly index: number };

export interface Claim extends Of<'claim'> {
  level: Assurance | 'over';
  told: Assurance;
}

export interface Said extends Of<'statement'> {
  readonly id: string;
  isOver: boolean;
  /** The disputes whose closings set it aside. */
  setAsideBy: string[];
  isUnopened: boolean;
}

interface Settled {
  readonly index: number;
  readonly digest: string;
  readonly upheld: Claim[];
  readonly level: Assurance;
  readonly losers: string[];
  readonly bindsAll: boolean;
  readonly dispute: string;
}

interface Dispute {
  readonly cause: string;
  readonly openedAt: number;
  claims: string[];
  isClosed: boolean;
}

export class World {
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

export const LEVELS: readonly Assurance[] = ['asserted', 'verified', 'reviewed'];
const FORTNIGHT = 14 * 86_400_000;

/** Takes in the next leaf. */
export function hear(world: World, { index, leaf, leafHash }: LoggedLeaf): void {
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
        world.said.push({ ...leaf, index, id, isOver: false, setAsideBy: [], isUnopened: false });
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
      if (leaf.scope === 'run') return;
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
        else annul(world, leaf.suspension);
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

/** What a dispute decided is no longer so, once. */
function annul(world: World, dispute: string): void {
  for (const one of world.said) one.setAsideBy = one.setAsideBy.filter((by) => by !== dispute);
  world.settled = world.settled.filter((one) => one.dispute !== dispute);
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
      isOneThing(one.subject, leaf.subject) &&
      one.claimant !== keeper &&
      !(leaf.outcome === 'yes-stands' && !isNo) &&
      !(leaf.outcome === 'no-stands' && isNo);
    const isToldProven = world.claims.filter(onSubject).some((claim) => claim.told !== 'asserted');
    if (mayFall && !(leaf.reason === 'no-evidence-in-time' && isToldProven)) {
      one.setAsideBy.push(leaf.dispute);
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
  if (level !== 'asserted' && digest !== undefined && leaf.reason !== 'claimant-withdrew') {
    world.settled.push({
      index: leaf.index,
      digest,
      upheld,
      level,
      losers,
      bindsAll: isAnswer,
      dispute: leaf.dispute,
    });
  }
}
export function best(claims: readonly Claim[]): Assurance {
  const levels = claims.map(({ level }) => LEVELS.indexOf(level as Assurance));
  return LEVELS[Math.max(0, ...levels)] ?? 'asserted';
}
export function nameOf(subject: LeafSubject): string {
  switch (subject.kind) {
    case 'account':
      return 'account';
    case 'content':
      return `work ${subject.work}`;
    default:
      return `${subject.kind} ${subject.sha256}`;
  }
}
/** The same place, the same work, or works that one digest or fingerprint names both. */
function isOneThing(a: LeafSubject, b: LeafSubject): boolean {
  if (a.kind !== 'content' || b.kind !== 'content') return nameOf(a) === nameOf(b);
  return a.work === b.work || namesOf(a).some((name) => namesOf(b).includes(name));
}
export function namesOf({ sha256, md5, fingerprints = [] }: ContentLeafSubject): string[] {
  return [
    ...(sha256 === undefined ? [] : [sha256]),
    ...(md5 === undefined ? [] : [md5]),
    ...fingerprints.map(({ algorithm, value }) => `${algorithm} ${value}`),
  ];
}
