/** The leaves that set statements aside, and let them be heard again. What is set aside answers nothing meanwhile. */
import { FieldError, FieldReader } from '../json/field-reader.js';
import { RANDOM_ID, SHA256_HEX } from './leaf-forms.js';
import { LEAF_VERSION, type LeafHeader, readLeafHeader } from './leaf-header.js';

export const SUSPENSION_CAUSES = [
  'claim-ended',
  'dispute-decided',
  'abuse',
  'legal-order',
  'mandate-ended',
] as const;

export type SuspensionCause = (typeof SUSPENSION_CAUSES)[number];

/** Statements by their ids (leaf hashes), sorted; or all that a claimant has stated or states while it lasts. */
export type SuspendedStatements =
  | { readonly statements: readonly string[]; readonly claimant?: never }
  | { readonly claimant: string; readonly statements?: never };

interface SuspensionHeader extends LeafHeader<'suspension'> {
  /** Random id of the suspension. */
  readonly suspension: string;
}

export type Suspension = SuspensionHeader &
  SuspendedStatements & {
    readonly action: 'suspend';
    readonly cause: SuspensionCause;
    /** There when only what permits is set aside: a yes, and of an offer all but its no. */
    readonly only?: 'permissions';
  };

export interface SuspensionLift extends SuspensionHeader {
  readonly action: 'lift';
}

export type SuspensionLeaf = Suspension | SuspensionLift;

export type SuspensionDraft =
  | (SuspendedStatements & Pick<Suspension, 'time' | 'suspension' | 'action' | 'cause' | 'only'>)
  | Omit<SuspensionLift, 'v' | 'kind'>;

/** Completes a draft. Throws `FieldError` naming the member at fault. */
export function buildSuspensionLeaf(draft: SuspensionDraft): SuspensionLeaf {
  return FieldReader.object({ ...draft, v: LEAF_VERSION, kind: 'suspension' }, '', readSuspensionLeaf);
}

/** Reads the members of a suspension leaf. Throws `FieldError`. */
export function readSuspensionLeaf(fields: FieldReader): SuspensionLeaf {
  const header = readLeafHeader(fields, ['suspension']);
  const action = fields.choice('action', ['suspend', 'lift']);
  const suspension = fields.text('suspension', RANDOM_ID);
  if (action === 'lift') {
    return { ...header, suspension, action };
  }
  const cause = fields.choice('cause', SUSPENSION_CAUSES);
  const only = fields.has('only') ? { only: fields.choice('only', ['permissions'] as const) } : {};
  return { ...header, suspension, action, ...readSuspended(fields), cause, ...only };
}

function readSuspended(fields: FieldReader): SuspendedStatements {
  if (fields.has('claimant')) {
    return { claimant: fields.text('claimant', RANDOM_ID) };
  }
  const statements = fields.set('statements', SHA256_HEX);
  if (statements.length === 0) {
    const message = 'A suspension of nothing changes nothing: name statements or a claimant.';
    throw new FieldError('wrong-value', fields.at('statements'), message);
  }
  return { statements };
}
