import { getNamedType, isCompositeType, isObjectType, isUnionType } from 'graphql';
import type { GraphQLCompositeType, GraphQLObjectType, GraphQLUnionType } from 'graphql';

/**
 * A selection of every field of a type, and of every field of what those lead to; a type is not entered again below itself.
 * What lies deeper than a handful of types is left out: a document has a greatest depth.
 * So is what a search of its own would answer for each item of a list: a request has a greatest price.
 * Of a union, the members that are no errors get theirs: what errors say is tried in user-errors.test.ts.
 */
export function selectEverything(type: GraphQLCompositeType, above: readonly string[] = []): string {
  if (isUnionType(type)) {
    const members = successes(type).map((member) => `... on ${member.name} ${selectFields(member, above)}`);
    return `{ __typename ${members.join(' ')} }`;
  }
  return isObjectType(type) ? selectFields(type, above) : '{ __typename }';
}

const DEEPEST = 4;
const SEARCHES = ['Entry.similar', 'Dataset.facets'];

function selectFields(type: GraphQLObjectType, above: readonly string[]): string {
  const fields = Object.values(type.getFields()).map((field) => {
    const inner = getNamedType(field.type);
    if (!isCompositeType(inner)) return field.name;
    if (above.includes(inner.name) || above.length >= DEEPEST) return '';
    if (SEARCHES.includes(`${type.name}.${field.name}`)) return '';
    return `${field.name} ${selectEverything(inner, [...above, type.name])}`;
  });
  return `{ __typename ${fields.join(' ')} }`;
}

export function successes(type: GraphQLUnionType): GraphQLObjectType[] {
  return type.getTypes().filter(({ name }) => !name.endsWith('Error'));
}
