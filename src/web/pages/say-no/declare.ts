import { useState } from 'react';
import { type Client, useClient } from 'urql';
import { graphql, readFragment, type VariablesOf } from '../../../client/graphql.js';
import { type Problem, problemOf } from '../../server/problem.js';
import { useAction } from '../../server/use-action.js';
import { answersBeside } from '../../statements/covered-uses.js';
import { DisputedParts } from '../../statements/dispute-fragment.js';
import {
  aboutPlace,
  type PlaceStatement,
  PlaceStatements,
  statementsOn,
} from '../../statements/place-statements.js';
import { AnswersForAll } from '../../statements/answers-for-all.js';
import { StatementParts } from '../../statements/statement-fragment.js';
import { USES } from '../../statements/uses.js';
import { RegisterWorks } from '../works/operations.js';
import { type AnswerDraft, changed, namesTerms } from './draft.js';
import { placeOf } from './draft-place.js';

export const DeclareConsent = graphql(
  `
    mutation DeclareConsent($input: DeclareConsentInput!) {
      declareConsent(input: $input) {
        __typename
        ... on DeclareConsentPayload {
          statements {
            id
            logIndex
            use
            preference
            assurance
            ...DisputedParts
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
  `,
  [DisputedParts],
);

/** More than there are uses: what stands of one claimant about one work is at most one for each. */
const WorkStatements = graphql(
  `
    query WorkStatements($id: ID!) {
      work(id: $id) {
        id
        statements(first: 50) {
          edges {
            node {
              id
              ...StatementParts
            }
          }
        }
      }
    }
  `,
  [StatementParts],
);

type DeclareInput = VariablesOf<typeof DeclareConsent>['input'];

export interface Declaring {
  /** Puts a draft on the record; false when that failed, and `problem` says why. */
  readonly declare: (draft: AnswerDraft) => Promise<boolean>;
  readonly isBusy: boolean;
  readonly problem: Problem | undefined;
}

/**
 * For whoever is signed in. A file becomes a work first; given again by the same account it is the same work.
 * @param keep is handed the draft as it is sent, since sent again it has to be the same answer under the same key; and again
 * once it is on the record
 */
export function useDeclare(keep: (draft: AnswerDraft) => void): Declaring {
  const client = useClient();
  const action = useAction(DeclareConsent, (data) => data.declareConsent);
  const register = useRegisterFile();
  const [isReading, setReading] = useState(false);
  const [unread, setUnread] = useState<Problem>();

  const declare = async (draft: AnswerDraft): Promise<boolean> => {
    const known = await register.run(draft);
    if (known === undefined) {
      return false;
    }
    setReading(true);
    const whole = await withAnswersBeside(client, known);
    setReading(false);
    setUnread('draft' in whole ? undefined : whole.problem);
    if (!('draft' in whole)) {
      return false;
    }
    keep(whole.draft);
    const done = await action.run({ input: inputOf(whole.draft) });
    if (done === undefined) {
      return false;
    }
    keep({ ...whole.draft, recorded: { statements: done.statements, countsNow: done.countsNow } });
    return true;
  };
  return {
    declare,
    isBusy: register.isBusy || isReading || action.isBusy,
    problem: register.problem ?? unread ?? action.problem,
  };
}

/** Makes the file of a draft a work of whoever is signed in; the draft comes back as one about that work, or undefined. */
function useRegisterFile() {
  const action = useAction(RegisterWorks, (data) => data.registerWorks);
  return {
    isBusy: action.isBusy,
    problem: action.problem,
    run: async (draft: AnswerDraft): Promise<AnswerDraft | undefined> => {
      const { file, capacity } = draft;
      if (file === undefined) {
        return draft;
      }
      const title = file.title.trim();
      const done = await action.run({ input: { capacity, works: [{ prints: file.prints, title }] } });
      const id = done?.works[0]?.work.id;
      return id === undefined ? undefined : { ...draft, work: { id, title } };
    },
  };
}

/** With what their earlier answers about the same place make necessary; nothing is recorded while those cannot be read. */
async function withAnswersBeside(
  client: Client,
  draft: AnswerDraft,
): Promise<{ readonly draft: AnswerDraft } | { readonly problem: Problem }> {
  const own = await ownStatements(client, draft);
  if (!('length' in own)) {
    return { problem: own };
  }
  const beside = answersBeside(draft.answers, own);
  const added = USES.filter((use) => beside[use] !== undefined);
  return {
    draft: added.length === 0 ? draft : changed(draft, { answers: { ...draft.answers, ...beside }, added }),
  };
}

function ownStatements(client: Client, draft: AnswerDraft): Promise<readonly PlaceStatement[] | Problem> {
  if (draft.isForAll) {
    return ownStatementsAboutAll(client);
  }
  return draft.work === undefined
    ? ownStatementsOn(client, draft)
    : ownStatementsAbout(client, draft.work.id);
}

async function ownStatementsAboutAll(client: Client): Promise<readonly PlaceStatement[] | Problem> {
  const { data, error } = await client
    .query(AnswersForAll, {}, { requestPolicy: 'network-only' })
    .toPromise();
  if (data === undefined || error !== undefined) {
    return problemOf(error, 'change');
  }
  return (data.viewer?.answersForAll ?? []).map((statement) => readFragment(StatementParts, statement));
}

async function ownStatementsOn(client: Client, draft: AnswerDraft): Promise<PlaceStatement[] | Problem> {
  const place = placeOf(draft);
  const { data, error } = await client
    .query(PlaceStatements, aboutPlace(place), { requestPolicy: 'network-only' })
    .toPromise();
  return data === undefined || error !== undefined
    ? problemOf(error, 'change')
    : statementsOn(place, data).filter(({ isMine }) => isMine);
}

async function ownStatementsAbout(client: Client, work: string): Promise<PlaceStatement[] | Problem> {
  const { data, error } = await client
    .query(WorkStatements, { id: work }, { requestPolicy: 'network-only' })
    .toPromise();
  if (data === undefined || error !== undefined) {
    return problemOf(error, 'change');
  }
  const said = (data.work?.statements.edges ?? []).map(({ node }) => readFragment(StatementParts, node));
  return said.filter(({ supersededBy, withdrawnAt }) => supersededBy === null && withdrawnAt === null);
}

/** What the registry is sent. */
export function inputOf(draft: AnswerDraft): DeclareInput {
  return { ...subjectOf(draft), ...saidIn(draft), idempotencyKey: draft.idempotencyKey };
}

/** What a draft says, whatever it is about. */
export function saidIn(
  draft: AnswerDraft,
): Omit<DeclareInput, 'kind' | 'address' | 'work' | 'account' | 'idempotencyKey'> {
  return {
    answers: USES.flatMap((use) => {
      const preference = draft.answers[use];
      return preference === undefined ? [] : [{ use, preference }];
    }),
    capacity: draft.capacity,
    basis: draft.basis,
    ownWorks: draft.ownWorks,
    ...(namesTerms(draft) ? { terms: termsOf(draft) } : {}),
    ...(draft.lastDay === '' ? {} : { expiresAt: endOfDay(draft.lastDay) }),
  };
}

function subjectOf(draft: AnswerDraft): Pick<DeclareInput, 'kind' | 'address' | 'work' | 'account'> {
  const { kind, address } = placeOf(draft);
  switch (kind) {
    case 'CONTENT':
      return { work: draft.work?.id ?? '' };
    case 'ACCOUNT':
      return { account: true };
    default:
      return { kind, address };
  }
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
