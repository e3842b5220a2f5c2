import {
  type EnumValue,
  graphql,
  readFragment,
  type ResultOf,
  type VariablesOf,
} from '../../client/graphql.js';
import { StatementParts } from './statement-fragment.js';
import { USES } from './uses.js';

/** All that stands on the record about an address, counting or not. */
export const PlaceStatements = graphql(
  `
    query PlaceStatements($url: String!, $uses: [Use!]!) {
      checkConsent(input: { items: [{ url: $url }], uses: $uses }) {
        logSize
        answers {
          url
          decisions {
            use
            decidedBy {
              statement {
                id
                ...StatementParts
              }
            }
            notCounted {
              statement {
                id
                ...StatementParts
              }
            }
          }
        }
      }
    }
  `,
  [StatementParts],
);

export type PlaceStatement = ResultOf<typeof StatementParts>;

interface StatedPlace {
  readonly kind: EnumValue<'SubjectKind'>;
  /** As the registry writes it. */
  readonly expression: string;
}

/** With its scheme, because the registry takes no bare name of a host for an address. */
export function aboutPlace({ expression }: StatedPlace): VariablesOf<typeof PlaceStatements> {
  return { url: `https://${expression}`, uses: [...USES] };
}

/** Those about exactly this place that their claimants have not replaced, the latest first. */
export function statementsOn(place: StatedPlace, data: ResultOf<typeof PlaceStatements>): PlaceStatement[] {
  const named = data.checkConsent.answers
    .flatMap(({ decisions }) => decisions)
    .flatMap(({ decidedBy, notCounted }) => [...decidedBy, ...notCounted])
    .map(({ statement }) => readFragment(StatementParts, statement));
  const distinct = new Map(named.map((statement) => [statement.id, statement]));
  return [...distinct.values()]
    .filter(
      ({ subjectKind, address, supersededBy }) =>
        subjectKind === place.kind && address === place.expression && supersededBy === null,
    )
    .sort((a, b) => Number(b.logIndex) - Number(a.logIndex));
}
