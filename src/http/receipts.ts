import express, { type Response, Router } from 'express';
import { LogReadOnly } from '../app/log/log-status.js';
import { dateReceipt } from '../app/receipts/date-receipt.js';
import type { Registry } from '../app/registry.js';
import { parseStrictJson } from '../core/json/parse-strict-json.js';
import { limitRequests, refuseInText } from './limit-requests.js';

const MAX_BODY_BYTES = 1_024;

/** From one network, in a minute: each leaf stays for ever. */
const RECEIPTS_A_MINUTE = 10;

/**
 * `POST /v1/receipts`: the log dates a receipt by its digest. Answers 201 with the proof that the log holds it (C2SP tlog-proof),
 * which is to be kept beside the receipt.
 */
export function receiptRoutes(registry: Registry): Router {
  const router = Router();
  router.post(
    '/v1/receipts',
    limitRequests(RECEIPTS_A_MINUTE, refuseInText),
    express.raw({ type: () => true, limit: MAX_BODY_BYTES }),
    async (request, response) => {
      response.set({ 'Cache-Control': 'no-store', 'Access-Control-Allow-Origin': '*' });
      try {
        await answer(registry, request.body, response);
      } catch (error) {
        if (!(error instanceof LogReadOnly)) throw error;
        response.status(503).set('Retry-After', '60').type('text/plain').send(`${error.message}\n`);
      }
    },
  );
  return router;
}

async function answer(registry: Registry, body: unknown, response: Response): Promise<void> {
  const parsed = parseStrictJson(Buffer.isBuffer(body) ? body.toString('utf8') : '');
  if (!parsed.ok) {
    response.status(400).type('text/plain').send(`The body is no JSON. ${parsed.problem.message}\n`);
    return;
  }
  const dated = await dateReceipt(registry, parsed.value);
  if (!dated.ok) {
    response.status(400).type('text/plain').send(`${dated.message} ${dated.nextStep}\n`);
    return;
  }
  const name = Buffer.from(dated.leafHash).toString('hex');
  response.status(201).location(`/log/proof/${name}.tlog-proof`).type('text/plain').send(dated.proof);
}
