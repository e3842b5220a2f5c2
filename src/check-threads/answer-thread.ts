/** A thread that answers for addresses from the files of a snapshot; answers-in-threads.ts starts it. */
import { parentPort, workerData } from 'node:worker_threads';
import type { CheckedItem } from '../app/ports/consent-answers.js';
import type { PackedTexts } from '../app/ports/tables.js';
import { textAt } from '../app/check/text-at.js';
import { answerItems } from '../app/snapshots/answer-items.js';
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
    const verdicts = sieve.sift(texts);
    for (let at = 0; at < places.length; at += 1) {
      if (verdicts[at] === 0) continue;
      const item = items.answer({ address: textAt(texts, at) });
      if (item.decisions === items.unanswered && item.notAnswered === undefined) continue;
      told.push(item);
      places[at] = told.length;
    }
    return { texts, places, told };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}
