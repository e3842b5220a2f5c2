import { bytesToHex } from '@noble/hashes/utils.js';
import { setTimeout as rest } from 'node:timers/promises';
import { bigEndianItems } from '../../core/likeness/big-endian-items.js';
import { isTooPlain } from '../../core/likeness/too-plain.js';
import type { RecognisedBy } from '../../core/replay/subject-name.js';
import { isBusy, pictureRefusal } from '../catalogue/fingerprints/picture-refusal.js';
import type { AskedFingerprint } from '../ports/consent-answers.js';
import type { LikenessComputer, PixelReader } from '../ports/pictures.js';
import type { TableSource } from '../ports/tables.js';
import type { WorkTools } from '../ports/work-tools.js';
import { LEAST_ITEMS, MOST_ITEMS } from '../works/work-prints.js';

/** What the files of a shard are looked at with. */
export interface SampleTools {
  readonly reader: PixelReader;
  readonly likeness: Pick<LikenessComputer, 'hashes'>;
  readonly sound: WorkTools['sound'];
}

/** What the file of a row shows or sounds like; otherwise why it was not compared by that. */
export interface SamplePrints {
  readonly fingerprints: readonly AskedFingerprint[];
  readonly notCompared?: string;
}

const NOTHING: SamplePrints = { fingerprints: [] };
const REST_MS = 200;

/**
 * Fingerprints of the file of a row, in the ways that the source of answers recognises. A picture is asked about as it is and
 * as it is turned and mirrored. A file that cannot be read is not compared, and the row says so: it is never an error of the
 * run, nor a yes.
 */
export async function samplePrints(
  { pictures, recordings }: Pick<TableSource, 'pictures' | 'recordings'>,
  row: number,
  tools: SampleTools,
  recognises: ReadonlySet<RecognisedBy>,
): Promise<SamplePrints> {
  const picture = await pictures?.read(row);
  if (picture !== undefined) {
    return recognises.has('pdq')
      ? readable(() => printPicture(tools, picture))
      : { ...NOTHING, notCompared: 'not-recognised' };
  }
  const recording = await recordings?.read(row);
  if (recording === undefined) return NOTHING;
  return recognises.has('chromaprint')
    ? readable(() => printRecording(tools, recording))
    : { ...NOTHING, notCompared: 'not-recognised' };
}

async function printPicture(tools: SampleTools, bytes: Uint8Array): Promise<SamplePrints> {
  const { reader, likeness } = tools;
  const read = await reader.read(bytes);
  const { whole, oriented } = await likeness.hashes(read);
  if (isTooPlain(whole, read.from)) return { ...NOTHING, notCompared: 'too-plain' };
  const { algorithm, quality } = whole;
  return { fingerprints: oriented.map((hash) => ({ algorithm, quality, value: bytesToHex(hash) })) };
}

async function printRecording(tools: SampleTools, bytes: Uint8Array): Promise<SamplePrints> {
  const items = (await tools.sound(bytes))?.subarray(0, MOST_ITEMS);
  if (items === undefined) return { ...NOTHING, notCompared: 'sound-not-read' };
  if (items.length < LEAST_ITEMS) return { ...NOTHING, notCompared: 'too-short' };
  return { fingerprints: [{ algorithm: 'chromaprint', value: bytesToHex(bigEndianItems(items)) }] };
}

async function readable(print: () => Promise<SamplePrints>): Promise<SamplePrints> {
  try {
    return await print();
  } catch (error) {
    if (isBusy(error)) {
      // Others have the same decoder look at files; a dataset can wait.
      await rest(REST_MS);
      return readable(print);
    }
    const refusal = pictureRefusal(error);
    if (refusal === undefined) throw error;
    return { ...NOTHING, notCompared: refusal.code };
  }
}
