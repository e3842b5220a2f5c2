import { useWords } from '../language/language-context.js';
import { ForeignText } from '../parts/foreign-text.js';
import { nameOf } from '../server/enum-words.js';

const LONGEST_NOTE = 2000;

/** The grounds of a decision: a code, a colon and the moderator's note, or the code alone once the note was erased. */
export function GroundsText({ grounds }: { grounds: string }) {
  const words = useWords();
  const [, code = '', note = ''] = /^([a-z-]+)(?:: (.*))?$/s.exec(grounds) ?? ['', '', grounds];
  const known: Readonly<Record<string, string>> = words.moderation.reasons;
  return (
    <>
      {known[nameOf(code)] ?? code}
      {note === '' ? (
        '.'
      ) : (
        <>
          : <ForeignText text={note} longest={LONGEST_NOTE} />
        </>
      )}
    </>
  );
}
