import { graphql, type ResultOf } from '../../../client/graphql.js';

export const OrganisationsQuery = graphql(`
  query Organisations($first: Int!, $after: String) {
    organisations(first: $first, after: $after) {
      edges {
        node {
          id
          name
          kind
          state
          domain
          members
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`);

export const OrganisationQuery = graphql(`
  query Organisation($id: ID!) {
    organisation(id: $id) {
      id
      name
      kind
      state
      domain
      verifiedBy
      verifiedAt
      createdAt
      members
      answers {
        id
        use
        preference
        standsNow
        statedAt
      }
    }
  }
`);

export type OrganisationData = NonNullable<ResultOf<typeof OrganisationQuery>['organisation']>;

export const OwnOrganisations = graphql(`
  query OwnOrganisations {
    viewer {
      id
      organisations {
        role
        organisation {
          id
        }
        counts {
          members
          confirmed
          left
          claims
        }
        staff {
          account
          email
          role
        }
        invitations {
          email
          role
          expiresAt
        }
      }
      invitations {
        role
        expiresAt
        organisation {
          id
          name
        }
      }
    }
  }
`);

export type OwnDesk = NonNullable<ResultOf<typeof OwnOrganisations>['viewer']>['organisations'][number];

export const OwnDomains = graphql(`
  query OwnDomains {
    viewer {
      id
      claims(first: 100) {
        edges {
          node {
            id
            kind
            address
            assurance
            state
          }
        }
      }
    }
  }
`);

export const CreateOrganisation = graphql(`
  mutation CreateOrganisation($input: CreateOrganisationInput!) {
    createOrganisation(input: $input) {
      __typename
      ... on OrganisationPayload {
        organisation {
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

export const InviteStaff = graphql(`
  mutation InviteStaff($input: InviteStaffInput!) {
    inviteStaff(input: $input) {
      __typename
      ... on OrganisationPayload {
        organisation {
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

export const AnswerInvitation = graphql(`
  mutation AnswerInvitation($input: AnswerInvitationInput!) {
    answerInvitation(input: $input) {
      __typename
      ... on OrganisationPayload {
        organisation {
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

export const ChangeStaff = graphql(`
  mutation ChangeStaff($input: ChangeStaffInput!) {
    changeStaff(input: $input) {
      __typename
      ... on OrganisationPayload {
        organisation {
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

export const SayForMembers = graphql(`
  mutation SayForMembers($input: SayForMembersInput!) {
    sayForMembers(input: $input) {
      __typename
      ... on SayForMembersPayload {
        statement {
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

export const AddMembers = graphql(`
  mutation AddMembers($input: AddMembersInput!) {
    addMembers(input: $input) {
      __typename
      ... on TakenMembersPayload {
        results {
          status
          fault
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

export const SuspendOrganisation = graphql(`
  mutation SuspendOrganisation($input: SuspendOrganisationInput!) {
    suspendOrganisation(input: $input) {
      __typename
      ... on OrganisationPayload {
        organisation {
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
