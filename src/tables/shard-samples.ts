import type { TarEntry, TarReader } from './tar-reader.js';

/** One picture of a shard: which of its files tell about it, by their endings. */
interface Sample {
  readonly key: string;
  /** Where its files begin and end in the archive. */
  readonly from: number;
  readonly to: number;
  /** What it tells about: a picture, or any other file that is no text about one. */
  readonly content: TarEntry | undefined;
  readonly json: TarEntry | undefined;
  readonly txt: TarEntry | undefined;
  readonly picture: TarEntry | undefined;
  readonly recording: TarEntry | undefined;
}

/** A sample's text and metadata are some hundred bytes; what is a thousand times longer is something else. */
const LONGEST_TEXT = 1_048_576;
const PICTURE_ENDINGS = ['jpg', 'jpeg', 'png', 'webp', 'gif', 'avif'];
const RECORDING_ENDINGS = ['wav', 'flac', 'mp3', 'ogg', 'opus', 'm4a'];
/** Files of a sample that tell about another one. */
const TOLD_ABOUT = ['json', 'txt', 'cls'];

/** Files that follow each other and are named alike up to the first dot. */
export async function* samplesOf(tar: TarReader): AsyncGenerator<Sample> {
  let key: string | undefined;
  let parts = new Map<string, TarEntry>();
  const sample = (): Sample => {
    const first = (endings: readonly string[]) =>
      endings.map((ending) => parts.get(ending)).find((entry) => entry !== undefined);
    const picture = first(PICTURE_ENDINGS);
    const [other] = [...parts].flatMap(([ending, entry]) => (TOLD_ABOUT.includes(ending) ? [] : [entry]));
    const entries = [...parts.values()];
    return {
      key: key ?? '',
      from: entries[0]?.from ?? 0,
      to: entries.at(-1)?.to ?? 0,
      json: parts.get('json'),
      txt: parts.get('txt'),
      picture,
      recording: first(RECORDING_ENDINGS),
      content: picture ?? other,
    };
  };
  for await (const entry of tar.entries()) {
    const [, named = entry.name, ending = ''] = /^((?:.*\/)?[^/.]*)\.?(.*)$/.exec(entry.name) ?? [];
    if (key !== undefined && named !== key) {
      yield sample();
      parts = new Map();
    }
    key = named;
    if (parts.has(ending)) throw tar.refusal(entry.at, `${JSON.stringify(entry.name)} is there twice`);
    parts.set(ending, entry);
  }
  if (key !== undefined) yield sample();
}

/** The row of a sample: what its json says, with its txt for a caption. @throws UnreadableTable */
export async function cellsOf({ key, json, txt }: Sample, tar: TarReader): Promise<Record<string, unknown>> {
  const cells = json ? parseCells(await textOf(json, tar), json, tar) : { key };
  if (txt && cells['caption'] === undefined) cells['caption'] = await textOf(txt, tar);
  return cells;
}

async function textOf(entry: TarEntry, tar: TarReader): Promise<string> {
  if (entry.size > LONGEST_TEXT) {
    throw tar.refusal(entry.at, `${JSON.stringify(entry.name)} says it is ${entry.size} bytes of text`);
  }
  return (await tar.read(entry.dataAt, entry.size)).toString('utf8');
}

// Whole numbers that a double cannot carry, such as hashes, come as text; what stands in quotes is left as it is.
const TEXT_OR_LONG_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/g;

function parseCells(json: string, entry: TarEntry, tar: TarReader): Record<string, unknown> {
  try {
    const cells: unknown = JSON.parse(
      json.replace(TEXT_OR_LONG_NUMBER, (found) => (found.startsWith('"') ? found : `"${found}"`)),
    );
    if (typeof cells === 'object' && cells !== null && !Array.isArray(cells)) {
      return cells as Record<string, unknown>;
    }
  } catch {
    // Refused below, as anything else that is no object.
  }
  throw tar.refusal(entry.at, `${JSON.stringify(entry.name)} holds no JSON object`);
}
