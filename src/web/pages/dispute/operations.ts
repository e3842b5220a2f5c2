import { graphql, type ResultOf } from '../../../client/graphql.js';
import { StatementParts } from '../../statements/statement-fragment.js';

export const DisputeFileParts = graphql(
  `
    fragment DisputeFileParts on DisputeFile {
      id
      cause
      kind
      address
      openedAt
      closedAt
      outcome
      closingReason
      reason
      ownClaimant
      takesExhibits
      canAppeal
      appealUntil
      lacksDecider
      appealedFrom
      exhibits {
        id
        claimant
        isOwn
        text
        link
        submittedAt
        file {
          name
          sha256
          bytes
        }
      }
      appeals {
        id
        isOwn
        text
        link
        madeAt
        decidedAt
        outcome
        reason
      }
      answers {
        id
        lapsesAt
        awaitsModerator
        statements {
          id
          ...StatementParts
        }
      }
    }
  `,
  [StatementParts],
);

export type DisputeFile = ResultOf<typeof DisputeFileParts>;

export const DisputeQuery = graphql(
  `
    query Dispute($id: ID!) {
      dispute(id: $id) {
        ...DisputeFileParts
      }
    }
  `,
  [DisputeFileParts],
);

export const AddExhibit = graphql(
  `
    mutation AddExhibit($input: AddExhibitInput!) {
      addExhibit(input: $input) {
        __typename
        ... on AddExhibitPayload {
          dispute {
            id
            ...DisputeFileParts
          }
        }
        ... on UserError {
          code
          message
          nextStep
        }
      }
    }
  `,
  [DisputeFileParts],
);

export const AppealDispute = graphql(
  `
    mutation AppealDispute($input: AppealDisputeInput!) {
      appealDispute(input: $input) {
        __typename
        ... on AppealDisputePayload {
          dispute {
            id
            ...DisputeFileParts
          }
        }
        ... on UserError {
          code
          message
          nextStep
        }
      }
    }
  `,
  [DisputeFileParts],
);
