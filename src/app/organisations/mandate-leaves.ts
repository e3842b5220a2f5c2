import { buildMandateLeaf } from '../../core/log/mandate-leaf.js';
import type { Leaf } from '../../core/log/leaf.js';
import { idInLeaf } from '../claims/claim-leaves.js';
import type { Account } from '../ports/accounts.js';
import type { Mandate } from '../ports/organisations.js';

/** The pseudonyms of who is spoken for and who speaks. */
export interface MandateSides {
  readonly principal: Pick<Account, 'pseudonym'>;
  readonly agent: Pick<Account, 'pseudonym'>;
}

export function mandateGrantLeaf(mandate: Mandate, sides: MandateSides, at: Date): Leaf {
  const { grade, expiresAt } = mandate;
  return buildMandateLeaf({
    ...sidesOf(mandate, sides),
    action: 'grant',
    grade,
    scope: 'all',
    ...(expiresAt === undefined ? {} : { expiresAt: expiresAt.toISOString() }),
    time: at.toISOString(),
  });
}

export function mandateRevocationLeaf(mandate: Mandate, sides: MandateSides, at: Date): Leaf {
  return buildMandateLeaf({ ...sidesOf(mandate, sides), action: 'revoke', time: at.toISOString() });
}

function sidesOf({ id }: Mandate, { principal, agent }: MandateSides) {
  return {
    mandate: idInLeaf(id),
    principal: idInLeaf(principal.pseudonym),
    agent: idInLeaf(agent.pseudonym),
  };
}
