import type { GraphqlClient } from '../support/graphql-client.js';

/** A statement that a server has acknowledged. */
export interface Acknowledged {
  /** Hash of its leaf. */
  readonly id: string;
  readonly logIndex: string;
  readonly address: string;
}

const DECLARE = `mutation Declare($input: DeclareConsentInput!) {
  declareConsent(input: $input) {
    __typename
    ... on DeclareConsentPayload { statements { id logIndex } }
  }
}`;

interface Declared {
  readonly declareConsent: {
    readonly __typename: string;
    readonly statements?: readonly { id: string; logIndex: string }[];
  };
}

/** Says no about a picture, under a key that is its address: said again, it must have one effect. Throws when it is refused. */
export async function declareNo(
  artist: GraphqlClient,
  address: string,
  headers: Record<string, string> = {},
): Promise<Acknowledged> {
  const input = {
    kind: 'URL',
    address,
    capacity: 'AUTHOR',
    answers: [{ use: 'TRAIN_AI', preference: 'DENY' }],
    idempotencyKey: address,
  };
  const { declareConsent } = await artist.ask<Declared>(DECLARE, { input }, headers);
  const [statement] = declareConsent.statements ?? [];
  if (!statement) throw new Error(declareConsent.__typename);
  return { ...statement, address };
}
