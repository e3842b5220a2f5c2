import { graphql } from '../../../client/graphql.js';
import { StatementParts } from '../../statements/statement-fragment.js';

/** What a collection is called, what it says, and how many works it has. */
export const CollectionParts = graphql(`
  fragment CollectionParts on Collection {
    id
    name
    answers {
      use
      preference
      expiresAt
      terms {
        credit
        licenceUrl
        feeUrl
        contact
      }
    }
    counts {
      follows
      excepted
      waiting
    }
  }
`);

export const MyCollections = graphql(
  `
    query MyCollections($first: Int!, $after: String) {
      viewer {
        id
        collections(first: $first, after: $after) {
          edges {
            node {
              id
              ...CollectionParts
            }
          }
          pageInfo {
            endCursor
            hasNextPage
          }
        }
      }
    }
  `,
  [CollectionParts],
);

export const CollectionQuery = graphql(
  `
    query Collection($id: ID!) {
      collection(id: $id) {
        id
        ...CollectionParts
      }
    }
  `,
  [CollectionParts],
);

export const WorksInCollection = graphql(`
  query WorksInCollection($id: ID!, $first: Int!, $after: String) {
    collection(id: $id) {
      id
      works(first: $first, after: $after) {
        edges {
          node {
            standing
            work {
              id
              title
              medium
            }
          }
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  }
`);

export const ExceptionsOfCollection = graphql(
  `
    query ExceptionsOfCollection($id: ID!, $first: Int!, $after: String) {
      collection(id: $id) {
        id
        works(standings: [EXCEPTED], first: $first, after: $after) {
          edges {
            node {
              work {
                id
                title
                statements(first: 20) {
                  edges {
                    node {
                      id
                      ...StatementParts
                    }
                  }
                }
              }
            }
          }
          pageInfo {
            endCursor
            hasNextPage
          }
        }
      }
    }
  `,
  [StatementParts],
);

export const WorksToPutIn = graphql(`
  query WorksToPutIn($first: Int!, $after: String) {
    viewer {
      id
      works(first: $first, after: $after) {
        edges {
          node {
            id
            title
            medium
            claim {
              id
              state
            }
            collection {
              id
              name
            }
          }
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  }
`);

export const CreateCollection = graphql(`
  mutation CreateCollection($input: CreateCollectionInput!) {
    createCollection(input: $input) {
      __typename
      ... on CollectionPayload {
        collection {
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

export const AnswerCollection = graphql(`
  mutation AnswerCollection($input: AnswerCollectionInput!) {
    answerCollection(input: $input) {
      __typename
      ... on CollectionPayload {
        collection {
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

export const SortWorks = graphql(`
  mutation SortWorks($input: SortWorksInput!) {
    sortWorks(input: $input) {
      __typename
      ... on SortWorksPayload {
        sortedIds
      }
      ... on UserError {
        code
        message
        nextStep
      }
    }
  }
`);

export const EndExceptions = graphql(`
  mutation EndExceptions($input: EndExceptionsInput!) {
    endExceptions(input: $input) {
      __typename
      ... on CollectionPayload {
        collection {
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

export const RenameCollection = graphql(`
  mutation RenameCollection($input: RenameCollectionInput!) {
    renameCollection(input: $input) {
      __typename
      ... on CollectionPayload {
        collection {
          id
          name
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

export const RemoveCollection = graphql(`
  mutation RemoveCollection($input: OwnCollectionInput!) {
    removeCollection(input: $input) {
      __typename
      ... on RemoveCollectionPayload {
        removedId
      }
      ... on UserError {
        code
        message
        nextStep
      }
    }
  }
`);
