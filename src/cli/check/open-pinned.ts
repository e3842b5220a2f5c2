import { createHash } from 'node:crypto';
import type { ConsentAnswers, ConsentQuestions, OpenAnswers } from '../../app/ports/consent-answers.js';
import { canonicalJson } from '../../core/json/canonical-json.js';
import type { FinishedInputs } from './finished-inputs.js';

/** Everything besides the answers that a result depends on. */
export type RunSettings = Readonly<Record<string, unknown>>;

/**
 * Opens the source of answers for a run. Where a run with the same settings was cut short and the source still rests on the
 * same leaves, it is opened as of the moment of that run, so that all of its tables are answered alike.
 */
export async function openPinned(
  open: OpenAnswers,
  questions: ConsentQuestions,
  settings: RunSettings,
  finished: FinishedInputs | undefined,
): Promise<ConsentAnswers> {
  const current = await open(questions);
  if (finished === undefined) return current;
  const key = keyOf(current, settings);
  const now = current.bases[0]?.answeredAt ?? new Date(NaN);
  const moment = await finished.earlierMoment(key, now);
  const resumed = moment === undefined ? undefined : await openAt(open, questions, moment);
  if (
    moment !== undefined &&
    resumed !== undefined &&
    isOf(resumed, moment) &&
    keyOf(resumed, settings) === key
  ) {
    await current.close?.();
    return resumed;
  }
  await resumed?.close?.();
  await finished.begin(key, current.bases[0]?.moment ?? now);
  return current;
}

/** A source that cannot answer as of then is asked as of now, and everything again. */
async function openAt(
  open: OpenAnswers,
  questions: ConsentQuestions,
  moment: Date,
): Promise<ConsentAnswers | undefined> {
  return open({ ...questions, moment }).catch(() => undefined);
}

function isOf({ bases }: ConsentAnswers, moment: Date): boolean {
  return bases.every((basis) => basis.moment.getTime() === moment.getTime());
}

function keyOf({ bases }: ConsentAnswers, settings: RunSettings): string {
  const rests = bases.map((basis) => ({
    origin: basis.origin,
    size: String(basis.logSize),
    rules: basis.rulesVersion,
    urls: basis.canonicalUrlVersion,
    manifest: basis.manifest ?? null,
  }));
  return createHash('sha256').update(canonicalJson({ settings, rests })).digest('hex');
}
