import { readTerms } from '../../core/consent/terms.js';
import type { Terms } from '../../core/consent/terms.js';
import { hasUserInfo } from '../../core/url/has-user-info.js';
import { FieldError } from '../../core/json/field-reader.js';
import { invalidInput } from '../accounts/refusals.js';
import type { InvalidInput } from '../accounts/refusals.js';
import { refuse } from '../refusal.js';
import type { Refusal } from '../refusal.js';
import { storableInOpening } from './storable-in-opening.js';

/** Terms as a form sends them: what was left empty is absent or blank. */
export type SubmittedTerms = { readonly [Name in keyof Terms]?: Terms[Name] | undefined };

type ReadTerms =
  { readonly ok: true; readonly terms: Terms | undefined } | InvalidInput | Refusal<'TERMS_MISSING'>;

/** Reads the terms that belong to a conditional answer, and refuses them beside any other. */
export function readSubmittedTerms(submitted: SubmittedTerms = {}, isConditional: boolean): ReadTerms {
  const filled = Object.entries(submitted).flatMap(([name, text]) => {
    const term = storableInOpening(text ?? '').trim();
    return term === '' ? [] : [[name, term] as const];
  });
  if (!isConditional) {
    return filled.length === 0
      ? { ok: true, terms: undefined }
      : invalidInput(
          'terms',
          'Terms belong to a yes on terms.',
          'Leave them out, or answer "yes, on my terms".',
        );
  }
  if (filled.length === 0) {
    return refuse(
      'TERMS_MISSING',
      'A yes on terms needs the terms.',
      'Name at least one: a licence address, a credit line, an address where a fee is paid, or a contact.',
    );
  }
  const withUserInfo = filled.find(([name, term]) => name.endsWith('Url') && hasUserInfo(term));
  if (withUserInfo !== undefined) {
    return invalidInput(
      `terms.${withUserInfo[0]}`,
      'The address holds a name or a password before the "@", and terms are shown to everybody.',
      'Leave out everything between "//" and "@". If it was a password that you use, change it.',
    );
  }
  try {
    return { ok: true, terms: readTerms(Object.fromEntries(filled), '/terms') };
  } catch (error) {
    if (!(error instanceof FieldError)) throw error;
    return invalidInput(
      error.path.slice(1).replaceAll('/', '.'),
      error.message,
      'Correct it, or leave it out.',
    );
  }
}
