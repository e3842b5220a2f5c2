import { registryAnswers } from '../consent/registry-answers.js';
import type { ConsentAnswers, ConsentQuestions } from '../ports/consent-answers.js';
import type { Registry } from '../registry.js';
import { bringSnapshotUp } from './bring-snapshot-up.js';
import { openSnapshot } from './find-snapshot.js';
import { ownTrust } from './own-trust.js';
import type { snapshotAnswers } from './snapshot-answers.js';

/**
 * Answers from the snapshot of a registry's own log, brought up to what it has signed: what was said a second ago counts. Of
 * an earlier moment there may be no snapshot, and none is signed while the log takes no leaves: then the store is asked, which
 * answers the same.
 * @param answersFrom what answers from an opened snapshot
 * Throws `LogReadOnly` when leaves may be missing, `SnapshotUnusable`, and `AsOfNotReached`.
 */
export async function ownAnswers(
  registry: Registry,
  questions: ConsentQuestions,
  answersFrom: typeof snapshotAnswers,
): Promise<ConsentAnswers> {
  const canSign = registry.log.trouble() === undefined;
  if (questions.asOf !== undefined || !canSign) return registryAnswers(registry, questions);
  const { snapshots, clock, settings } = registry;
  const { size } = await bringSnapshotUp(registry);
  const snapshot = await openSnapshot(snapshots.folder, await ownTrust(registry), size);
  // It is the newest now, however long ago it was built.
  return answersFrom({ ...snapshot, name: settings.name, freshAt: clock() }, questions, clock);
}
