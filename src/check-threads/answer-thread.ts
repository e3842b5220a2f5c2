/** A thread that answers for addresses from the files of a snapshot; answers-in-threads.ts starts it. */
import { parentPort, workerData } from 'node:worker_threads';
import type { CheckedItem } from '../app/ports/consent-answers.js';
import type { PackedTexts } from '../app/ports/tables.js';
import { textAt } from '../app/check/text-at.js';
import { answerItems } from '../app/snapshots/answer-items.js';
import { canonicalUrl } from '../core/url/canonical-url.js';
import { embeddedUrls } from '../core/url/embedded-urls.js';
import { openTables } from '../core/snapshot/snapshot-tables.js';
import { AddressSieve } from './address-sieve.js';
import { nodeSha256 } from '../log-key/node-sha256.js';
import type { ThreadAnswer, ThreadTask } from './thread-messages.js';

const port = parentPort;
if (port === null) throw new Error('answer-thread.ts is started by answers-in-threads.ts.');

const { files, questions, moment, sieve: shared, thread } = workerData as ThreadTask;
const opened = openTables((name) => files.get(name), nodeSha256, true);
if (!opened.ok) throw new Error(opened.problem.message);
const items = answerItems(opened.tables, questions, moment);
const sieve = new AddressSieve(shared, thread);

port.on('message', (texts: PackedTexts) => {
  const answer = answerFor(texts);
  const lent = 'failure' in answer ? [] : [texts.bytes, texts.starts, texts.ends, answer.places];
  port.postMessage(
    answer,
    lent.map(({ buffer }) => buffer as ArrayBuffer),
  );
});

function answerFor(texts: PackedTexts): ThreadAnswer {
  try {
    const places = new Uint32Array(texts.ends.length);
    const told: CheckedItem[] = [];
    for (const { at, text } of answeredOf(restOf(texts))) {
      const item = items.answer({ address: text });
      if (item.decisions === items.unanswered && item.notAnswered === undefined) continue;
      told.push(item);
      places[at] = told.length;
    }
    return { texts, places, told };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

interface Cell {
  readonly at: number;
  readonly text: string;
}

/** What the sieve leaves to the rules. */
function restOf(texts: PackedTexts): Cell[] {
  const rest: Cell[] = [];
  const verdicts = sieve.sift(texts);
  for (let at = 0; at < verdicts.length; at += 1) {
    if (verdicts[at] !== 0) rest.push({ at, text: textAt(texts, at) });
  }
  return rest;
}

/** Of these cells those that are no address, and those that somebody may have answered for by any address that they hold. */
function answeredOf(cells: readonly Cell[]): Cell[] {
  const addresses: string[] = [];
  const held = cells.map(({ text }) => {
    const canonical = canonicalUrl(text);
    if (!canonical.ok) return undefined;
    return addresses.push(canonical.url, ...embeddedUrls(canonical.url));
  });
  const verdicts = sieve.siftCanonical(addresses);
  let from = 0;
  return cells.filter((_, at) => {
    const to = held[at];
    if (to === undefined) return true;
    const mayBe = verdicts.subarray(from, to).some((verdict) => verdict !== 0);
    from = to;
    return mayBe;
  });
}
