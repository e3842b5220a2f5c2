import type { Acceptance } from '../../core/acceptance/acceptance.js';
import { type Use, containsUse } from '../../core/consent/use.js';
import { canonicalJson } from '../../core/json/canonical-json.js';
import type { StatementView } from '../consent/describe-statements.js';

/** Why an acceptance is not one of what a statement offers now; undefined where it is. */
export function whyNotOnOffer(
  { terms, expiresAt, uses }: Pick<Acceptance, 'terms' | 'expiresAt' | 'uses'>,
  view: StatementView | undefined,
): string | undefined {
  if (view?.statement.preference !== 'conditional' || view.terms === undefined) {
    return 'No statement with terms has this id here, or its terms were erased.';
  }
  if (!view.isInForce || view.isSetAside)
    return 'It was withdrawn, replaced or set aside, or it has run out.';
  if (canonicalJson(view.terms) !== canonicalJson(terms)) return 'Its terms read otherwise.';
  const { expiresAt: runsOut, use } = view.statement;
  if (runsOut?.toISOString() !== expiresAt) return 'It runs out at another time.';
  const beyond = uses.find((one) => !containsUse(use as Use, one));
  return beyond === undefined ? undefined : `It speaks of ${use}, which does not contain ${beyond}.`;
}
