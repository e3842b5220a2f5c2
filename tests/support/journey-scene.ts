import { randomUUID } from 'node:crypto';
import { GraphqlClient } from './graphql-client.js';

/** Somebody says no to an address. */
export async function denyAddress(serverUrl: string, address: string): Promise<void> {
  const somebody = await newcomer(serverUrl);
  await somebody.ask(
    'mutation($input: DeclareConsentInput!) { declareConsent(input: $input) { __typename } }',
    {
      input: {
        kind: 'URL',
        address,
        capacity: 'AUTHOR',
        answers: [{ use: 'TRAIN_AI', preference: 'DENY' }],
      },
    },
  );
}

/** Somebody claims an address and hands in evidence, so that a case waits. */
export async function openCase(serverUrl: string, address: string, evidence: string): Promise<void> {
  const artist = await newcomer(serverUrl);
  const { openClaim } = await artist.ask<{ openClaim: { claim: { id: string } } }>(
    'mutation($input: OpenClaimInput!) { openClaim(input: $input) { ... on ClaimPayload { claim { id } } } }',
    { input: { kind: 'URL', address, capacity: 'AUTHOR' } },
  );
  await artist.ask('mutation($input: AddEvidenceInput!) { addEvidence(input: $input) { __typename } }', {
    input: { claimId: openClaim.claim.id, text: evidence },
  });
}

async function newcomer(serverUrl: string): Promise<GraphqlClient> {
  const client = new GraphqlClient(serverUrl);
  await client.register(`${randomUUID()}@example.org`);
  return client;
}
