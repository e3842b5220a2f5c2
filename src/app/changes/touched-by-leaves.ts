/**
 * What leaves change. Each says it by itself, or by naming another leaf: a withdrawal its statement, an assurance its claim, the
 * lifting of a suspension what was suspended. Rather too much than too little: whoever keeps answers looks again at what is told
 * here, and at nothing else.
 */
import { hexToBytes } from '@noble/hashes/utils.js';
import { idKey, matchesKey } from '../../core/log/leaf-keys.js';
import type { ClaimLeaf } from '../../core/log/claim-leaf.js';
import type { Leaf } from '../../core/log/leaf.js';
import type { SuspensionLeaf } from '../../core/log/suspension-leaf.js';
import type { LoggedLeaf } from '../../core/replay/logged-leaf.js';
import { readEntry } from '../consent/read-entry.js';
import type { LogStore } from '../ports/log.js';
import { Touched } from './touched.js';

/** What these leaves of the log concern; what concerns a whole claimant is not spelled out yet. */
export async function touchedByLeaves(log: LogStore, leaves: readonly LoggedLeaf[]): Promise<Touched> {
  const touched = new Touched();
  for (const logged of leaves) await touch(log, touched, logged);
  await touchSpokenFor(log, touched);
  await touchMatched(log, touched);
  return touched;
}

/** What concerns whoever speaks for others concerns what those have claimed. */
async function touchSpokenFor(log: LogStore, touched: Touched): Promise<void> {
  const agents = new Map(touched.claimants);
  for (const { leaf } of await leavesUnder(log, [...agents.keys()].map(idKey))) {
    const index = leaf.kind === 'mandate' ? agents.get(leaf.agent) : undefined;
    if (leaf.kind === 'mandate' && index !== undefined) touched.claimant(leaf.principal, index);
  }
}

/** What concerns a work, or all works of a claimant, concerns the addresses at which leaves say that they lie. */
async function touchMatched(log: LogStore, touched: Touched): Promise<void> {
  const works = new Map<string, number>();
  for (const { subject, index } of touched.subjects) {
    if (subject.kind === 'content') works.set(subject.work, index);
  }
  const claims = new Map<string, number>();
  for (const { leaf } of await leavesUnder(log, [...works.keys()].map(idKey))) {
    const index = leaf.kind === 'claim' && leaf.subject.kind === 'content' && works.get(leaf.subject.work);
    if (leaf.kind === 'claim' && typeof index === 'number') claims.set(leaf.claim, index);
  }
  const keys = [...claims.keys(), ...touched.claimants.keys()].map(matchesKey);
  for (const { leaf } of await leavesUnder(log, keys)) {
    if (leaf.kind !== 'match') continue;
    const index = claims.get(leaf.claim) ?? touched.claimants.get(leaf.claimant);
    if (index !== undefined) touched.subject(leaf.subject, leaf.canon, index);
  }
}

async function touch(log: LogStore, touched: Touched, { leaf, index }: LoggedLeaf): Promise<void> {
  switch (leaf.kind) {
    case 'statement':
      touched.subject(leaf.subject, leaf.canon, index);
      if (leaf.subject.kind === 'account') touched.claimant(leaf.claimant, index);
      return;
    case 'claim':
    case 'match':
      touched.subject(leaf.subject, leaf.canon, index);
      return;
    case 'dispute':
      touched.subject(leaf.subject, leaf.canon, index);
      for (const claim of leaf.claims) await touchClaim(log, touched, claim, index);
      if (leaf.action === 'close') await touchStatements(log, touched, leaf.suspends, index);
      return;
    case 'withdrawal':
      await touchStatements(log, touched, [leaf.statement], index);
      return;
    case 'assurance':
      await touchClaim(log, touched, leaf.claim, index);
      return;
    case 'mandate':
      touched.claimant(leaf.agent, index);
      touched.claimant(leaf.principal, index);
      return;
    case 'suspension':
      await touchSuspended(log, touched, leaf, index);
      return;
    case 'erasure':
      if (leaf.scope === 'opening') await touchStatements(log, touched, [leaf.statement], index);
      else if (leaf.scope === 'account') touched.claimant(leaf.claimant, index);
      return;
    case 'key':
      // It may say that leaves are lost, and then no yes counts.
      if (leaf.action === 'add' && leaf.continues !== undefined) touched.all(index);
      return;
    case 'signal':
    case 'receipt':
    case 'audit':
    case 'acceptance':
      return;
  }
}

async function touchStatements(
  log: LogStore,
  touched: Touched,
  ids: readonly string[],
  index: number,
): Promise<void> {
  for (const id of ids) {
    const entry = await log.byHash(hexToBytes(id));
    const leaf = entry && readEntry(entry).leaf;
    if (leaf?.kind !== 'statement') continue;
    touched.subject(leaf.subject, leaf.canon, index);
    if (leaf.subject.kind === 'account') touched.claimant(leaf.claimant, index);
  }
}

/** What is said about the places within a folder or a site rests on the claim on it, and so does what agents say there. */
async function touchClaim(log: LogStore, touched: Touched, id: string, index: number): Promise<void> {
  const claim = await leafNamed(
    log,
    id,
    (leaf): leaf is ClaimLeaf => leaf.kind === 'claim' && leaf.claim === id,
  );
  if (claim === undefined) return;
  touched.subject(claim.subject, claim.canon, index);
  if (claim.subject.kind === 'url') return;
  touched.claimant(claim.claimant, index);
  for (const { leaf } of await leavesUnder(log, [idKey(claim.claimant)])) {
    if (leaf.kind === 'mandate' && leaf.principal === claim.claimant) touched.claimant(leaf.agent, index);
  }
}

async function touchSuspended(
  log: LogStore,
  touched: Touched,
  leaf: SuspensionLeaf,
  index: number,
): Promise<void> {
  const isSuspending = (one: Leaf): one is Extract<SuspensionLeaf, { readonly action: 'suspend' }> =>
    one.kind === 'suspension' && one.suspension === leaf.suspension && one.action === 'suspend';
  const suspended = isSuspending(leaf) ? leaf : await leafNamed(log, leaf.suspension, isSuspending);
  if (suspended?.claimant !== undefined) touched.claimant(suspended.claimant, index);
  else if (suspended?.statements !== undefined) {
    await touchStatements(log, touched, suspended.statements, index);
  }
}

async function leafNamed<One extends Leaf>(
  log: LogStore,
  id: string,
  isIt: (leaf: Leaf) => leaf is One,
): Promise<One | undefined> {
  for (const { leaf } of await leavesUnder(log, [idKey(id)])) if (isIt(leaf)) return leaf;
  return undefined;
}

async function leavesUnder(log: LogStore, keys: readonly bigint[]): Promise<LoggedLeaf[]> {
  return keys.length === 0 ? [] : (await log.about(keys, await log.size())).map(readEntry);
}
