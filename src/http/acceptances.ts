import express, { type Response, Router } from 'express';
import { LogReadOnly } from '../app/log/log-status.js';
import type { Registry } from '../app/registry.js';
import { takeAcceptance } from '../app/terms/take-acceptance.js';
import { limitRequests, refuseInText } from './limit-requests.js';

/** Terms are 5,000 characters at most, of up to four bytes; then come the key, the signature and a fixed sentence. */
const MAX_BODY_BYTES = 32_768;

/** From one network, in a minute: each leaf stays for ever. */
const ACCEPTANCES_A_MINUTE = 30;

/**
 * `POST /v1/acceptances`: takes an acceptance of terms as it was signed. Answers 201 with the proof that the log records it (C2SP
 * tlog-proof), which is to be kept beside it.
 */
export function acceptanceRoutes(registry: Registry): Router {
  const router = Router();
  router.post(
    '/v1/acceptances',
    limitRequests(ACCEPTANCES_A_MINUTE, refuseInText),
    express.raw({ type: () => true, limit: MAX_BODY_BYTES }),
    async (request, response) => {
      response.set({ 'Cache-Control': 'no-store', 'Access-Control-Allow-Origin': '*' });
      try {
        await answer(registry, Buffer.isBuffer(request.body) ? request.body : Buffer.of(), response);
      } catch (error) {
        if (!(error instanceof LogReadOnly)) throw error;
        response.status(503).set('Retry-After', '60').type('text/plain').send(`${error.message}\n`);
      }
    },
  );
  return router;
}

async function answer(registry: Registry, body: Uint8Array, response: Response): Promise<void> {
  const taken = await takeAcceptance(registry, body);
  if (!taken.ok) {
    const status = taken.code === 'NOT_FOUND' ? 409 : 400;
    response.status(status).type('text/plain').send(`${taken.message} ${taken.nextStep}\n`);
    return;
  }
  const name = Buffer.from(taken.leafHash).toString('hex');
  response.status(201).location(`/log/proof/${name}.tlog-proof`).type('text/plain').send(taken.proof);
}
