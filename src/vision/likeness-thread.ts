/** The thread in which likeness is computed; likeness-threads.ts starts it, gives it one picture at a time, and ends it when it takes too long. */
import { parentPort } from 'node:worker_threads';
import type { LikenessFindings, NearbyRegion, WholeHashes } from '../app/ports/pictures.js';
import type { RegionFingerprint } from '../core/likeness/fingerprint.js';
import { findLikenesses } from '../core/likeness/find-likenesses.js';
import { fingerprintPicture, pdqFingerprint } from '../core/likeness/fingerprint-picture.js';
import type { Probe } from '../core/likeness/likeness-query.js';
import { type Luminance, luminanceOf } from '../core/likeness/luminance.js';
import { orientedHashes } from '../core/likeness/oriented-hashes.js';
import type { Hit } from '../core/likeness/placements.js';
import type { Region } from '../core/likeness/region.js';
import type { FromThread, IndexAnswer, IndexQuestion, LikenessResult, LikenessTask, ToThread } from './likeness-messages.js'; // prettier-ignore

const port = parentPort;
if (port === null) throw new Error('likeness-thread.ts is started by likeness-threads.ts.');

let answered: (answer: IndexAnswer) => void = () => undefined;

port.on('message', (message: ToThread) => {
  if ('answer' in message) answered(message.answer);
  else void carryOut(message.task);
});

async function carryOut({ want, rgb, width, height }: LikenessTask): Promise<void> {
  try {
    const picture = luminanceOf(rgb, width, height);
    tell({ result: await resultOf(want, picture) });
  } catch (error) {
    tell({ failure: error instanceof Error ? error.message : String(error) });
  }
}

function resultOf(want: LikenessTask['want'], picture: Luminance): LikenessResult | Promise<LikenessResult> {
  switch (want) {
    case 'fingerprints':
      return fingerprintPicture(picture);
    case 'hashes':
      return hashesOf(picture);
    case 'likenesses':
      return likenessesOf(picture);
  }
}

function hashesOf(picture: Luminance): WholeHashes {
  return { whole: pdqFingerprint(picture), oriented: orientedHashes(picture) };
}

async function likenessesOf(picture: Luminance): Promise<LikenessFindings> {
  const places = new Map<string, Region>();
  const found = await findLikenesses(picture, {
    nearest: async (probes) => {
      const hits = (await ask({ nearest: probes.map(({ hash }) => hash) })) as readonly NearbyRegion[];
      return hits.map((hit) => hitOf(hit, probes, places));
    },
    regionsOf: async (pictures) =>
      (await ask({ regionsOf: pictures })) as readonly (readonly RegionFingerprint[])[],
  });
  return {
    ...hashesOf(picture),
    found: found.map(({ picture: name, placement, agreement }) => ({
      picture: name,
      orientation: placement.orientation,
      agreement,
    })),
  };
}

/** One place in one picture is one object, by which the search knows it again. */
function hitOf(
  { asked, picture, region, distance }: NearbyRegion,
  probes: readonly Probe[],
  places: Map<string, Region>,
): Hit {
  const name = `${region.left} ${region.top} ${region.width} ${region.height} ${picture}`;
  const place = places.get(name) ?? region;
  places.set(name, place);
  return { probe: probes[asked] as Probe, picture, region: place, distance };
}

function ask(question: IndexQuestion): Promise<IndexAnswer> {
  return new Promise((resolve) => {
    answered = resolve;
    tell({ question });
  });
}

function tell(message: FromThread): void {
  port?.postMessage(message);
}
