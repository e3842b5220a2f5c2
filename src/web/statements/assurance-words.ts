import type { EnumValue } from '../../client/graphql.js';
import type { Messages } from '../messages/en.js';

interface Assured {
  readonly assurance: EnumValue<'Assurance'>;
  readonly address: string | null;
  readonly isMine: boolean;
}

/** What an answer rests on, told to whom gave it or to anybody else: "you told us", "they told us". */
export function assuranceWords({ assurance, address, isMine }: Assured, words: Messages): string {
  return isMine ? words.grades[assurance](address ?? words.works.thisWork) : words.assurances[assurance];
}
