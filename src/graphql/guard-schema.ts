import { defaultFieldResolver, isObjectType } from 'graphql';
import type { GraphQLField, GraphQLFieldResolver, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { obstacleFor } from './allows.js';
import type { Obstacle } from './allows.js';
import type { GraphqlContext } from './context.js';
import { enumName } from './define-enum.js';
import { forgetEverything } from './loaders.js';
import type { Policy, Rule } from './policy.js';
import { problem, unauthenticated } from './problems.js';
import { withoutNulls } from './without-nulls.js';

type Resolver = GraphQLFieldResolver<unknown, GraphqlContext>;

/** Table and schema differ: something would be open, or shut, that nobody decided on. */
export class PolicyMismatch extends Error {
  override readonly name = 'PolicyMismatch';

  constructor(differences: readonly string[]) {
    super(
      `src/graphql/policy.ts and the schema differ:\n${differences.map((line) => `  ${line}`).join('\n')}`,
    );
  }
}

/**
 * Puts the policy in front of every resolver of the schema.
 * @throws PolicyMismatch naming every field without a rule and every rule without a field
 */
export function guardSchema(schema: GraphQLSchema, policy: Policy): void {
  const types = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('__'));
  const differences = [...fieldsWithoutRule(types, policy), ...rulesWithoutField(types, policy)];
  if (differences.length > 0) throw new PolicyMismatch(differences);
  for (const type of types) {
    for (const field of Object.values<GraphQLField<unknown, GraphqlContext>>(type.getFields())) {
      const rule = policy[type.name]?.[field.name];
      if (rule !== undefined) guard(field, rule, type === schema.getMutationType());
    }
  }
}

function fieldsWithoutRule(types: readonly GraphQLObjectType[], policy: Policy): string[] {
  return types.flatMap((type) =>
    Object.keys(type.getFields())
      .filter((name) => policy[type.name]?.[name] === undefined)
      .map((name) => `${type.name}.${name} has no rule.`),
  );
}

function rulesWithoutField(types: readonly GraphQLObjectType[], policy: Policy): string[] {
  const known = new Map(types.map((type) => [type.name, type.getFields()]));
  return Object.entries(policy).flatMap(([type, rules]) =>
    Object.keys(rules)
      .filter((name) => known.get(type)?.[name] === undefined)
      .map((name) => `${type}.${name} has a rule and is no field.`),
  );
}

function guard(field: GraphQLField<unknown, GraphqlContext>, rule: Rule, isMutation: boolean): void {
  const isOpen = rule.key === 'any' && rule.who.includes('anyone');
  const takesArguments = field.args.length > 0;
  // Answers of ten thousand items consist of open fields: those bear no wrapper that would do nothing.
  if (isOpen && !takesArguments && !isMutation) return;
  const resolve: Resolver = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, args, context, info) => {
    const obstacle = obstacleFor(rule, context.caller.actor, source);
    if (obstacle !== 'nothing') {
      if (rule.orNull === true) return null;
      throw refusal(obstacle, rule);
    }
    if (isMutation) forgetEverything(context.loaders);
    return resolve(source, takesArguments ? withoutNulls(args) : args, context, info);
  };
}

function refusal(obstacle: Exclude<Obstacle, 'nothing'>, { who, key }: Rule): Error {
  switch (obstacle) {
    case 'not-signed-in':
      return unauthenticated();
    case 'browser-only':
      return problem(
        'FORBIDDEN',
        'An API key cannot do this.',
        'Sign in on the page of the registry and do it there.',
      );
    case 'scope-missing':
      return problem(
        'FORBIDDEN',
        `This API key does not have the scope ${enumName(key)}.`,
        'Make a key that has it, on the account page. What is public can also be read without a key.',
      );
    case 'not-theirs': {
      const roles = who.filter((one) => one !== 'owner').join(' or ');
      return problem(
        'FORBIDDEN',
        roles === '' ? 'This is for its owner only.' : `This is for the role ${roles}.`,
        'Sign in with an account that may see it, or ask the people who run this registry.',
      );
    }
  }
}
