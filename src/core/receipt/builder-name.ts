/** How a builder who chose to be named may be called: a host, which has to be proved, or words, which never look like one. */
export type BuilderName =
  | { readonly kind: 'host'; readonly name: string }
  | { readonly kind: 'words'; readonly name: string }
  | { readonly kind: 'refused'; readonly message: string };

/** In UTF-16 code units. */
export const LONGEST_BUILDER_NAME = 80;

const HIDES = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u;
/** Parts joined by a dot, as nobody writes who does not mean an address; a full stop of another script is one too. */
const JOINED = /[^\s.。][.。][^\s.。]/u;
const HOST = /^(?=.{1,80}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/;

/**
 * Reads a name strictly: one line that shows as it is stored. Whoever writes an address, an e-mail address or a part of one means a place,
 * and a place is named only in its plain form, so that no look-alike of one passes for words.
 */
export function readBuilderName(text: string): BuilderName {
  if (text.length === 0 || text.length > LONGEST_BUILDER_NAME) {
    return refused(`A name has 1 to ${LONGEST_BUILDER_NAME} characters.`);
  }
  if (HIDES.test(text) || text.trim() !== text || text.normalize('NFKC') !== text) {
    return refused('A name is one line of plain characters, without spaces around it.');
  }
  if (HOST.test(text)) return { kind: 'host', name: text };
  if (JOINED.test(text) || /[@/\\:]/u.test(text)) {
    return refused(
      'This reads as an address. A domain is written in small letters and alone, such as lab.example; a name in words has no address in it.',
    );
  }
  if (!/\p{L}/u.test(text)) return refused('A name has at least one letter.');
  return { kind: 'words', name: text };
}

function refused(message: string): BuilderName {
  return { kind: 'refused', message };
}
