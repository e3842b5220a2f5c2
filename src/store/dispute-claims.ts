import type { StoreSession } from './store-session.js';

const JOIN = `
  INSERT INTO dispute_claims (dispute_id, claim_id)
  SELECT * FROM unnest($1::uuid[], $2::uuid[]) ON CONFLICT DO NOTHING`;

const CLAIMS_OF = `
  SELECT dispute_id AS dispute, claim_id AS claim
  FROM dispute_claims JOIN claims ON claims.id = claim_id
  WHERE dispute_id = ANY ($1::uuid[])
  ORDER BY claims.created_at, claims.id`;

/** Makes claims part of disputes; those that are part of them already stay so. */
export async function joinClaims(
  session: StoreSession,
  disputes: readonly { readonly id: string; readonly claimIds: readonly string[] }[],
): Promise<void> {
  const pairs = disputes.flatMap(({ id, claimIds }) => claimIds.map((claimId) => [id, claimId]));
  await session.execute(JOIN, [pairs.map(([dispute]) => dispute), pairs.map(([, claim]) => claim)]);
}

/** The disputes with the ids of their claims, in order, by one query. */
export async function withClaims<Bare extends { readonly id: string }>(
  session: StoreSession,
  disputes: readonly Bare[],
): Promise<(Bare & { readonly claimIds: readonly string[] })[]> {
  if (disputes.length === 0) return [];
  const claims = new Map<string, string[]>(disputes.map(({ id }) => [id, []]));
  const pairs = await session.query<{ dispute: string; claim: string }>(CLAIMS_OF, [[...claims.keys()]]);
  for (const { dispute, claim } of pairs) claims.get(dispute)?.push(claim);
  return disputes.map((dispute) => ({ ...dispute, claimIds: claims.get(dispute.id) ?? [] }));
}
