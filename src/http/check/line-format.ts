import type { CheckedItem } from '../../app/ports/consent-answers.js';
import { CheckProblem } from './check-problem.js';

/** How lines are read and how answers are written: one line for each. */
export interface LineFormat {
  readonly type: string;
  /** The address in a line. Throws `CheckProblem` where the line is not of this format. */
  address(line: string, number: number): string;
  /** Without the end of the line. */
  answer(item: CheckedItem): string;
}

/** An address on each line; for each use the word of its answer, with a tab between two. */
const TEXT: LineFormat = {
  type: 'text/plain',
  address: (line) => line,
  answer: ({ decisions }) => decisions.map(({ answer }) => answer).join('\t'),
};

/** On each line a JSON string, or an object with `url`. */
const NDJSON: LineFormat = {
  type: 'application/x-ndjson',
  address(line, number) {
    const value = parsed(line);
    const url = typeof value === 'object' && value !== null ? (value as { url?: unknown }).url : value;
    if (typeof url !== 'string') {
      throw new CheckProblem(
        400,
        'BAD_REQUEST',
        `Line ${number} is neither a JSON string nor an object with "url".`,
        'Send one such value on each line. Nothing from that line on was checked.',
      );
    }
    return url;
  },
  answer: ({ url, canonicalUrl = null, notAnswered = null, decisions }) =>
    JSON.stringify({
      url,
      canonicalUrl,
      notAnswered,
      decisions: decisions.map(({ use, answer, assurance, basis, mandate = null, decidedBy }) => ({
        use,
        decision: answer,
        assurance,
        basis,
        mandate,
        decidedBy: decidedBy.map(({ id }) => id),
      })),
    }),
};

const FORMATS = [TEXT, NDJSON];

/** The format that a media type names; undefined for another. Without one it is text. */
export function formatOfType(contentType: string | undefined): LineFormat | undefined {
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === '' || type === 'application/x-www-form-urlencoded') return TEXT;
  return FORMATS.find((format) => format.type === type);
}

/** Those that an answer may be given in, in the order of preference where the caller has none. */
export function answerFormats(asked: LineFormat): LineFormat[] {
  return [asked, ...FORMATS.filter((format) => format !== asked)];
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
