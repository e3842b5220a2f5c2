import { placeLeafSubject } from '../../core/log/leaf-subject.js';
import type { Opening } from '../../core/log/opening.js';
import type { Sha256 } from '../../core/log/sha256.js';
import type { StatementLeaf } from '../../core/log/statement-leaf.js';
import { wordOf } from '../server/enum-words.js';
import type { PublicStatement, SaidToday } from './operations.js';

/** What a page says of a statement that its leaf, or what the leaf commits to, says too. */
export type ShownStatement = Omit<PublicStatement, SaidToday | 'leaf' | 'opening'>;

/**
 * The names of what is shown otherwise than the leaf has it. A proof is about the leaf, so that nothing of the page may rest
 * on it but what stands there.
 */
export function differingFacts(
  shown: ShownStatement,
  leaf: StatementLeaf,
  opening: Opening | undefined,
  sha256: Sha256,
): string[] {
  const isSame: Readonly<Record<string, boolean>> = {
    use: wordOf(shown.use) === leaf.use,
    preference: wordOf(shown.preference) === leaf.preference,
    capacity: wordOf(shown.capacity) === leaf.capacity,
    basis: wordOf(shown.basis) === leaf.basis,
    ownWorks: shown.ownWorks === leaf.ownWorks,
    reservesRights: shown.reservesRights === leaf.reservation,
    claimant: shown.claimant === leaf.claimant,
    statedAt: isSameMoment(shown.statedAt, leaf.time),
    expiresAt: isSameMoment(shown.expiresAt, leaf.expiresAt ?? null),
    subject: isSameSubject(shown, leaf, sha256),
    terms: isSameOffer(shown.terms, opening?.terms),
  };
  return Object.keys(isSame).filter((fact) => isSame[fact] !== true);
}

function isSameMoment(one: string | null, other: string | null): boolean {
  return one === null || other === null ? one === other : Date.parse(one) === Date.parse(other);
}

function isSameSubject(
  { subjectKind, subjectDigest, address }: ShownStatement,
  { subject }: StatementLeaf,
  sha256: Sha256,
): boolean {
  if (wordOf(subjectKind) !== subject.kind) {
    return false;
  }
  if (subject.kind === 'content' || subject.kind === 'account') {
    return subjectDigest === null && address === null;
  }
  const named = address === null ? subject : placeLeafSubject(subject.kind, address, sha256);
  return subjectDigest === subject.sha256 && named.sha256 === subject.sha256 && named.xxh64 === subject.xxh64;
}

/** Terms that were erased are neither shown nor opened. */
function isSameOffer(shown: ShownStatement['terms'], offered: Opening['terms']): boolean {
  const names = ['licenceUrl', 'credit', 'feeUrl', 'contact'] as const;
  return (
    (shown === null) === (offered === undefined) &&
    names.every((name) => (shown?.[name] ?? undefined) === offered?.[name])
  );
}
