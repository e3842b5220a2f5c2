import type { EnumValue } from '../../../client/graphql.js';

export const BASES = ['OWN_RIGHT', 'MANDATE'] as const satisfies readonly EnumValue<'Basis'>[];

/** With those that leave nothing to refuse, and so go with a plain yes only. */
export const FREE_BASES = [...BASES, 'PUBLIC_DOMAIN', 'CC0'] as const satisfies readonly EnumValue<'Basis'>[];
