import { RULES_VERSION } from '../../core/consent/decision.js';
import { encodeBase64 } from '../../core/bytes/base64.js';
import { CANONICAL_URL_VERSION } from '../../core/url/canonical-url.js';
import { activeKeys } from '../log/active-keys.js';
import { latestCheckpoint, type PublishedCheckpoint } from '../log-reading/published-checkpoint.js';
import { checkpointOfSize } from '../log-reading/published-checkpoint.js';
import { readLostLeaves } from '../log-reading/read-continuations.js';
import { proveConsistency } from '../log/prove-consistency.js';
import { rootAt } from '../log/root-at.js';
import type {
  AnswerBasis,
  BoundCheckpoint,
  ConsentAnswers,
  ConsentQuestions,
} from '../ports/consent-answers.js';
import type { Registry } from '../registry.js';
import { createConsentChecker } from './consent-checker.js';
import { readTerms } from './read-terms.js';

/**
 * Answers from a registry's own store. Throws `LogReadOnly` when leaves may be missing, and `AsOfNotReached` for a size that
 * was not signed yet.
 */
export async function registryAnswers(
  registry: Registry,
  questions: ConsentQuestions,
): Promise<ConsentAnswers> {
  const { log, store, settings } = registry;
  const checker = await createConsentChecker(registry, questions);
  const { logSize, moment, answeredAt } = checker;
  const basis: AnswerBasis = {
    origin: log.origin,
    name: settings.name,
    source: 'registry',
    logSize,
    moment,
    answeredAt,
    rulesVersion: RULES_VERSION,
    canonicalUrlVersion: CANONICAL_URL_VERSION,
    keys: await activeKeys(store.log),
    isAnchored: true,
    lostLeaves: await readLostLeaves(store.log),
  };
  return {
    uses: questions.uses,
    bases: [basis],
    recognises: new Set(['sha256', 'md5'] as const),
    check: (items) => checker.checkItems(items),
    terms: (ids) => readTerms(store.statements, ids),
    checkpoints: async () => [await bindSize(registry, logSize)],
  };
}

/** The checkpoint of that very size where one was signed, otherwise the last one with the proof that it continues the size. */
async function bindSize(registry: Registry, logSize: bigint): Promise<BoundCheckpoint | undefined> {
  const exact = await checkpointOfSize(registry, logSize);
  if (exact !== undefined) return { note: exact.note, root: encodeBase64(exact.root) };
  const latest = await latestCheckpoint(registry);
  return latest && bindTo(registry, latest, Number(logSize));
}

async function bindTo(
  { store, sha256 }: Registry,
  { note, size: signed }: PublishedCheckpoint,
  size: number,
): Promise<BoundCheckpoint> {
  const proof = await proveConsistency(store.logTree, size, signed, sha256);
  return {
    note,
    root: encodeBase64(await rootAt(store, size, sha256)),
    consistency: proof.map((hash) => encodeBase64(hash)),
  };
}
