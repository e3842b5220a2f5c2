import { CheckProblem } from './check-problem.js';

/** In bytes. No address is longer, and a text without line ends must not fill the memory. */
const LONGEST_LINE = 1_048_576;

/**
 * The lines of a body, as many at a time as have come, at most `atOnce`. Lines end with LF or CR LF; the last may do without. An empty
 * line is a line. Throws `CheckProblem` for bytes that are no UTF-8, which could be another address, and for an endless line.
 */
export async function* readLines(
  body: AsyncIterable<Uint8Array>,
  atOnce: number,
): AsyncGenerator<readonly string[], void, undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });
  let number = 0;
  let rest = '';
  for await (const chunk of body) {
    const lines = (rest + decode(decoder, chunk, number)).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_LINE) throw endless(number + lines.length + 1);
    for (let at = 0; at < lines.length; at += atOnce) {
      yield lines.slice(at, at + atOnce).map(withoutReturn);
    }
    number += lines.length;
  }
  rest += decode(decoder, undefined, number);
  if (rest !== '') yield [withoutReturn(rest)];
}

function decode(
  decoder: InstanceType<typeof TextDecoder>,
  chunk: Uint8Array | undefined,
  lines: number,
): string {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined });
  } catch {
    throw new CheckProblem(
      400,
      'BAD_REQUEST',
      `The body is not UTF-8, somewhere after line ${lines}.`,
      'Send addresses as UTF-8. Nothing after the answers that you have was checked.',
    );
  }
}

function endless(number: number): CheckProblem {
  return new CheckProblem(
    400,
    'BAD_REQUEST',
    `Line ${number} is longer than ${LONGEST_LINE} characters.`,
    'Send one address on each line.',
  );
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
