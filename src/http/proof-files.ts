import { type Response, Router } from 'express';
import { proveLeaf } from '../app/log-reading/prove-leaf.js';
import { proveKeys } from '../app/log-reading/prove-keys.js';
import type { Registry } from '../app/registry.js';

/**
 * `/log/proof/<leaf hash>.tlog-proof`: the proof that the log holds a leaf, at an address that stays, for certificates and
 * whatever else refers to it. `/log/keys.json`: such proofs of every key that the log published, so that what an earlier key
 * signed can be checked by who trusts a later one. What they lead to is the last checkpoint, so they are asked for each time.
 */
export function proofFileRoutes(registry: Registry): Router {
  const router = Router();
  router.get(/^\/log\/proof\/([0-9a-f]{64})\.tlog-proof$/, async (request, response) => {
    const leafHash = request.params['0'] ?? '';
    response.set({ 'Cache-Control': 'no-cache', 'Access-Control-Allow-Origin': '*' });
    const proof = await proveLeaf(registry, Buffer.from(leafHash, 'hex'));
    if (proof === undefined) sendNothing(response);
    else send(response, leafHash, proof);
  });
  router.get('/log/keys.json', async (_request, response) => {
    response.set({ 'Cache-Control': 'no-cache', 'Access-Control-Allow-Origin': '*' });
    response.json({ format: 'assent-log-keys', version: 1, proofs: await proveKeys(registry) });
  });
  return router;
}

function send(response: Response, leafHash: string, proof: string): void {
  // No type is registered for it; the name keeps browsers from saving it as .txt, which nobody would take for a proof.
  response.set('Content-Disposition', `attachment; filename="${leafHash}.tlog-proof"`);
  response.type('text/plain').send(proof);
}

function sendNothing(response: Response): void {
  response.status(404).type('text/plain');
  response.send(
    'The log holds no leaf with this hash, or no signed checkpoint covers it yet: then ask again in a second.\n',
  );
}
