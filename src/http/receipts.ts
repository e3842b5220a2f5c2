import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import { LogReadOnly } from '../app/log/log-status.js';
import { dateReceipt } from '../app/receipts/date-receipt.js';
import { nameRun } from '../app/receipts/name-run.js';
import type { Registry } from '../app/registry.js';
import { parseStrictJson } from '../core/json/parse-strict-json.js';
import { identifyKeyHolder, keyHolderOf } from '../identity/identify-key-holder.js';
import { limitRequests, refuseInText } from './limit-requests.js';

const MAX_BODY_BYTES = 1_024;

/** A receipt over some fifty thousand files; one over more can be dated without a name. */
const MAX_NAMED_BYTES = 16 * 1_048_576;

/** From one network, in a minute: each leaf stays for ever. */
const RECEIPTS_A_MINUTE = 10;

type Dating = (request: Request, input: unknown) => ReturnType<typeof nameRun>;

/**
 * `POST /v1/receipts`: the log dates a receipt by its digest. `POST /v1/receipts/named`: it does so for a builder who chose to be named, and takes
 * the receipt whole to verify it. Both answer 201 with the proof that the log holds it (C2SP tlog-proof), which is to be kept beside the receipt.
 */
export function receiptRoutes(registry: Registry): Router {
  const router = Router();
  const limit = () => limitRequests(RECEIPTS_A_MINUTE, refuseInText);
  router.post(
    '/v1/receipts',
    limit(),
    express.raw({ type: () => true, limit: MAX_BODY_BYTES }),
    answering((_, input) => dateReceipt(registry, input)),
  );
  router.post(
    '/v1/receipts/named',
    limit(),
    identifyKeyHolder(registry, 'declare'),
    express.raw({ type: () => true, limit: MAX_NAMED_BYTES }),
    answering((request, input) => nameRun(registry, keyHolderOf(request), input)),
  );
  return router;
}

function answering(date: Dating): RequestHandler {
  return async (request, response) => {
    response.set({ 'Cache-Control': 'no-store', 'Access-Control-Allow-Origin': '*' });
    try {
      await answer(date, request, response);
    } catch (error) {
      if (!(error instanceof LogReadOnly)) throw error;
      response.status(503).set('Retry-After', '60').type('text/plain').send(`${error.message}\n`);
    }
  };
}

async function answer(date: Dating, request: Request, response: Response): Promise<void> {
  const body: unknown = request.body;
  const parsed = parseStrictJson(Buffer.isBuffer(body) ? body.toString('utf8') : '');
  if (!parsed.ok) {
    response.status(400).type('text/plain').send(`The body is no JSON. ${parsed.problem.message}\n`);
    return;
  }
  const dated = await date(request, parsed.value);
  if (!dated.ok) {
    const wait = 'retryAfterSeconds' in dated ? dated.retryAfterSeconds : undefined;
    if (wait !== undefined) response.set('Retry-After', String(wait));
    response
      .status(wait === undefined ? 400 : 429)
      .type('text/plain')
      .send(`${dated.message} ${dated.nextStep}\n`);
    return;
  }
  const name = Buffer.from(dated.leafHash).toString('hex');
  response.status(201).location(`/log/proof/${name}.tlog-proof`).type('text/plain').send(dated.proof);
}
