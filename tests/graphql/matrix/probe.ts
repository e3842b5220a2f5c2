import { getNamedType, isCompositeType, isObjectType } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import type { ApiAnswer } from '../ask-api.js';

/**
 * What somebody got for a field: `v` its value, `0` null without an error, `-` an empty list on the way, `U` UNAUTHENTICATED,
 * `F` FORBIDDEN, `X` the whole request was refused with 401; otherwise the code of the error.
 */
export interface Outcome {
  readonly sign: string;
  readonly value: unknown;
}

/**
 * A query that leads along `way`, each step the call of a field or a `... on Type`, to one field at its end. Of lists the
 * first item is looked at.
 */
export function probeQuery(way: readonly string[], call: string, isComposite: boolean): string {
  const steps = way.map((step, index) => (step.startsWith('...') ? step : `step${index}: ${step}`));
  const last = `at: ${call}${isComposite ? ' { __typename }' : ''}`;
  return `{ ${[...steps, last].join(' { ')} ${'}'.repeat(way.length + 1)}`;
}

export function isCompositeField(schema: GraphQLSchema, typeName: string, fieldName: string): boolean {
  const type = schema.getType(typeName);
  const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
  return field !== undefined && isCompositeType(getNamedType(field.type));
}

export function outcomeOf(answer: ApiAnswer, way: readonly string[]): Outcome {
  if (answer.status === 401) return { sign: 'X', value: undefined };
  const code = answer.errors[0]?.extensions?.code;
  if (answer.errors.length > 0) return { sign: signOf(code), value: undefined };
  let reached: unknown = answer.data;
  for (const [index, step] of way.entries()) {
    if (!step.startsWith('...')) reached = (reached as Record<string, unknown>)[`step${index}`];
    if (reached === null) return { sign: '0', value: null };
    if (Array.isArray(reached)) {
      if (reached.length === 0) return { sign: '-', value: undefined };
      [reached] = reached as unknown[];
    }
  }
  return { sign: 'v', value: (reached as Record<string, unknown>)['at'] };
}

function signOf(code: string | undefined): string {
  return { UNAUTHENTICATED: 'U', FORBIDDEN: 'F' }[code ?? ''] ?? `error ${code ?? 'without a code'}`;
}
