import { graphql, type VariablesOf } from '../../../client/graphql.js';
import { type Action, useAction } from '../../server/use-action.js';
import { USES } from '../../statements/uses.js';
import { type AnswerDraft, namesTerms, type Recorded } from './draft.js';
import { placesOf } from './places.js';

export const DeclareConsent = graphql(`
  mutation DeclareConsent($input: DeclareConsentInput!) {
    declareConsent(input: $input) {
      __typename
      ... on DeclareConsentPayload {
        statements {
          id
          logIndex
          use
          preference
        }
        countsNow
      }
      ... on UserError {
        code
        message
        nextStep
      }
    }
  }
`);

type DeclareInput = VariablesOf<typeof DeclareConsent>['input'];

export interface Declaring {
  /** Puts a draft on the record; undefined when that failed, and `problem` says why. */
  readonly declare: (draft: AnswerDraft) => Promise<Recorded | undefined>;
  readonly isBusy: boolean;
  readonly problem: Action<never, never>['problem'];
}

export function useDeclare(): Declaring {
  const action = useAction(DeclareConsent, (data) => data.declareConsent);
  return {
    declare: async (draft) => {
      const done = await action.run({ input: inputOf(draft) });
      return done === undefined ? undefined : { statements: done.statements, countsNow: done.countsNow };
    },
    isBusy: action.isBusy,
    problem: action.problem,
  };
}

function inputOf(draft: AnswerDraft): DeclareInput {
  const { kind, address } = placeOf(draft);
  return {
    kind,
    address,
    answers: USES.flatMap((use) => {
      const preference = draft.answers[use];
      return preference === undefined ? [] : [{ use, preference }];
    }),
    capacity: draft.capacity,
    basis: draft.basis,
    ownWorks: draft.ownWorks,
    idempotencyKey: draft.idempotencyKey,
    ...(namesTerms(draft) ? { terms: termsOf(draft) } : {}),
    ...(draft.lastDay === '' ? {} : { expiresAt: endOfDay(draft.lastDay) }),
  };
}

/** One address is sent as typed, because the registry keeps what was typed; a folder or site as it was shown. */
export function placeOf(draft: AnswerDraft): { kind: NonNullable<AnswerDraft['kind']>; address: string } {
  const found = placesOf(draft.typed);
  const kind = draft.kind ?? (found.ok ? found.likely : 'URL');
  const place = found.ok ? found.places.find((candidate) => candidate.kind === kind) : undefined;
  return { kind, address: kind === 'URL' || place === undefined ? draft.typed.trim() : place.expression };
}

function termsOf({ licenceUrl, credit, feeUrl, contact }: AnswerDraft): NonNullable<DeclareInput['terms']> {
  const terms = { licenceUrl, credit, feeUrl, contact };
  return Object.fromEntries(
    Object.entries(terms)
      .map(([name, value]) => [name, value.trim()] as const)
      .filter(([, value]) => value !== ''),
  );
}

/** The last moment of a day where the reader is. */
function endOfDay(day: string): string {
  return new Date(`${day}T23:59:59`).toISOString();
}
