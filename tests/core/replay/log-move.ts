import fc from 'fast-check';
import type { LeafSubject } from '../../../src/core/log/leaf-subject.js';
import type { Leaf } from '../../../src/core/log/leaf.js';
import type { LoggedLeaf } from '../../../src/core/replay/logged-leaf.js';
import { SUBJECTS } from './looked-up-picture.js';
import { idOf, randomId } from './test-log.js';

/** What a leaf needs to know of the log in front of it. */
export interface Before {
  readonly time: string;
  /** In days after `time`. */
  readonly later: (days: number) => string;
  readonly entries: readonly LoggedLeaf[];
}

export type Move = (before: Before) => Leaf;

type KindOf<Kind extends Leaf['kind']> = Extract<Leaf, { readonly kind: Kind }>;

/** Numbers stand for ids, and for leaves that are there; a number beyond them stands for one that is not. */
export const party = fc.constantFrom(0, 0, 0, 1, 1, 2);
export const number = fc.nat(60);
export const subject = fc.constantFrom(...SUBJECTS);
/** Whether a leaf is made to fit those before it. */
export const fits = fc.oneof({ weight: 7, arbitrary: fc.constant(true) }, fc.constant(false));

export const claimantId = (one: number) => randomId('claimant', one);
export const sorted = (ids: readonly string[]) => [...new Set(ids)].sort();

export function leavesOf<Kind extends Leaf['kind']>({ entries }: Before, kind: Kind): KindOf<Kind>[] {
  return entries.flatMap(({ leaf }) => (leaf.kind === kind ? [leaf as KindOf<Kind>] : []));
}

export function pick<T>(choices: readonly T[], one: number): T | undefined {
  return choices[one % (choices.length + (one % 7 === 0 ? 1 : 0))];
}

export function claimAt(before: Before, one: number): KindOf<'claim'> | undefined {
  return pick(leavesOf(before, 'claim'), one);
}

export function statementAt(
  { entries }: Before,
  one: number,
): { id: string; leaf: KindOf<'statement'> } | undefined {
  const statements = entries.flatMap((entry) =>
    entry.leaf.kind === 'statement' ? [{ id: idOf(entry), leaf: entry.leaf }] : [],
  );
  return pick(statements, one);
}

export function inLeaf(about: LeafSubject): { readonly subject: LeafSubject; readonly canon?: number } {
  const isPlace = about.kind !== 'content' && about.kind !== 'account';
  return isPlace ? { subject: about, canon: 1 } : { subject: about };
}

export const NOBODY = randomId('nobody', 0);
