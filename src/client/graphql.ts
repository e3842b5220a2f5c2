import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './graphql-env.js';

/**
 * Writes a typed GraphQL operation. Variables and results are checked against schema/schema.graphql through
 * graphql-env.d.ts, which `gql.tada generate-output` derives from it.
 */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: {
    /** ISO 8601, UTC. */
    DateTimeISO: string;
    /** Whole number of log lines or rows, in decimal digits. */
    LogIndex: string;
    /** 64 hexadecimal digits. */
    Sha256: string;
  };
}>();

export { readFragment } from 'gql.tada';
export type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';

/** The values of one of the schema's enumerations, by its name. */
export type EnumValue<Name extends EnumName> = Extract<
  introspection['types'][Name],
  { enumValues: string }
>['enumValues'];

type Types = introspection['types'];
type EnumName = {
  [Name in keyof Types]: Types[Name] extends { enumValues: string } ? Name : never;
}[keyof Types];
