import { setTimeout as rest } from 'node:timers/promises';
import type { Logger } from 'pino';
import { fingerprintDataset } from './app/catalogue/fingerprints/fingerprint-dataset.js';
import { DEMO_SLUG } from './app/catalogue/datasets/load-demo.js';
import type { Registry } from './app/registry.js';

/** Whoever has just started a server wants to see its first page. */
const REST_MS = 2_000;

/**
 * Draws and looks at the demo's pictures while people look around; the next start goes on where this one is stopped.
 * @returns how to stop it
 */
export function fingerprintDemo(registry: Registry, logger: Logger): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const run = async () => {
    await rest(REST_MS, undefined, { signal });
    const demo = await registry.store.datasets.bySlug(DEMO_SLUG);
    if (!demo) return;
    const { read } = await fingerprintDataset(registry, { slug: DEMO_SLUG, hosts: 1, pauseMs: 50, signal });
    if (read > 0) logger.info({ pictures: read }, 'the pictures of the demo can be found by how they look');
  };
  const done = run().catch((error: unknown) => {
    if (!signal.aborted) logger.error({ err: error }, 'the pictures of the demo could not be looked at');
  });
  return async () => {
    stopping.abort();
    await done;
  };
}
