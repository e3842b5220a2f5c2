/** What entitles a claimant to make a statement. */
export const BASES = ['own-right', 'mandate', 'public-domain', 'cc0'] as const;

export type Basis = (typeof BASES)[number];

/** Whether the basis says that nobody holds rights to reserve; such a yes needs a reviewer, and no no can rest on it. */
export function saysFreeOfRights(basis: Basis): boolean {
  return basis === 'public-domain' || basis === 'cc0';
}
