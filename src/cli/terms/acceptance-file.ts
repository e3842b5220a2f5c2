import type { Acceptance } from '../../core/acceptance/acceptance.js';
import { readAcceptanceValue } from '../../core/acceptance/read-acceptance.js';
import { decodeUtf8 } from '../../core/bytes/utf8.js';
import { canonicalJson } from '../../core/json/canonical-json.js';
import { FieldError, FieldReader } from '../../core/json/field-reader.js';
import { parseStrictJson } from '../../core/json/parse-strict-json.js';
import { readEvidence } from '../../verifier/read-evidence.js';
import { MAX_PROOF_LENGTH } from '../../verifier/tlog-proof.js';
import { VerificationFailed } from '../../verifier/verification-failed.js';
import type { CommandIo } from '../io.js';
import { writeWhole } from '../write-whole.js';

/** A line of a file of acceptances. */
export interface KeptAcceptance {
  readonly acceptance: Acceptance;
  /** That a log records it, as the text of a C2SP tlog-proof; absent until a registry confirmed it. */
  readonly proof?: string;
}

/** In bytes: many thousands of acceptances. */
const LONGEST_FILE = 64 * 1_048_576;

/**
 * The acceptances in a file of lines of JSON (docs/terms.md). Throws UnreadableEvidence where there is none, and VerificationFailed
 * that names the line which is none: nothing of a file is taken that cannot be read as a whole.
 */
export async function readAcceptances(io: CommandIo, path: string): Promise<KeptAcceptance[]> {
  const text = decodeUtf8(await readEvidence(io.cwd, path, LONGEST_FILE));
  if (text === undefined) throw broken(path, 'It is not UTF-8.');
  const lines = text.split('\n').flatMap((line, at) => (line.trim() === '' ? [] : [{ line, at }]));
  if (lines.length === 0) throw broken(path, 'It holds no acceptance.');
  return lines.map(({ line, at }) => readLine(line, `${path}, line ${at + 1}`));
}

function readLine(line: string, place: string): KeptAcceptance {
  const parsed = parseStrictJson(line);
  if (!parsed.ok) throw broken(place, parsed.problem.message);
  try {
    return FieldReader.object(parsed.value, '', (fields) => ({
      acceptance: readAcceptanceValue(fields.value('acceptance'), fields.at('acceptance')),
      ...(fields.has('proof') ? { proof: fields.text('proof', { maximum: MAX_PROOF_LENGTH }) } : {}),
    }));
  } catch (error) {
    if (error instanceof FieldError) throw broken(place, error.message);
    throw error;
  }
}

export async function writeAcceptances(
  io: CommandIo,
  path: string,
  kept: readonly KeptAcceptance[],
): Promise<void> {
  await writeWhole(io, path, kept.map((one) => `${canonicalJson(one)}\n`).join(''));
}

function broken(place: string, why: string): VerificationFailed {
  return new VerificationFailed('bad-acceptance', `${place} is no acceptance as it stands. ${why}`, {
    path: place,
  });
}
