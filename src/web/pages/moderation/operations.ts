import { graphql, type ResultOf } from '../../../client/graphql.js';
import { StatementParts } from '../../statements/statement-fragment.js';

export const QueuedClaimParts = graphql(`
  fragment QueuedClaimParts on Claim {
    id
    kind
    address
    work {
      id
      title
    }
    capacity
    claimant
    state
    assurance
    isContested
    knownEntries
    history {
      since
      made
      held
      rejected
    }
    createdAt
    evidence {
      id
      text
      link
      submittedAt
    }
  }
`);

export const DisputeParts = graphql(
  `
    fragment DisputeParts on Dispute {
      id
      cause
      kind
      address
      openedAt
      closedAt
      outcome
      closingReason
      reason
      claims {
        id
        ...QueuedClaimParts
      }
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
  [QueuedClaimParts, StatementParts],
);

export const CaseParts = graphql(
  `
    fragment CaseParts on Case {
      id
      harm
      waitsSince
      ties
      heldBy
      heldUntil
      claims {
        id
        ...QueuedClaimParts
      }
      disputes {
        id
        ...DisputeParts
      }
      appeals {
        appeal {
          id
          claimant
          text
          link
          madeAt
        }
        dispute {
          id
          ...DisputeParts
        }
      }
      reports {
        id
        kind
        placeKind
        address
        text
        link
        isFromAccount
        madeAt
      }
      proposals {
        id
        action
        target
        input
        proposedBy
        proposedAt
      }
      works {
        id
        title
      }
      claimIds
      disputeIds
      proposalIds
      notes {
        id
        author
        text
        writtenAt
      }
    }
  `,
  [QueuedClaimParts, DisputeParts],
);

export type QueuedCase = ResultOf<typeof CaseParts>;
export type QueuedAppeal = QueuedCase['appeals'][number];
export type QueuedReport = QueuedCase['reports'][number];
export type QueuedProposal = QueuedCase['proposals'][number];

export const ModerationQueue = graphql(
  `
    query ModerationQueue($first: Int!, $after: String) {
      moderationQueue(first: $first, after: $after) {
        edges {
          node {
            id
            ...CaseParts
          }
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  `,
  [CaseParts],
);

export const QueueLoad = graphql(`
  query QueueLoad {
    viewer {
      id
    }
    queueLoad {
      harm
      cases
      items
      waitsSince
      ages
    }
  }
`);

export const Decisions = graphql(`
  query Decisions($by: DecidedBy!) {
    decisions(by: $by) {
      from
      count
      reasons {
        reason
        count
      }
    }
  }
`);

export const Disputes = graphql(
  `
    query Disputes($first: Int!, $after: String) {
      disputes(first: $first, after: $after) {
        edges {
          node {
            id
            ...DisputeParts
          }
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  `,
  [DisputeParts],
);

export type Dispute = ResultOf<typeof DisputeParts>;

export type DisputedAnswers = NonNullable<Dispute['answers']>;

export const DecideClaims = graphql(`
  mutation DecideClaims($input: DecideClaimsInput!) {
    decideClaims(input: $input) {
      __typename
      ... on DecideClaimsPayload {
        results {
          __typename
          ... on DecideClaimPayload {
            claim {
              id
              state
              assurance
            }
            proposal {
              id
            }
          }
          ... on UserError {
            code
            message
            nextStep
          }
        }
      }
      ... on UserError {
        code
        message
        nextStep
      }
    }
  }
`);

export const CloseDispute = graphql(`
  mutation CloseDispute($input: CloseDisputeInput!) {
    closeDispute(input: $input) {
      __typename
      ... on CloseDisputePayload {
        dispute {
          id
          closedAt
        }
        proposal {
          id
        }
      }
      ... on UserError {
        code
        message
        nextStep
      }
    }
  }
`);

export const CloseDisputes = graphql(`
  mutation CloseDisputes($input: CloseDisputesInput!) {
    closeDisputes(input: $input) {
      __typename
      ... on CloseDisputesPayload {
        results {
          __typename
          ... on CloseDisputePayload {
            dispute {
              id
              closedAt
            }
            proposal {
              id
            }
          }
          ... on UserError {
            code
            message
            nextStep
          }
        }
      }
      ... on UserError {
        code
        message
        nextStep
      }
    }
  }
`);

export const AnswerProposals = graphql(`
  mutation AnswerProposals($input: AnswerProposalsInput!) {
    answerProposals(input: $input) {
      __typename
      ... on AnswerProposalsPayload {
        results {
          __typename
          ... on AnswerProposalPayload {
            proposal {
              id
            }
          }
          ... on UserError {
            code
            message
            nextStep
          }
        }
      }
      ... on UserError {
        code
        message
        nextStep
      }
    }
  }
`);

export const DecideAppeal = graphql(`
  mutation DecideAppeal($input: DecideAppealInput!) {
    decideAppeal(input: $input) {
      __typename
      ... on DecideAppealPayload {
        appeal {
          id
          outcome
        }
        proposal {
          id
        }
      }
      ... on UserError {
        code
        message
        nextStep
      }
    }
  }
`);

export const DecideReport = graphql(`
  mutation DecideReport($input: DecideReportInput!) {
    decideReport(input: $input) {
      __typename
      ... on DecideReportPayload {
        report {
          id
          outcome
        }
      }
      ... on UserError {
        code
        message
        nextStep
      }
    }
  }
`);

export const AnswerProposal = graphql(`
  mutation AnswerProposal($input: AnswerProposalInput!) {
    answerProposal(input: $input) {
      __typename
      ... on AnswerProposalPayload {
        proposal {
          id
        }
      }
      ... on UserError {
        code
        message
        nextStep
      }
    }
  }
`);

export const HoldCase = graphql(`
  mutation HoldCase($input: HoldCaseInput!) {
    holdCase(input: $input) {
      __typename
      ... on HoldCasePayload {
        case {
          id
          heldBy
          heldUntil
        }
      }
      ... on UserError {
        code
        message
        nextStep
      }
    }
  }
`);

export const AddCaseNote = graphql(`
  mutation AddCaseNote($input: AddCaseNoteInput!) {
    addCaseNote(input: $input) {
      __typename
      ... on AddCaseNotePayload {
        note {
          id
          author
          text
          writtenAt
        }
      }
      ... on UserError {
        code
        message
        nextStep
      }
    }
  }
`);
