import { Field, ObjectType } from 'type-graphql';
import type { ClassType } from 'type-graphql';
import type { Page } from '../app/ports/page.js';
import { PageInfoType } from './types/page-info.type.js';

/** One item of a page with its position. */
export interface Edge<Node> {
  readonly cursor: string;
  readonly node: Node;
}

/** The GraphQL type `<Name>Edge`. */
export function edgeOf<Node extends object>(node: ClassType<Node>, name: string) {
  @ObjectType(`${name}Edge`, {
    description: `A ${name} in a list, with its position.`,
    simpleResolvers: true,
  })
  class EdgeType implements Edge<Node> {
    @Field(() => String, { description: 'Position of the item. Opaque: only `after` understands it.' })
    readonly cursor: string;

    @Field(() => node, { description: 'The item.' })
    readonly node: Node;

    constructor(cursor: string, item: Node) {
      this.cursor = cursor;
      this.node = item;
    }
  }
  return EdgeType;
}

/** The GraphQL type `<Name>Connection`: a page of a list. `from` makes it of a page of the store. */
export function connectionOf<Node extends object>(node: ClassType<Node>, name: string) {
  const EdgeType = edgeOf(node, name);

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.`, simpleResolvers: true })
  class ConnectionType {
    @Field(() => [EdgeType], { description: 'The items of the page, in order.' })
    readonly edges: readonly Edge<Node>[];

    @Field(() => PageInfoType, { description: 'Where the page ends.' })
    readonly pageInfo: PageInfoType;

    constructor(edges: readonly Edge<Node>[], pageInfo: PageInfoType) {
      this.edges = edges;
      this.pageInfo = pageInfo;
    }

    static from<Row>(page: Page<Row>, view: (row: Row) => Node): ConnectionType {
      const edges = page.rows.map(({ cursor, row }) => new EdgeType(cursor, view(row)));
      return new ConnectionType(edges, new PageInfoType(page.rows.at(-1)?.cursor, page.hasNextPage));
    }
  }
  return ConnectionType;
}
