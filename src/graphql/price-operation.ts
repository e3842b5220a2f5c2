import { getNamedType, isCompositeType, Kind, valueFromASTUntyped } from 'graphql';
import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLCompositeType,
  GraphQLField,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';
import { listLength, ownPrice } from './prices.js';

type Variables = Readonly<Record<string, unknown>>;

/** An operation with what its prices depend on. */
export interface PricedOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** As they came, not yet checked against their types. */
  readonly variables: Variables;
}

/**
 * What an operation may cost, in objects to be made: every object counts as many times as the lists around it may be
 * long, and what needs a question to the database counts for more. Scalars are free.
 */
export function priceOperation({ schema, document, operation, variables }: PricedOperation): number {
  const fragments = new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  );
  const pricing = new Pricing(schema, fragments, withDefaults(operation, variables));
  const root = schema.getRootType(operation.operation);
  return root ? pricing.ofSelections(operation.selectionSet, root) : 0;
}

class Pricing {
  /** A fragment costs the same wherever it is spread, and many spreads must not cost many walks. */
  readonly #fragmentPrices = new Map<string, number>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    private readonly variables: Variables,
  ) {}

  ofSelections({ selections }: SelectionSetNode, parent: GraphQLCompositeType): number {
    let price = 0;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) price += this.#ofField(selection, parent);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) price += this.#ofFragment(selection.name.value);
      else {
        price += this.ofSelections(
          selection.selectionSet,
          this.#narrowed(selection.typeCondition?.name.value, parent),
        );
      }
    }
    return price;
  }

  #ofField(node: FieldNode, parent: GraphQLCompositeType): number {
    const field = this.#fieldOf(parent, node.name.value);
    if (field === undefined) return 0;
    const args = argumentsOf(node, field, this.variables);
    const own = ownPrice(parent.name, field.name, args);
    const type = getNamedType(field.type);
    if (!node.selectionSet || !isCompositeType(type)) return own;
    const length = listLength(parent.name, field, args);
    return own + length * (1 + this.ofSelections(node.selectionSet, type));
  }

  #ofFragment(name: string): number {
    const known = this.#fragmentPrices.get(name);
    if (known !== undefined) return known;
    const fragment = this.fragments.get(name);
    const type = this.schema.getType(fragment?.typeCondition.name.value ?? '');
    const price = fragment && isCompositeType(type) ? this.ofSelections(fragment.selectionSet, type) : 0;
    this.#fragmentPrices.set(name, price);
    return price;
  }

  #narrowed(name: string | undefined, parent: GraphQLCompositeType): GraphQLCompositeType {
    const type = name === undefined ? parent : this.schema.getType(name);
    return isCompositeType(type) ? type : parent;
  }

  #fieldOf(parent: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined {
    return 'getFields' in parent ? parent.getFields()[name] : undefined;
  }
}

function argumentsOf(
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
  variables: Variables,
): Variables {
  const given = new Map(node.arguments?.map(({ name, value }) => [name.value, value]));
  return Object.fromEntries(
    field.args.map(({ name, defaultValue }) => {
      const value = given.get(name);
      const known = value && valueFromASTUntyped(value, variables);
      return [name, known ?? defaultValue];
    }),
  );
}

function withDefaults(operation: OperationDefinitionNode, variables: Variables): Variables {
  const defaults = operation.variableDefinitions?.flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
  );
  return { ...Object.fromEntries(defaults ?? []), ...variables };
}
