import type { Basis } from '../../core/consent/basis.js';
import { saysFreeOfRights } from '../../core/consent/basis.js';
import type { Capacity } from '../../core/consent/capacity.js';
import type { Preference } from '../../core/consent/preference.js';
import type { Terms } from '../../core/consent/terms.js';
import type { Use } from '../../core/consent/use.js';
import { invalidInput } from '../accounts/refusals.js';
import type { InvalidInput } from '../accounts/refusals.js';
import { claimablePlace } from '../claims/claimable-place.js';
import type { NamedPlace } from '../claims/read-place.js';
import { type NamedWork, readWorkId } from '../works/named-work.js';
import type { PlaceKind } from '../ports/claims.js';
import { refuse } from '../refusal.js';
import type { Refusal } from '../refusal.js';
import type { Registry } from '../registry.js';
import { readSubmittedTerms } from './submitted-terms.js';
import type { SubmittedTerms } from './submitted-terms.js';

export interface Answer {
  readonly use: Use;
  readonly preference: Preference;
}

export interface DeclareConsentInput {
  /** Of a place, with its address. */
  readonly kind?: PlaceKind | undefined;
  readonly address?: string | undefined;
  /** Id of one of the actor's works, instead of a place. */
  readonly work?: string | undefined;
  /** Everything that the actor claimed or will claim, instead of a place or a work. */
  readonly account?: boolean | undefined;
  /** At least one, and at most one for each use. */
  readonly answers: readonly Answer[];
  readonly capacity: Capacity;
  readonly basis: Basis;
  /** That everything at the place is the claimant's to give; a yes and terms need it. */
  readonly ownWorks: boolean;
  /** With a conditional answer, and only then. */
  readonly terms?: SubmittedTerms | undefined;
  readonly expiresAt?: Date | undefined;
  /** Chosen by the caller: the same key with the same input is answered again, not declared again. */
  readonly idempotencyKey?: string | undefined;
}

/** All that whoever answers claimed or will claim; which account that is, they say by answering. */
export interface NamedAccount {
  readonly ok: true;
  readonly kind: 'account';
  readonly expression: 'account';
}

/** An input that can be declared as it stands. */
export interface Declaration extends Omit<
  DeclareConsentInput,
  'kind' | 'address' | 'work' | 'account' | 'terms'
> {
  readonly ok: true;
  /** The address as it was given; undefined of a work and of a whole account. */
  readonly submitted: string | undefined;
  readonly subject: NamedPlace | NamedWork | NamedAccount;
  readonly terms: Terms | undefined;
}

export type DeclarationProblem =
  | InvalidInput
  | Refusal<'NOT_FOUND'>
  | Refusal<'INVALID_ADDRESS'>
  | Refusal<'PUBLIC_SUFFIX'>
  | Refusal<'NOT_OWN_WORKS'>
  | Refusal<'TERMS_MISSING'>;

const KEY = /^[\x21-\x7e]{1,200}$/;

/** Checks everything about an input that can be known without asking the store. */
export function readDeclaration(
  registry: Registry,
  input: DeclareConsentInput,
): Declaration | DeclarationProblem {
  const subject = readSubject(registry, input);
  if (!subject.ok) return subject;
  const problem = answersProblem(input) ?? detailsProblem(input, registry.clock());
  if (problem !== undefined) return problem;
  const isConditional = input.answers.some(({ preference }) => preference === 'conditional');
  const terms = readSubmittedTerms(input.terms, isConditional);
  if (!terms.ok) return terms;
  const { answers, capacity, basis, ownWorks, expiresAt, idempotencyKey } = input;
  const answer = { answers, capacity, basis, ownWorks, expiresAt, idempotencyKey };
  return { ...answer, ok: true, submitted: input.address, subject, terms: terms.terms };
}

function readSubject(
  registry: Registry,
  { kind, address, work, account = false }: DeclareConsentInput,
): NamedPlace | NamedWork | NamedAccount | DeclarationProblem {
  const isPlace = kind !== undefined && address !== undefined;
  const hasPlace = kind !== undefined || address !== undefined;
  if (work !== undefined && !hasPlace && !account) return readWorkId(work) ?? noSuchWork();
  if (isPlace && work === undefined && !account) return claimablePlace(kind, address, registry.sha256);
  if (account && !hasPlace && work === undefined) {
    return { ok: true, kind: 'account', expression: 'account' };
  }
  return invalidInput(
    'work',
    'An answer is about a place, by its kind and address, about one of your works, or about all that is yours.',
    'Give kind and address, or work, or account, and only one of these.',
  );
}

export function noSuchWork(): Refusal<'NOT_FOUND'> {
  return refuse('NOT_FOUND', 'You have registered no such work.', 'Choose one of the works on your desk.');
}

function answersProblem({ answers, ownWorks }: DeclareConsentInput): DeclarationProblem | undefined {
  if (answers.length === 0) {
    return invalidInput(
      'answers',
      'No answer was given.',
      'Say yes, no, or yes on terms for at least one use.',
    );
  }
  if (new Set(answers.map(({ use }) => use)).size !== answers.length) {
    return invalidInput('answers', 'One use is answered twice.', 'Give one answer for each use.');
  }
  if (!ownWorks && answers.some(({ preference }) => preference !== 'deny')) {
    return refuse(
      'NOT_OWN_WORKS',
      'A yes can only be given for works of your own.',
      'Confirm that everything at this address is yours to give, choose a narrower address, or say no.',
    );
  }
  return undefined;
}

function detailsProblem(input: DeclareConsentInput, now: Date): InvalidInput | undefined {
  const { answers, basis, expiresAt, idempotencyKey } = input;
  if (saysFreeOfRights(basis) && answers.some(({ preference }) => preference !== 'allow')) {
    return invalidInput(
      'basis',
      'Public domain and CC0 leave nothing to refuse.',
      'Choose your own right or a mandate, or say yes to everything that you answer.',
    );
  }
  if (expiresAt !== undefined && !(expiresAt > now)) {
    return invalidInput(
      'expiresAt',
      'The answer would have run out already.',
      'Choose a date in the future, or none: you can withdraw an answer at any time.',
    );
  }
  if (idempotencyKey !== undefined && !KEY.test(idempotencyKey)) {
    return invalidInput(
      'idempotencyKey',
      'The key is empty, too long, or has characters other than plain letters, digits and signs.',
      'Use 1 to 200 characters that no other request of yours uses, such as a UUID.',
    );
  }
  return undefined;
}
