import type { EnumValue } from '../../../client/graphql.js';
import { mediumOf } from '../works/send-file.js';

/** Of a song or a text, which no search here looks for; it can be answered for all the same. */
export function unsearchedMedium(file: File): Exclude<EnumValue<'Medium'>, 'IMAGE'> | undefined {
  const medium = mediumOf(file);
  return medium === 'IMAGE' ? undefined : medium;
}
