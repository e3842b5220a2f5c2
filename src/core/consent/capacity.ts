/** As what a claimant speaks about a work or a place. */
export const CAPACITIES = ['author', 'rightsholder', 'agent', 'heir', 'host', 'person-depicted'] as const;

export type Capacity = (typeof CAPACITIES)[number];

const RESERVING: readonly Capacity[] = ['author', 'rightsholder', 'agent', 'heir'];

/**
 * Whether a no in this capacity reserves rights under Art. 4(3) of Directive (EU) 2019/790. A host and a person
 * depicted may say no, but they hold none of the rights that the article lets be reserved.
 */
export function reservesRights(capacity: Capacity): boolean {
  return RESERVING.includes(capacity);
}
